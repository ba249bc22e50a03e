import { namesPath } from '../../../facts/schemas/announcements.ts'
import { onlyOne } from '../../../grouped.ts'
import { squash } from '../../../text.ts'
import type { Document, Endpoint, Range } from '../../../types.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Documented, ListedParameter, StrayParameter } from '../../types/parameters.ts'
import { isUnclear } from '../paths.ts'
import { samePath } from '../same.ts'
import { keysOf, type TableBeside } from './beside.ts'
import { isWritten, squashedNames } from './strays.ts'

/** Rows that say "path" of what a call of the section has in its query, and none of its paths. */
export function inQueryInstead(
  index: EndpointIndex,
  document: Document,
  beside: (document: Document) => TableBeside,
): StrayParameter[] {
  // A section that documents its endpoint by a call alone has its table beside that.
  const ofCalls = index.strayCalls(document).flatMap((call) => {
    const fields = call.query === undefined ? [] : (beside(document)(call)?.fields ?? [])
    const keys = keysOf(call)
    return fields
      .filter(({ path, place = '' }) => /^\W*path\W*$/i.test(place) && keys.includes(path.join('.')))
      .map(({ path, nameRange }) => misplaced(path.join('.'), nameRange, call))
  })
  return [...inSections(index, document), ...new Map(ofCalls.map((it) => [it.range[0], it])).values()]
}

function misplaced(name: string, range: Range, endpoint: Endpoint): StrayParameter {
  return { name, range, endpoint, isInQuery: true }
}

function inSections(index: EndpointIndex, document: Document): StrayParameter[] {
  return [...index.parameters.documented(document)].flatMap(([group, names]) => {
    const rows = [...new Set(names.values())].filter(({ saysPath }) => saysPath)
    if (rows.length === 0 || !isPlain(index, group)) return []
    const inPath = squashedNames(index, group.definitions)
    const isOwn = (it: Endpoint) => group.definitions.some((own) => samePath(index, it, own))
    const calls = document.facts.endpoints.filter((it) => group.samples.includes(it) || isOwn(it))
    return rows.flatMap(({ name, range }): StrayParameter[] => {
      const call = inPath.has(squash(name)) ? undefined : calls.find((it) => keysOf(it).includes(name))
      return call ? [misplaced(name, range, call)] : []
    })
  })
}

/**
 * `id`, the only row of "Path parameters", or of "URL parameters" where another path of the page has that place, and `GET /pots/`, which
 * has none and ends where one would stand.
 */
export function withoutPlace(index: EndpointIndex, document: Document): StrayParameter[] {
  const all = [...index.parameters.documented(document)]
  const elsewhere = new Set(
    all.flatMap(([group, names]) => [...squashedNames(index, group.definitions)].filter(isIn(names))),
  )
  return all.flatMap(([group, names]): StrayParameter[] => {
    const only = onlyOne([...new Set(names.values())].filter(({ inPath }) => inPath))
    const definition = onlyOne(group.definitions)
    if (!only || !definition?.path.endsWith('/') || !isPlain(index, group)) return []
    const { name, range, saysPath } = only
    const isNamed = saysPath || elsewhere.has(squash(name))
    if (
      !isNamed ||
      squashedNames(index, group.definitions).size > 0 ||
      isWritten([...group.definitions, ...group.samples], name)
    )
      return []
    return [{ name, range, endpoint: definition }]
  })
}

/** So many names without a colon show that those of a list are not written with one, as some write all. */
const usual = 3

/** `:id[]` below "Form data parameters", where the path has no such place, and the other names of such lists have no colon. */
export function writtenAsPath(index: EndpointIndex, document: Document): ListedParameter[] {
  const { text, facts } = document
  const lists = facts.schemas.flatMap(({ role, section, fields }) => {
    const title = facts.sections[section]?.title.trim() ?? ''
    return role === 'parameters' && besidePath.test(title) && !namesPath.test(title)
      ? fields.map(({ nameRange, path }) => ({ nameRange, name: path.join('.'), section, title }))
      : []
  })
  const marked = lists.filter(({ nameRange: [start] }) => text[start] === ':' && /\w/.test(text[start + 1] ?? ''))
  if (marked.length === 0 || lists.length - marked.length < usual * marked.length) return []
  return marked.flatMap(({ nameRange, name, section, title }): ListedParameter[] => {
    const group = index.of(document, section)
    const isOfPath = group && squashedNames(index, group.definitions).has(squash(name))
    return group && !isOfPath ? [{ name: text.slice(...nameRange), range: nameRange, title }] : []
  })
}

const besidePath = /\b(?:form(?:[- ]data)?|query|body|json)\b.*\bparam(?:eter)?s?\b/i

function isIn(names: ReadonlyMap<string, Documented>): (name: string) => boolean {
  const listed = new Set([...names.values()].filter(({ inPath }) => inPath).map(({ name }) => squash(name)))
  return (name) => listed.has(name)
}

/** Nothing in the paths may be read in two ways. */
function isPlain(index: EndpointIndex, { definitions }: EndpointGroup): boolean {
  return definitions.every((it) => it.form !== 'name' && !index.path(it).opaque && !isUnclear(it.path))
}
