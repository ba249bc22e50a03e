import type { EndpointGroup } from '../../types/groups.ts'
import { textOf } from '../groups.ts'

/** `### Parameters`, and below it "None." */
export function deniesAny(group: EndpointGroup): boolean {
  return group.definitions.length === 1 && none.test(textOf(group))
}

const none = /^#{2,6} (?:(?:path|ur[il]) )?parameters?\s{1,4}none\.?[ \t]*$/im

/** The same of the path alone: whatever else the section documents, it has none of what its path has. */
export function deniesInPath(group: EndpointGroup): boolean {
  return group.definitions.length === 1 && noneInPath.test(textOf(group))
}

const noneInPath =
  /^(?:#{2,6} |[*_]{2})(?:path|ur[il])[ -]param(?:eter)?s?:?[*_]{0,2}:?\s{1,6}(?:[*-] )?[`*_]{0,2}none[`*_]{0,2}\.?[ \t]*$/im
