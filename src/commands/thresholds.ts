import type { Severity } from '../types.ts'
import { UsageError } from './command.ts'

const ranks: Record<Severity, number> = { info: 0, warning: 1, error: 2 }

export function atLeast(severity: Severity, threshold: Severity): boolean {
  return ranks[severity] >= ranks[threshold]
}

export function readFailOn({ 'fail-on': value = 'error' }: { 'fail-on'?: string }): Severity | 'never' {
  return value as Severity | 'never'
}

/** A number that a flag takes; no flag and `none` are no limit. */
export function readCount(text: string | undefined, flag: string, fallback = Number.POSITIVE_INFINITY): number {
  if (text === undefined) return fallback
  if (text === 'none' || text === '-1') return Number.POSITIVE_INFINITY
  if (!/^\d+$/.test(text)) throw new UsageError(`${flag} takes a number, not "${text}"`)
  return Number(text)
}
