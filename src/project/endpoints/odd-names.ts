import type { Endpoint } from '../../types.ts'
import type { EndpointGroup } from './index.ts'
import type { UndocumentedParameter } from './path-parameters.ts'
import { splitSegments } from './paths.ts'

/** What stands before a parameter → its names, and how often each is used. */
export type ParameterNames = Map<string, Map<string, number>>

/** Learns how the paths of a section call their first parameter. */
export function countNames(names: ParameterNames, group: EndpointGroup): void {
  for (const { prefix, name } of named(group)) {
    const counts = names.get(prefix) ?? new Map<string, number>()
    counts.set(name, (counts.get(name) ?? 0) + 1)
    names.set(prefix, counts)
  }
}

function named({ definitions }: EndpointGroup): { endpoint: Endpoint; prefix: string; name: string }[] {
  return definitions.flatMap((endpoint) => {
    const parts = splitSegments(endpoint.path)
    const at = parts.findIndex((it) => /^(?::\w[\w-]*|\{[\w-]+\})$/.test(it))
    if (at < 1 || /[%]/.test(endpoint.path)) return []
    return [{ endpoint, prefix: parts.slice(0, at).join('/'), name: parts[at]?.replace(/[:{}]/g, '') ?? '' }]
  })
}

/** `:route-guid` once, `:guid` everywhere else behind the same beginning: one name holds the other, so it is the same thing. */
export function oddNames(group: EndpointGroup, names: ParameterNames): UndocumentedParameter[] {
  return named(group).flatMap(({ endpoint, prefix, name }) => {
    const counts = names.get(prefix)
    if (counts?.get(name) !== 1 || counts.size !== 2) return []
    const [usual] = [...counts].filter(([it, count]) => it !== name && count >= 5)
    const [other = '', ...more] = usual ? [usual[0]] : []
    const alike = other !== '' && more.length === 0 && (name.endsWith(other) || other.endsWith(name))
    return alike ? [{ endpoint, name, elsewhere: other }] : []
  })
}
