import { isMistyped } from '../../../text.ts'
import type { Document } from '../../../types.ts'
import type { EndpointIndex } from '../index.ts'
import { parameterNames } from '../paths.ts'
import type { UndocumentedParameter } from './index.ts'

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
  return groups.flatMap(({ samples, definitions }) =>
    samples.flatMap((endpoint) => {
      const names = parameterNames(index.path(endpoint))
      if (names.every((it) => all.has(it)) || !index.calls.matches(endpoint)) return []
      return definitions.flatMap((definition) => {
        const open = parameterNames(index.path(definition)).filter((it) => it.length >= least && !names.includes(it))
        return names.flatMap((name): UndocumentedParameter[] => {
          const meant = all.has(name) ? undefined : open.find((it) => plain(it) !== plain(name) && isMistyped(name, it))
          return meant === undefined ? [] : [{ endpoint, name, as: { name: meant, range: definition.pathRange } }]
        })
      })
    }),
  )
}

/** `box-id` and `boxId` are one name, and no letter of it is wrong. */
function plain(name: string): string {
  return name.replace(/[-_ ]/g, '').toLowerCase()
}
