import picomatch from 'picomatch'
import type { Options, Rule } from '../rule.ts'
import type { Dialect, Setting, UserInclude } from '../types.ts'

/** What a user may write, after validation. Every part is optional: no configuration is a configuration. */
export interface UserConfig {
  include?: string[]
  ignore?: string[]
  parser?: Dialect['parser']
  /** Mechanisms of inclusion besides those of the site: presets by name, and the user's own. */
  includes?: (string | UserInclude)[]
  rules?: Record<string, RuleEntry>
  overrides?: { files: string[]; rules: Record<string, RuleEntry> }[]
  /** The file of known findings, relative to the project. */
  baseline?: string
  scopes?: { catalogue?: string[]; labels?: string[]; neutral?: string[] }
  frontMatter?: { files: string | string[]; schema: string }[]
  samples?: { files: string | string[]; schema: string }[]
}

/** As a user writes it: `error`, `[error, { minimum: 2 }]`, or the same with names. */
export type RuleEntry =
  | Setting
  | 'warn'
  | readonly [Setting | 'warn', Options?]
  | { severity?: Setting | 'warn'; options?: Options }

/** What the command line says; it has the last word. */
export interface Chosen {
  rules?: Record<string, RuleEntry>
  only?: readonly string[]
  skip?: readonly string[]
}

/** The configuration as the engine asks it. */
export interface Config {
  readonly user: UserConfig
  /** Severity and options of a rule for one file: default, then `rules`, then `overrides` in order. */
  setting(path: string, id: string, rule: Rule): { severity: Setting; options: Options }
  /** Whether the user has spoken about a rule's severity, so that a rule's own judgement no longer counts. */
  isSet(id: string): boolean
}

export const defaultInclude = ['**/*.{md,markdown,mdx,md.erb}']

export function makeConfig(user: UserConfig, chosen: Chosen = {}): Config {
  const layers = [
    { matches: () => true, rules: user.rules ?? {} },
    ...(user.overrides ?? []).map(({ files, rules }) => ({ matches: picomatch(files), rules })),
    { matches: () => true, rules: chosen.rules ?? {} },
  ]
  const only = new Set(chosen.only)
  const skip = new Set(chosen.skip)
  return {
    user,
    isSet: (id) => layers.some(({ rules }) => Object.hasOwn(rules, id)),
    setting(path, id, rule) {
      let severity = rule.severity
      let options = rule.options ?? {}
      for (const { matches, rules } of layers) {
        if (!Object.hasOwn(rules, id) || !matches(path)) continue
        const entry = readEntry(rules[id])
        severity = entry.severity ?? severity
        options = { ...options, ...entry.options }
      }
      if (skip.has(id) || (only.size > 0 && !only.has(id))) severity = 'off'
      else if (only.has(id) && severity === 'off') severity = 'warning'
      return { severity, options }
    },
  }
}

function readEntry(entry: RuleEntry | undefined): { severity?: Setting; options?: Options } {
  if (entry === undefined) return {}
  if (typeof entry === 'string') return { severity: entry === 'warn' ? 'warning' : entry }
  const [severity, options] = isTuple(entry) ? entry : [entry.severity, entry.options]
  return { ...(severity && readEntry(severity)), options }
}

function isTuple(entry: object): entry is readonly [Setting | 'warn', Options?] {
  return Array.isArray(entry)
}
