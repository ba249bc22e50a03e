import type { Edit, Range } from '../../types.ts'

/** A deviation from JSON that is nobody's convention. Offsets count in the sample until `readSample` places them. */
export interface Fault {
  cause: Cause
  range: Range
  message: string
  help?: string
  /** What turns it into JSON, where that is beyond doubt; the reader goes on as if it had been applied. */
  repair?: Edit
}

/** The defect by name: what a writer would call it. */
export type Cause =
  | 'bad escape'
  | 'bare word'
  | 'broken ellipsis'
  | 'double opening brace'
  | 'extra closer'
  | 'extra comma'
  | 'line break in string'
  | 'malformed number'
  | 'missing colon'
  | 'missing comma'
  | 'missing key'
  | 'missing quote'
  | 'missing value'
  | 'mismatched closer'
  | 'non-breaking space'
  | 'not an object'
  | 'single quotes'
  | 'smart quote'
  | 'stray character'
  | 'tab in string'
  | 'trailing comma'
  | 'unclosed brace'
  | 'unclosed bracket'
  | 'unescaped quote'
  | 'unquoted key'
  | 'unterminated string'

/** As much of the source as a message can quote. */
export function excerpt(source: string): string {
  const line = source.split('\n', 1)[0] ?? ''
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}
