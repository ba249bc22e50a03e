import { member, members } from '../../parse/json.ts'
import type { Document } from '../../types.ts'
import type { Project } from '../types/project.ts'
import type { StatusDrift } from '../types/spec.ts'

/** Sections that list statuses, against the responses of their operation. */
export function statusDrift(project: Project, document: Document): StatusDrift[] {
  return project.endpoints.groups(document).flatMap((group): StatusDrift[] => {
    const own = project.endpoints.within(group, document.facts.statuses)
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
