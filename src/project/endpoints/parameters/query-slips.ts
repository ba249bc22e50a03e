import { onlyOne } from '../../../grouped.ts'
import { editsBetween, isMistyped, sameDigits } from '../../../spelling.ts'
import { literally, squash } from '../../../text.ts'
import type { Document } from '../../../types.ts'
import { onceEach } from '../../once.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Documented, DocumentedName, QuerySlip } from '../../types/parameters.ts'
import { textOf } from '../groups.ts'
import { keysOf, type TableBeside } from './beside.ts'
import { namesIn } from './documented.ts'

/** Near misses, and what another section of the page documents: one that nobody documents was rather left out of the list. */
export function querySlips(
  index: EndpointIndex,
  document: Document,
  beside: (document: Document) => TableBeside,
): QuerySlip[] {
  const { endpoints, schemas } = document.facts
  const asked = endpoints.filter(({ query, role }) => query && (role === 'sample' || role === 'definition'))
  if (asked.length === 0 || (schemas.length === 0 && !asked.some(({ role }) => role === 'definition'))) return []
  const documented = index.parameters.documented(document)
  const known = new Map(
    [...documented.values()].flatMap((it) => Array.from(it.values(), (one) => [one.name, one] as const)),
  )
  const isTold = onceEach((group: EndpointGroup) => onceEach((name: string) => tells(group, name)))
  return asked.flatMap((endpoint): QuerySlip[] => {
    const group = index.of(document, endpoint.section)
    const own: readonly Own[] = group
      ? [...(documented.get(group)?.values() ?? [])]
      : namesIn(beside(document)(endpoint)?.fields ?? [])
    const names = keysOf(endpoint)
    const isOwn = endpoint.role === 'definition' || index.calls.matches(endpoint)
    const isAlone = !group || (isOwn && group.definitions.length === 1)
    const onlyOther = isAlone ? onlyOtherOf(names, own) : undefined
    return names.flatMap((name) => {
      const other = group && known.get(name)
      if (other) {
        // A sample may call what another section documents, on the way.
        return isOwn && isMissing(own, name) && !isTold(group)(name)
          ? [{ endpoint, name, as: other, elsewhere: true }]
          : []
      }
      if (own.some((it) => it.name === name)) return []
      const as =
        own.find((it) => !names.includes(it.name) && isSlip(name, it.name)) ?? onlyOther ?? recased(name, names, group)
      return as ? [{ endpoint, name, as }] : []
    })
  })
}

/** What documents a query: of a table, all is of the query. */
type Own = DocumentedName & Partial<Documented>

/** `?GLAZE=` where the section writes its endpoint, `?glaze=` where it is called. */
function recased(name: string, names: readonly string[], group: EndpointGroup | undefined): DocumentedName | undefined {
  const written = (group?.definitions ?? []).flatMap((it) =>
    keysOf(it).map((key) => ({ name: key, range: it.pathRange })),
  )
  if (written.some((it) => it.name === name)) return undefined
  return written.find((it) => squash(it.name) === squash(name) && !names.includes(it.name))
}

/** The query has one parameter, and so has the list: `?after_uri=` and `uri` are the same one. */
function onlyOtherOf(names: readonly string[], own: readonly Own[]): Own | undefined {
  const name = onlyOne(names) ?? ''
  const only = onlyOne(own.filter((it) => !it.inPath))
  const isPart = only && new RegExp(`[_-]${literally(only.name)}$`, 'i').test(name)
  return isPart ? only : undefined
}

/** Whether a section that documents parameters does not document this one. */
function isMissing(own: readonly DocumentedName[], name: string): boolean {
  return own.length > 0 && !ofAllCalls.test(name) && !own.some((it) => it.name === name)
}

/** Whether a section has a name in code: `owner=me` in its place tells of it as well. */
function tells(group: EndpointGroup, name: string): boolean {
  const text = textOf(group)
  return text.includes(`\`${name}\``) || text.includes(`\`${name}=`)
}

/** What turning pages, and showing who calls, takes is told once for all calls. */
const ofAllCalls = /page|limit|offset|count|size|cursor|sort|order|token|key|format|lang|locale|version|fields|expand/i

/** The same word in other letters, one with two letters swapped, or a long one that is a letter or two off; digits tell names apart. */
function isSlip(name: string, documented: string): boolean {
  const [one, other] = [squash(name), squash(documented)]
  if (one === other) return true
  // Of short words, many are alike.
  if (one.length < 8) return one.length > 4 && isMistyped(one, other)
  return sameDigits(one, other) && editsBetween(one, other) <= (one.length > 10 ? 2 : 1)
}
