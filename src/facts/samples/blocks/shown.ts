import type { Shown } from '../../../types.ts'
import type { CodeBlock } from './code.ts'
import { placing } from './line-starts.ts'
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
    offset: placing(() => starts, range),
  }
}
