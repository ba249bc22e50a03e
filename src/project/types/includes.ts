import type { Document, Include } from '../../types.ts'
import type { Step } from './pages.ts'

export interface IncludeIndex {
  resolve(document: Document, include: Include): IncludeTarget
  part(document: Document, include: Include): IncludePart
  /** Cycles that close in a document. */
  cycles(path: string): readonly Cycle[]
}

/** Where an include leads. */
export type IncludeTarget =
  | { kind: 'document' | 'file'; path: string }
  /** `isFolder`: none of its folders is here, not even the first. */
  | { kind: 'missing'; path: string; instead?: Instead; isFolder?: boolean }
  | { kind: 'outside' }
  /** The text does not say, or the site cannot be told from it. */
  | { kind: 'unknown'; because: string }

/** The include that closes a cycle, and the includes that lead from its target back to it. */
export interface Cycle {
  closing: Step
  /** Paths from the closing include's target to the document that holds it. */
  chain: string[]
}

/** What exists in place of a missing file, and what must have happened to it. */
export interface Instead {
  path: string
  /** What an author would write to include it, where the mechanism can say it. */
  name?: string
  change: 'case' | 'extension' | 'renamed' | 'moved'
}

/** Whether the part that is asked for is there. */
export type IncludePart =
  | { kind: 'found' | 'unknown' }
  | { kind: 'missing'; path: string; names: ReadonlySet<string> }
  | { kind: 'short'; path: string; lines: number }
