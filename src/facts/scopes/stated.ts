import type { Range, Scope, ScopeStatement } from '../../types.ts'

/** What one place says of scopes. A place may say that none is needed, and then only states it. */
export interface Stated {
  scopes: Scope[]
  statement?: ScopeStatement
}

export function statement(range: Range, section: number, scopes: Scope[]): ScopeStatement {
  return { range, section, names: [...new Set(scopes.map(({ name }) => name))] }
}

/** A name as a scope that a section states in that role. */
export function asScope(role: Scope['role'], section: number) {
  return ({ name, range }: Pick<Scope, 'name' | 'range'>): Scope => ({ name, range, role, methods: [], section })
}
