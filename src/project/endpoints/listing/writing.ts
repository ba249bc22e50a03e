import { splitPath } from '../../../paths.ts'
import type { Document, Endpoint } from '../../../types.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Insertion } from '../../types/listing.ts'
import type { Project } from '../../types/project.ts'
import type { WriteUsage } from './usage-table.ts'

/** The table of a folder's endpoints as its overview page would have it: in the order of the pages, in the site's form, in the page's own table style. */
export function writeTable(
  project: Project,
  document: Document,
  groups: readonly EndpointGroup[],
  writeUsage: WriteUsage,
): Insertion | undefined {
  const pipes = usesOuterPipes(document) ?? groups.every((it) => usesOuterPipes(it.document) !== false)
  const line = (cells: string[]) => (pipes ? `| ${cells.join(' | ')} |` : cells.join('|'))
  const rows = groups.flatMap((group) =>
    distinct(group).map((it) => line([endpointCell(project, document, group, it), describe(group)])),
  )
  const table = [line(['Endpoint', 'Description']), pipes ? '|---|---|' : '---|---', ...rows].join('\n')
  const first = groups.find((it) => it.document === document)
  const section = first && document.facts.sections[first.section]
  const next = section && section.depth > 1 ? section : undefined
  const text = writeUsage(groups) ?? `${'#'.repeat(next?.depth ?? 2)} Endpoints\n\n${table}\n`
  return next ? { at: next.heading[0], text: `${text}\n` } : { at: document.text.trimEnd().length, text: `\n\n${text}` }
}

/** One row for each method and path, in the order of the section; a URL beside `METHOD path` is the same, filled in. */
export function distinct({ definitions, method }: EndpointGroup): Endpoint[] {
  const stated = definitions.filter((it) => it.method !== undefined)
  const rows = new Map<string, Endpoint>()
  for (const it of stated.length > 0 ? stated : definitions) {
    const named = { ...it, method: it.method ?? method }
    const key = `${named.method} ${it.path.replace(/\/$/, '')}`
    if (!rows.has(key)) rows.set(key, named)
  }
  return [...rows.values()]
}

function endpointCell(project: Project, from: Document, group: EndpointGroup, { method, path }: Endpoint): string {
  const label = `\`${method ? `${method} ` : ''}${path.replaceAll('|', '\\|')}\``
  const fragment = anchorOf(project, group)
  const page = group.document === from ? '' : linkTo(project, from.path, group.document.path)
  const url = page + (fragment === undefined ? '' : `#${fragment}`)
  return url ? `[${label}](${url})` : label
}

/** The anchor that its author gave it, or else the id that the site gives its heading; none where that cannot be told. */
export function anchorOf(project: Project, { document, section, title }: EndpointGroup): string | undefined {
  const own = document.facts.sections[section]
  const written = document.facts.anchors.find(
    ({ section: at, range }) => at === section && own && range[0] >= own.heading[0] - 80 && range[0] < own.heading[1],
  )
  if (written) return written.id
  const ids = project.anchors.of(document.path)
  const slug = title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
  return [slug, `${slug}-`].find((it) => ids.has(it))
}

function linkTo(project: Project, from: string, to: string): string {
  const { folder, name } = splitPath(to)
  const here = splitPath(from).folder
  const built = project.site(to).generator === 'jekyll' ? name.replace(/\.(?:md|markdown)$/, '.html') : name
  return folder === here ? `./${built}` : `/${folder}/${built}`
}

export function describe({ title }: EndpointGroup): string {
  return title
    .replace(/\s*\{[#:][^{}]*\}\s*$/, '')
    .replaceAll('|', '\\|')
    .trim()
}

/** Whether the page's tables begin their lines with a pipe; undefined where it has none. */
function usesOuterPipes({ facts, text }: Document): boolean | undefined {
  const [first] = facts.tables
  return first && text.slice(first.range[0]).trimStart().startsWith('|')
}
