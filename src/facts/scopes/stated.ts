import type { Range, Scope, ScopeStatement } from '../../types.ts'

/** What one place says of scopes. A place may say that none is needed, and then only states it. */
export interface Stated {
  scopes: Scope[]
  statement?: ScopeStatement
}

/** A name, and where it stands. */
export type PlacedName = Pick<Scope, 'name' | 'range'>

/** What a pattern finds in a value that begins at an offset, each as a name. */
export function namesAt(start: number, value: string, pattern: RegExp): PlacedName[] {
  return Array.from(value.matchAll(pattern), ({ index, 0: name }) => ({
    name,
    range: [start + index, start + index + name.length],
  }))
}

export function statement(range: Range, section: number, scopes: Scope[]): ScopeStatement {
  return { range, section, names: [...new Set(scopes.map(({ name }) => name))] }
}

/** A name as a scope that a section states in that role. */
export function asScope(role: Scope['role'], section: number) {
  return ({ name, range }: PlacedName): Scope => ({ name, range, role, methods: [], section })
}
