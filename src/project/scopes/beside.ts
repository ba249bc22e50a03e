import type { Document, Scope } from '../../types.ts'
import { isSlip } from './likeness.ts'

/**
 * Who writes two names side by side means two scopes. That the next row of a table has the right name is no excuse for what
 * is but a slip of the pen.
 */
export function standsBeside(scope: Scope, other: string, { facts, text }: Document): boolean {
  const {
    name,
    section,
    role,
    range: [at],
  } = scope
  const isSameLine = (start: number) => !text.slice(Math.min(at, start), Math.max(at, start)).includes('\n')
  const isExcused = isSlip(name, other) ? isSameLine : () => true
  // What explains a scope speaks of others that the list has.
  const isRow = (it: Scope) => role === 'mention' && it.role === 'catalogue'
  return facts.scopes.some((it) => it.name === other && it.section === section && !isRow(it) && isExcused(it.range[0]))
}
