import { leading } from '../../../text.ts'
import type { Shown } from '../../../types.ts'
import type { CodeBlock } from './code.ts'
import { readings } from './readings.ts'

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
