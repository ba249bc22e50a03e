import { leading } from '../text.ts'
import type { Range } from '../types.ts'

/** The stretches that a mark begins and another one ends, up to that; one that nothing ends is none. */
export function between(text: string, open: string, close: string): Range[] {
  const found: Range[] = []
  for (let start = text.indexOf(open); start >= 0; ) {
    const end = text.indexOf(close, start)
    if (end < 0) break
    found.push([start, end])
    start = text.indexOf(open, end)
  }
  return found
}

/** Answers which of the ranges, sorted and apart from each other, holds an offset. */
export function ranges(sorted: readonly Range[]): { at(offset: number): Range | undefined } {
  return {
    at(offset) {
      const range = sorted[leading(sorted, ([start]) => start <= offset) - 1]
      return range && offset < range[1] ? range : undefined
    },
  }
}
