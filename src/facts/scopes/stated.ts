import type { Range, Scope, ScopeStatement } from '../../types.ts'

/** What one place says of scopes. A place may say that none is needed, and then only states it. */
export interface Stated {
  scopes: Scope[]
  statement?: ScopeStatement
}

export function statement(range: Range, section: number, scopes: Scope[]): ScopeStatement {
  return { range, section, names: [...new Set(scopes.map(({ name }) => name))] }
}
