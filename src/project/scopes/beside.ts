import type { Document, Scope } from '../../types.ts'
import { isSlip } from './likeness.ts'

/**
 * Who writes two names side by side means two scopes. That the next row of a table has the right name is no excuse for what
 * is but a slip of the pen.
 */
export function standsBeside({ name, section, range: [at] }: Scope, other: string, { facts, text }: Document): boolean {
  const isSameLine = (start: number) => !text.slice(Math.min(at, start), Math.max(at, start)).includes('\n')
  const isExcused = isSlip(name, other) ? isSameLine : () => true
  return facts.scopes.some((it) => it.name === other && it.section === section && isExcused(it.range[0]))
}
