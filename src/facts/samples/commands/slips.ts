import type { Edit, HttpFault, Range } from '../../../types.ts'
import type { CodeBlock } from '../blocks/code.ts'

/** A fault before it is placed: offsets count in the block. */
export interface Slip extends Omit<HttpFault, 'fix' | 'range'> {
  range: Range
  /** What turns the block into what was meant, where that is beyond doubt. */
  edits?: Edit[]
}

export function placed({ edits, range, ...told }: Slip, block: CodeBlock): HttpFault {
  const repair = edits?.map((it) => ({ range: place(it.range, block), text: it.text }))
  return { ...told, range: place(range, block), ...(repair && { fix: { safety: 'safe', edits: repair } }) }
}

/** An insertion stands right behind the character before it, whatever a container puts between two lines. */
function place([start, end]: Range, { offset }: CodeBlock): Range {
  if (start < end) return [offset(start), offset(end - 1) + 1]
  const at = start === 0 ? offset(0) : offset(start - 1) + 1
  return [at, at]
}
