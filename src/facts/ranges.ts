import { leading } from '../text.ts'
import type { Range } from '../types.ts'

/** Answers which of the ranges, sorted and apart from each other, holds an offset. */
export function ranges(sorted: readonly Range[]): { at(offset: number): Range | undefined } {
  return {
    at(offset) {
      const range = sorted[leading(sorted, ([start]) => start <= offset) - 1]
      return range && offset < range[1] ? range : undefined
    },
  }
}
