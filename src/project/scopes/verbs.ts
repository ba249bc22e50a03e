import type { Document } from '../../types.ts'
import type { Project } from '../types/project.ts'
import type { EndpointScopes, VerbMismatch } from '../types/scopes.ts'

const reads = /(?:^|[._:])(?:read|readonly|view)(?=$|[._:])/i
const writes = /(?:^|[._:])(?:write|writeonly|edit|update|manage)(?=$|[._:])/i
const reading = new Set(['GET', 'HEAD'])
/** Not POST: many APIs search by it. */
const writing = new Set(['PUT', 'PATCH', 'DELETE'])

export function verbMismatches(project: Project, document: Document): VerbMismatch[] {
  return project.scopes.endpoints
    .of(document)
    .flatMap((it) => [...againstTable(project, document, it), ...againstName(project, it)])
}

/** The table says which methods a scope is for. Who may write may read, unless the name says "only". */
function againstTable(project: Project, document: Document, { group, scopes }: EndpointScopes): VerbMismatch[] {
  const { method } = group
  if (!method) return []
  return scopes.flatMap((scope) => {
    const row = project.scopes.tables.around(document, scope)?.rows.get(scope.name)
    if (!row || row.methods.size === 0 || row.methods.has(method)) return []
    if (reading.has(method) && /write$|readwrite/i.test(scope.name)) return []
    return [{ scope, method, listed: { methods: [...row.methods].sort(), place: row.place } }]
  })
}

/** All alternatives are of the wrong kind, and the right kind exists: a GET that has no read scope needs what there is. */
function againstName(project: Project, { group: { method }, scopes }: EndpointScopes): VerbMismatch[] {
  const [scope] = scopes
  if (!method || !scope) return []
  const [wrong, right, word] = reading.has(method)
    ? ([writes, reads, 'read'] as const)
    : ([reads, writes, 'write'] as const)
  if (!reading.has(method) && !writing.has(method)) return []
  if (!scopes.every(({ name }) => wrong.test(name) && !right.test(name))) return []
  const name = scope.name.replace(/(?<=^|[._:])(?:read|readonly|write|writeonly)(?=$|[._:])/i, word)
  const place = project.scopes.defined.get(name)
  return place && name !== scope.name ? [{ scope, method, counterpart: { name, place } }] : []
}
