import type { Range, Spot } from './values.ts'

export type Severity = 'error' | 'warning' | 'info'
export type Setting = Severity | 'off'

export interface Edit {
  range: Range
  text: string
}

export interface Fix {
  /** `safe` fixes keep the meaning; a `suggestion` is for a human to accept. */
  safety: 'safe' | 'suggestion'
  edits: Edit[]
}

export interface Related extends Spot {
  message: string
}

/** What a rule has to say about the document that it is checking. */
export interface Finding {
  at: Range
  message: string
  help?: string
  related?: Related[]
  /** Files that it is about although no place in them is worth showing: they lack something. */
  concerns?: string[]
  fix?: Fix
  /** Replaces the rule's severity where one finding is surer than another; the user's setting still wins. */
  severity?: Severity
}

/** A finding, signed by the engine. */
export interface Diagnostic extends Finding {
  rule: string
  path: string
  severity: Severity
}

export interface Crash {
  /** Empty when no rule crashed, but the reading of the file itself. */
  rule: string
  path: string
  error: string
}
