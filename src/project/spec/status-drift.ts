import { member, members } from '../../parse/json.ts'
import type { Document, Range } from '../../types.ts'
import type { Project } from '../index.ts'
import type { Operation } from './operations.ts'

/** A status that only one of page and contract has. */
export interface StatusDrift {
  at: Range
  code: number
  /** Who has it. */
  side: 'page' | 'contract'
  operation: Operation
  /** The contract's responses, or the one that the page lacks. */
  place: { path: string; at: Range }
}

/** Sections that list statuses, against the responses of their operation. */
export function statusDrift(project: Project, document: Document): StatusDrift[] {
  return project.endpoints.groups(document).flatMap((group): StatusDrift[] => {
    const own = document.facts.statuses.filter(({ section }) => project.endpoints.of(document, section) === group)
    const listed = own.filter(({ role }) => role === 'list')
    const operation = group.definitions.flatMap((it) => project.specs.operationOf(it) ?? [])[0]
    const responses = member(operation?.node, 'responses')
    const [first] = listed
    if (!operation || !responses || !first || listed.length < 2) return []
    const known = members(responses).map(({ key, keyRange }) => ({ key: key.toUpperCase(), keyRange }))
    const has = (code: number) => known.some(({ key }) => key === String(code) || key === `${String(code)[0]}XX`)
    const hasOthers = known.some(({ key }) => key === 'DEFAULT')
    const place = { path: operation.path, at: responses.range }
    return [
      ...listed
        .filter(({ code }) => !has(code) && !hasOthers)
        .map(({ code, reasonRange }) => ({ at: reasonRange, code, side: 'page' as const, operation, place })),
      ...known
        .filter(({ key }) => /^\d{3}$/.test(key) && !own.some(({ code }) => String(code) === key))
        .map(({ key, keyRange }) => ({
          at: first.reasonRange,
          code: Number(key),
          side: 'contract' as const,
          operation,
          place: { path: operation.path, at: keyRange },
        })),
    ]
  })
}
