import { grouped } from '../../grouped.ts'
import type { Endpoint, FrontMatter } from '../../types.ts'
import type { CodeBlock } from '../samples/blocks/code.ts'
import type { ReadTable } from '../schemas/tables/cells.ts'
import type { Syntax } from '../syntax.ts'
import { withTitledVerbs } from './below-titles.ts'
import { calledEndpoints } from './called.ts'
import type { Candidate } from './candidate.ts'
import { fencedEndpoints } from './fences.ts'
import { frontMatterEndpoints } from './front-matter.ts'
import { labelledTitles } from './labelled-titles.ts'
import { type Judged, withListedRows } from './listed-rows.ts'
import { namedMethods } from './method-names.ts'
import { roleOf } from './roles.ts'
import { statedInSentences } from './sentences.ts'
import { splitHeadings } from './split-headings.ts'
import { tableEndpoints } from './tables.ts'
import { textEndpoints } from './text.ts'
import { lonelyUrls, withMethod } from './urls.ts'

/** `https://api.example.com/v2/`: what all paths begin with. An endpoint that has no more than that is told with its method. */
const base = /^\/(?:api\/)?v\d+(?:\.\d+)*\/?$/i

/** `## POST orders/items` above `https://api.example.com/v2/orders/items`: the title is the end of what its section states. */
function withoutEnds(all: Candidate[]): Candidate[] {
  const isOpen = ({ form, path }: Candidate) => form === 'heading' && /^\w/.test(path)
  if (!all.some(isOpen)) return all
  const bySection = grouped(all, ({ section }) => section)
  return all.filter((it) => !isOpen(it) || !bySection.get(it.section)?.some(({ path }) => path.endsWith(`/${it.path}`)))
}

/** Written out: to leave something out of a copy takes longer than all else about an endpoint. */
function asEndpoint({ it, role }: Judged): Endpoint {
  const { form, section, method, methodRange, host, path, query, pathRange, range } = it
  return { form, section, method, methodRange, host, path, query, pathRange, range, role }
}

/**
 * Every method and path that a document writes, in whatever form: a token that is a verb beside a token that is a path, inside
 * one line, code span, table row or element. Where it stands decides only what it is for.
 */
export function endpoints(
  syntax: Syntax,
  blocks: CodeBlock[],
  tables: ReadTable[],
  frontMatter: FrontMatter | undefined,
): Endpoint[] {
  const rows = tableEndpoints(tables, syntax.text)
  const inRows = new Set(rows.map((it) => it.pathRange[0]))
  const lost = blocks.filter((it) => it.isLost)
  const all: Candidate[] = [
    ...frontMatterEndpoints(syntax, frontMatter),
    ...withTitledVerbs(blocks.flatMap(fencedEndpoints), syntax),
    // The cells of a row are elements, too.
    ...textEndpoints(syntax).filter(
      ({ form, pathRange: [at] }) =>
        (form !== 'element' || !inRows.has(at)) && !lost.some(({ range: [start, end] }) => start < at && at < end),
    ),
    ...splitHeadings(syntax),
    ...labelledTitles(syntax),
    ...lonelyUrls(syntax),
    ...rows,
  ].filter((it) => it.method !== undefined || !base.test(it.path))
  if (all.length === 0) return []
  const candidates = withoutEnds(all)
  candidates.sort((a, b) => a.pathRange[0] - b.pathRange[0])
  const role = roleOf(syntax, candidates)
  // A URL that has a line for itself may have its method elsewhere.
  const called = new Set(candidates.flatMap((it) => (it.form === 'url' ? [] : it.pathRange[0])))
  const told = candidates.filter((it) => it.form !== 'url' || !called.has(it.pathRange[0]))
  const found = withListedRows(told.map((it) => ({ it, role: role(it) })))
    .map(asEndpoint)
    .filter((it) => it.form !== 'url' || it.role !== 'mention')
    .map((it) => (it.form === 'url' && it.role === 'definition' ? withMethod(it, syntax.sections) : it))
  const known = statedInSentences(calledEndpoints(found, syntax), syntax)
  const named = namedMethods(syntax, known)
  return named.length > 0 ? [...named, ...known].sort((a, b) => a.pathRange[0] - b.pathRange[0]) : known
}
