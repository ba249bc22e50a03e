import { leading } from '../../text.ts'
import type { CodeBlock } from './code.ts'
import { readings } from './readings.ts'

/** What a reader sees of a block that is written in another notation, and where each stretch of it stands in the document. */
export interface Shown {
  value: string
  starts: { value: number; text: number }[]
}

/** The block that a reader sees. */
export function shownBlock(
  { value, starts }: Shown,
  { language, range, section }: Pick<CodeBlock, 'language' | 'range' | 'section'>,
): CodeBlock {
  return {
    range,
    section,
    value,
    language,
    meta: '',
    fenced: false,
    marked: starts.length > 1,
    ...readings(value),
    offset(at) {
      const last = leading(starts, ({ value }) => value <= at) - 1
      const { value: shown, text } = starts[Math.max(0, last)] ?? { value: 0, text: range[0] }
      return Math.min(text + at - shown, range[1])
    },
  }
}
