import { incrementIn } from '../../../grouped.ts'
import { isMistyped, singular } from '../../../spelling.ts'
import { squash } from '../../../text.ts'
import type { Document, Endpoint } from '../../../types.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { UndocumentedParameter } from '../../types/parameters.ts'
import { isUnclear, operationOf, splitSegments } from '../paths.ts'

/** What stands before a parameter, with its mark or without, or an operation → the parameter's names, and how often each is used. */
export type ParameterNames = Map<string, Map<string, number>>

/** Learns how the paths of a section call their first parameter. */
export function countNames(names: ParameterNames, group: EndpointGroup): void {
  for (const { endpoint, prefix, name, mark } of named(group))
    for (const place of [prefix, operationOf(endpoint), marked(prefix, mark)]) incrementIn(names, place, name)
}

interface Named {
  endpoint: Endpoint
  prefix: string
  name: string
  /** `:` or `{`. */
  mark: string
}

/** No path has a blank. */
function marked(prefix: string, mark: string): string {
  return `${prefix} ${mark}`
}

function named({ definitions }: EndpointGroup): Named[] {
  return definitions.flatMap((endpoint) => {
    const parts = splitSegments(endpoint.path)
    const at = parts.findIndex((it) => /^(?::\w[\w-]*|\{[\w-]+\})$/.test(it))
    if (at < 1 || isUnclear(endpoint.path)) return []
    const part = parts[at] ?? ''
    return [
      { endpoint, prefix: parts.slice(0, at).join('/'), name: part.replace(/[:{}]/g, ''), mark: part.slice(0, 1) },
    ]
  })
}

/** Names of this section that its paths should not have, as all others have another one there; each is told once. */
export function oddNames(group: EndpointGroup, names: ParameterNames): UndocumentedParameter[] {
  const all = named(group)
  const seen = new Set<string>()
  return all.flatMap(({ endpoint, prefix, name, mark }) => {
    const counts = names.get(prefix)
    if (counts?.size !== 2 || seen.has(name)) return []
    const [[other, often] = ['', 0]] = [...counts].filter(([it]) => it !== name)
    const times = counts.get(name)
    // `:route-guid` once, `:guid` everywhere else: one name holds the other, so it is the same thing.
    const isVariant = often >= 5 && (name.endsWith(other) || other.endsWith(name))
    // `:AppId` once, `:appId` everywhere else.
    const isAlike = squash(name) === squash(other)
    const isRecased = often >= 3 && isAlike
    const isNoted = isAlike && names.get(marked(prefix, mark))?.has(other) !== true && isNotation(mark, group.document)
    // `{mettingId}` once, `{meetingId}` before: one of the two is a slip.
    const isSlip = name.length > 5 && [...counts.keys()][0] === other && isMistyped(name, other)
    const own = all.filter((it) => it.prefix === prefix && it.name === name).length
    const isOnlyHere = often >= 3 && times === own && names.get(operationOf(endpoint))?.has(other) === true
    const isOdd = times === 1 && !isNoted && (isVariant || isRecased || isSlip)
    if (!isOdd && !(isOnlyHere && isBorrowed(prefix, name, other, names))) return []
    seen.add(name)
    return [{ endpoint, name, elsewhere: other }]
  })
}

/** All that the page leaves open, in several paths, has this mark: it may write `{item-id}` for what others call `:item_id`. */
function isNotation(mark: string, { facts }: Document): boolean {
  const open = facts.endpoints.filter(({ path }) => /\/[:{]/.test(path))
  return open.length > 1 && open.every(({ path }) => path.includes(`/${mark}`))
}

/** `/items/{listId}`, where the same call has `/items/{itemId}` in other places, and `{listId}` is what stands behind `/lists`. */
function isBorrowed(prefix: string, name: string, other: string, names: ParameterNames): boolean {
  const at = prefix.lastIndexOf('/') + 1
  const owner = wordOf(name)
  if (owner === '' || owner === wordOf(other) || wordOf(other) !== singular(prefix.slice(at).toLowerCase()))
    return false
  const beside = [`${owner}s`, owner, owner.replace(/y$/, 'ies')].map((it) => names.get(prefix.slice(0, at) + it))
  return beside.some((it) => it?.has(name) === true && !it.has(other))
}

/** `itemId` and `item_id` number an item. */
function wordOf(name: string): string {
  return name.replace(/[-_]?(?:id|uuid|guid|key|code|name)$/i, '').toLowerCase()
}
