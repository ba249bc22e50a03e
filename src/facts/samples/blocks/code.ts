import type { SampleText } from '../../../parse/sample.ts'
import type { Range } from '../../../types.ts'
import type { Call } from '../../endpoints/calls/index.ts'
import type { HttpMessage } from '../messages/http.ts'

/** A code block, and where each character of its value stands in the document. */
export interface CodeBlock {
  range: Range
  /** First word of the info string, lower case; '' for none. */
  language: string
  meta: string
  value: string
  fenced: boolean
  /** Tags or entities are hidden in it: whoever changes it would have to mind them. */
  marked?: boolean
  /** It stands as a text, and begins with the name of its language: the marks of a fence are lost. */
  isLost?: true
  section: number
  /** Offset in `value` → offset in the document. Indentation and quote markers are not part of the value. */
  offset(at: number): number
  /** What it calls from a command line; read once, for whoever asks. */
  calls(): Call[]
  /** The HTTP messages that it shows; read once. */
  messages(): HttpMessage[]
}

/** A part of what a block shows; each of its characters stands where it does in the block. */
export function stretch(block: CodeBlock, start: number, end?: number): SampleText {
  return { value: block.value.slice(start, end), offset: (at) => block.offset(start + at) }
}
