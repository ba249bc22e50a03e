import { placeOf } from '../../../parse/places.ts'
import type { Edit, HttpFault, Range } from '../../../types.ts'
import type { Word } from '../../endpoints/calls/shell-words.ts'
import type { CodeBlock } from '../blocks/code.ts'

/** A fault before it is placed: offsets count in the block. */
export interface Slip extends Omit<HttpFault, 'fix' | 'range'> {
  range: Range
  /** What turns the block into what was meant, where that is beyond doubt. */
  edits?: Edit[]
}

export function placed({ edits, range, ...told }: Slip, { offset }: CodeBlock): HttpFault {
  const repair = edits?.map((it) => ({ range: placeOf(it.range, offset), text: it.text }))
  return { ...told, range: placeOf(range, offset), ...(repair && { fix: { safety: 'safe', edits: repair } }) }
}

/** What a block shows of a word or a command, quotes and all. */
export function sourceOf(it: Pick<Word, 'start' | 'end'> | undefined, value: string): string {
  return it ? value.slice(it.start, it.end) : ''
}

/** What takes a line along may have lost its quote. */
export function isOpen({ text, unclosed }: Word): boolean {
  return unclosed === true || text.includes('\n')
}
