import type { Setting } from '../types.ts'
import type { RuleEntry } from './user.ts'

/** A set of severities with a name. */
export interface Preset {
  summary: string
  /** What becomes of the severity that a rule, or one of its findings, has by itself. */
  grades: Readonly<Record<Setting, Setting>>
  rules: Readonly<Record<string, RuleEntry>>
}

const asItIs = { error: 'error', warning: 'warning', info: 'info', off: 'off' } as const

export const presets: ReadonlyMap<string, Preset> = new Map<string, Preset>([
  [
    'recommended',
    {
      summary: 'every rule as it is by default: what is in force where nothing is extended',
      grades: asItIs,
      rules: {},
    },
  ],
  [
    'strict',
    {
      summary: 'what is a warning by default is an error, and every excuse gives its reason',
      grades: { ...asItIs, warning: 'error' },
      rules: { 'unexplained-suppression': 'error' },
    },
  ],
  [
    'all',
    { summary: 'every rule; one that is off by default warns', grades: { ...asItIs, off: 'warning' }, rules: {} },
  ],
])
