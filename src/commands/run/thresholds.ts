import type { UserConfig } from '../../config/user.ts'
import type { Severity } from '../../types.ts'
import { UsageError } from '../command.ts'

/** From where on findings are a failure. */
export interface Thresholds {
  failOn: Severity | 'never'
  maxWarnings: number
}

export function readThresholds(
  values: { 'fail-on'?: string; 'max-warnings'?: string },
  wishes: NonNullable<UserConfig['report']>,
): Thresholds {
  const failOn = (values['fail-on'] ?? wishes.failOn ?? 'error') as Thresholds['failOn']
  return { failOn, maxWarnings: readCount(values['max-warnings'], '--max-warnings', wishes.maxWarnings) }
}

/** A number that a flag takes; no flag and `none` are no limit. */
export function readCount(text: string | undefined, flag: string, fallback = Number.POSITIVE_INFINITY): number {
  if (text === undefined) return fallback
  if (text === 'none' || text === '-1') return Number.POSITIVE_INFINITY
  if (!/^\d+$/.test(text)) throw new UsageError(`${flag} takes a number, not "${text}"`)
  return Number(text)
}
