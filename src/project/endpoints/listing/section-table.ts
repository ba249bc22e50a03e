import { mostFrequent } from '../../../grouped.ts'
import { startOfLine } from '../../../text.ts'
import type { Document, Endpoint, EndpointTable } from '../../../types.ts'
import { once } from '../../once.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Insertion } from '../../types/listing.ts'
import { isConcrete, splitSegments } from '../paths.ts'

/** Writes the table that defines one section's endpoint, in the form that the page's other sections have, as far as a sample call tells. */
export function sectionTables(
  index: EndpointIndex,
  document: Document,
): (section: number, sample: Endpoint) => Insertion | undefined {
  const { endpointTables, sections } = document.facts
  const model = endpointTables.find(({ kind, rows }) => kind === 'paths' && rows.length === 1)
  const page = once(() => learnPaths(index, index.groups(document)))
  return (section, sample) => {
    const path = model && documentedPath(page(), sample)
    const lines = model && path && rowLike(document, model, sample.method ?? 'GET', path)
    if (!lines) return undefined
    const below = sections.find((it) => it.parent === section)
    const at = below?.heading[0] ?? fenceBefore(document.text, sample.range[0])
    return at === undefined ? undefined : { at, text: `${lines}\n\n` }
  }
}

/** The model's head, and its row with another method and path; columns that were aligned stay so. */
function rowLike({ text }: Document, { range, rows }: EndpointTable, method: string, path: string): string | undefined {
  const [head, line, row, ...more] = text.slice(startOfLine(text, range[0]), range[1]).split('\n')
  const entry = rows[0]?.entries[0]
  if (!head || !line || !row || more.length > 0 || !entry?.method || !entry.path) return undefined
  if (!row.includes(entry.path) || !row.includes(entry.method)) return undefined
  const filled = row.replace(entry.method, () => method).replace(entry.path, () => path)
  return head.length === line.length && head.startsWith('| ')
    ? align([head, line, filled]).join('\n')
    : [head, line, filled].join('\n')
}

function align(lines: readonly string[]): string[] {
  const cells = lines.map((it) => it.split('|').map((cell) => cell.trim()))
  const widths = (cells[0] ?? []).map((_, at) =>
    Math.max(...cells.map((row, line) => (line === 1 ? 3 : (row[at]?.length ?? 0)))),
  )
  const fill = (cell: string, at: number) =>
    /^:?-+:?$/.test(cell)
      ? cell.replace(/-+/, (it) => '-'.repeat(Math.max(it.length - cell.length + (widths[at] ?? 0), 1)))
      : cell.padEnd(widths[at] ?? 0)
  return cells.map(
    (row) =>
      `| ${row
        .slice(1, -1)
        .map((cell, at) => fill(cell, at + 1))
        .join(' | ')} |`,
  )
}

function fenceBefore(text: string, at: number): number | undefined {
  const fence = Math.max(text.lastIndexOf('\n```', at), text.lastIndexOf('\n~~~', at))
  return fence < 0 ? undefined : fence + 1
}

/** How the sections of a page write paths. */
interface PagePaths {
  /** Segments of all that are documented. */
  known: readonly (readonly string[])[]
  /** How many segments calls have in front of what is documented. */
  base: number
}

function learnPaths(index: EndpointIndex, groups: readonly EndpointGroup[]): PagePaths {
  const known = groups.flatMap((it) => it.definitions.map(({ path }) => splitSegments(path).filter(Boolean)))
  return { known, base: baseLength(index, groups) }
}

/**
 * The sample's path without the base path of the page's other samples, and with the parameters that its neighbours name;
 * undefined where nobody knows what an id is called.
 */
function documentedPath({ known, base }: PagePaths, sample: Endpoint): string | undefined {
  const parts = splitSegments(sample.path).filter(Boolean).slice(base)
  const written: string[] = []
  for (const part of parts) {
    const next = known.flatMap((it) => (written.every((own, at) => own === it[at]) ? (it[written.length] ?? []) : []))
    const parameter = next.includes(part) ? undefined : mostFrequent(next.filter((it) => /^[:{<[]/.test(it)))?.word
    if (parameter === undefined && isConcrete(part)) return undefined
    written.push(parameter ?? part)
  }
  return `/${written.join('/')}`
}

/** How many segments samples have before what their sections document. */
function baseLength(index: EndpointIndex, groups: readonly EndpointGroup[]): number {
  for (const { samples, definitions } of groups) {
    const sample = samples.find((it) => index.calls.matches(it))
    const [called] = sample ? index.path(sample).variants : []
    const [documented] = definitions[0] ? index.path(definitions[0]).variants : []
    if (called && documented && called.length >= documented.length) return called.length - documented.length
  }
  return 0
}
