import type { Options } from '../rule.ts'
import type { Dialect, Setting, Severity, UserInclude } from '../types.ts'

/** What a user may write, after validation. Every part is optional: no configuration is a configuration. */
export interface UserConfig {
  /** Presets, files and packages to begin with; later ones win, this one last. */
  extends?: string | string[]
  /** Code that adds rules and reporters; loaded only for a user who trusts it. */
  plugins?: string[]
  include?: string[]
  ignore?: string[]
  parser?: Dialect['parser']
  /** Mechanisms of inclusion besides those of the site: presets by name, and the user's own. */
  includes?: (string | UserInclude)[]
  rules?: Record<string, RuleEntry>
  overrides?: { files: string[]; rules: Record<string, RuleEntry> }[]
  /** The file of known findings, relative to the project. */
  baseline?: string
  /** What flags say otherwise. */
  report?: { format?: string; failOn?: Severity | 'never'; maxWarnings?: number; maxDiagnostics?: number }
  scopes?: { catalogue?: string[]; labels?: string[]; neutral?: string[] }
  /** Contracts, and the pages that they speak for; without `docs` those are inferred. */
  specs?: { id?: string; file: string; docs?: string | string[] }[]
  frontMatter?: { files: string | string[]; schema: string }[]
  samples?: { files: string | string[]; schema: string }[]
}

/** As a user writes it: `error`, `[error, { minimum: 2 }]`, or the same with names. */
export type RuleEntry =
  | Setting
  | 'warn'
  | readonly [Setting | 'warn', Options?]
  | { severity?: Setting | 'warn'; options?: Options }
