import type { Edit, Range } from '../../types.ts'

/** A deviation from JSON that is nobody's convention. Offsets count in the sample until `readSample` places them. */
export interface Fault {
  cause: Cause
  range: Range
  message: string
  /** The source that does not belong where it stands, for those causes where more hangs on it than the message. */
  found?: string
  help?: string
  /** What turns it into JSON, where that is beyond doubt; the reader goes on as if it had been applied. */
  repair?: Edit
  /** What else to do, where the sample is no JSON with the repair either. */
  otherwise?: string
  /** What may be the mistake in truth: the first without which the sample can be read is. */
  suspects?: Fault[]
}

/** The defect by name: what a writer would call it. */
export type Cause =
  | 'bad escape'
  | 'bare word'
  | 'broken ellipsis'
  | 'double opening brace'
  | 'extra closer'
  | 'extra comma'
  | 'fullwidth mark'
  | 'line break in string'
  | 'malformed number'
  | 'missing brace'
  | 'missing colon'
  | 'missing comma'
  | 'missing key'
  | 'key in array'
  | 'missing quote'
  | 'missing value'
  | 'mismatched closer'
  | 'misspelt literal'
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

export function rawTab(at: number): Fault {
  const range: Range = [at, at + 1]
  return {
    cause: 'tab in string',
    range,
    message: 'string holds a tab',
    help: 'write it as \\t',
    repair: { range, text: '\\t' },
  }
}

export function badEscape(text: string, at: number): Fault {
  return {
    cause: 'bad escape',
    range: [at, at + 2],
    message: `"${text.slice(at, at + 2)}" is not an escape that JSON knows`,
    help: 'write a backslash as \\\\',
  }
}
