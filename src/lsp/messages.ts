import type { Diagnostic, Location, Position, TextEdit } from 'vscode-languageserver-types'

/** What an editor holds in place of files, saved or not: text by absolute path. */
export type Texts = readonly (readonly [path: string, text: string])[]

/** What the server asks the process that reads and judges. Paths are absolute. */
export type Request =
  | { kind: 'check'; only?: readonly string[] }
  | { kind: 'fix'; path: string }
  | { kind: 'definition' | 'references'; path: string; at: Position }

/** The same, with all that the editor holds. */
export type Question = Request & { texts: Texts }

/** Its answer. A project that cannot be read at all is a `problem`, in words for the user. */
export type Answer = Checked | { edits: TextEdit[] } | { places: Location[] } | { problem: string }

export interface Checked {
  /** Findings by absolute path; for `only`, of those files that are part of the project, even if they have none. */
  files: [path: string, findings: Diagnostic[]][]
  /** Bugs of docs-lint that came to light, one line each. */
  crashes: string[]
}

/** What a finding carries along: changes to its own file that end it. */
export interface Carried {
  repair?: Change & { safety: 'safe' | 'suggestion' }
  /** A comment that hides it. */
  excuse?: Change
}

export interface Change {
  title: string
  edits: TextEdit[]
}
