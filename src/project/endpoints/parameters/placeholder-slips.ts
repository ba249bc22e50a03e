import { isMistyped } from '../../../text.ts'
import type { Document, Range } from '../../../types.ts'
import { once } from '../../once.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { UndocumentedParameter } from '../../types/parameters.ts'
import { parameterNames } from '../paths.ts'
import { plain } from './names.ts'

/** A shorter name is one of its own as often as it is a slip. */
const least = 6

/**
 * `curl …/boxes/{primryLidId}` in a section that documents `/boxes/{primaryLidId}`: a call may name what it leaves open in its own
 * way, but not a letter off.
 */
export function placeholderSlips(index: EndpointIndex, document: Document): UndocumentedParameter[] {
  // Most pages call their endpoints with values.
  if (!document.facts.endpoints.some(({ role, path }) => role === 'sample' && /[{<:]/.test(path))) return []
  const groups = index.groups(document)
  const all = new Set(groups.flatMap(({ definitions }) => definitions.flatMap((it) => parameterNames(index.path(it)))))
  return groups.flatMap((group) => {
    const documented = once(() => longNames(index, group))
    return group.samples.flatMap((endpoint) => {
      const names = parameterNames(index.path(endpoint))
      const strange = names.filter((it) => !all.has(it))
      if (strange.length === 0 || !index.calls.matches(endpoint)) return []
      return strange.flatMap((name): UndocumentedParameter[] => {
        const as = documented().find((it) => !names.includes(it.name) && isSlip(name, it.name))
        return as ? [{ endpoint, name, as }] : []
      })
    })
  })
}

/** The names in a section's paths that are long enough, each once, and the first path that has it. */
function longNames(index: EndpointIndex, { definitions }: EndpointGroup): { name: string; range: Range }[] {
  const found = new Map<string, { name: string; range: Range }>()
  for (const it of definitions) {
    for (const name of parameterNames(index.path(it)))
      if (name.length >= least && !found.has(name)) found.set(name, { name, range: it.pathRange })
  }
  return [...found.values()]
}

/** `box-id` and `boxId` are one name, and no letter of it is wrong. */
function isSlip(name: string, documented: string): boolean {
  return isMistyped(name, documented) && plain(name) !== plain(documented)
}
