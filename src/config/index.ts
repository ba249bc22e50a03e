import picomatch from 'picomatch'
import type { Options, Rule } from '../rule.ts'
import type { Dialect, Setting } from '../types.ts'

/** What a user may write, after validation. Every part is optional: no configuration is a configuration. */
export interface UserConfig {
  include?: string[]
  ignore?: string[]
  parser?: Dialect['parser']
  rules?: Record<string, RuleEntry>
  overrides?: { files: string[]; rules: Record<string, RuleEntry> }[]
  scopes?: { catalogue?: string[] }
  samples?: { files: string | string[]; schema: string }[]
}

export type RuleEntry = Setting | { severity?: Setting; options: Options }

/** The configuration as the engine asks it. */
export interface Config {
  readonly user: UserConfig
  /** Severity and options of a rule for one file: default, then `rules`, then `overrides` in order. */
  setting(path: string, id: string, rule: Rule): { severity: Setting; options: Options }
  /** Whether the user has spoken about a rule's severity, so that a rule's own judgement no longer counts. */
  isSet(id: string): boolean
}

export const defaultInclude = ['**/*.{md,markdown,mdx,md.erb}']

export function makeConfig(user: UserConfig): Config {
  const overrides = (user.overrides ?? []).map(({ files, rules }) => ({ matches: picomatch(files), rules }))
  return {
    user,
    isSet: (id) => [user.rules, ...overrides.map((it) => it.rules)].some((it) => it && Object.hasOwn(it, id)),
    setting(path, id, rule) {
      let severity = rule.severity
      let options = rule.options ?? {}
      const apply = (entry: RuleEntry | undefined) => {
        if (entry === undefined) return
        if (typeof entry === 'string') severity = entry
        else {
          severity = entry.severity ?? severity
          options = { ...options, ...entry.options }
        }
      }
      if (user.rules && Object.hasOwn(user.rules, id)) apply(user.rules[id])
      for (const it of overrides) if (Object.hasOwn(it.rules, id) && it.matches(path)) apply(it.rules[id])
      return { severity, options }
    },
  }
}
