import type { Range } from '../types.ts'

/** Answers which of the ranges, sorted and apart from each other, holds an offset. */
export function ranges(sorted: readonly Range[]): { at(offset: number): Range | undefined } {
  return {
    at(offset) {
      let low = 0
      let high = sorted.length - 1
      while (low <= high) {
        const middle = (low + high) >> 1
        const range = sorted[middle] as Range
        if (offset < range[0]) high = middle - 1
        else if (offset >= range[1]) low = middle + 1
        else return range
      }
      return undefined
    },
  }
}
