import type { Document, Scope } from '../../types.ts'

/** Product tables define; a list of scopes defines where it is the catalogue, and in a contract always. */
export function defines({ path, facts }: Document, role: Scope['role'], catalogues: readonly string[]): boolean {
  if (role === 'usage') return true
  return role === 'catalogue' && (facts.spec !== undefined || catalogues.includes(path))
}
