import { leading } from '../text.ts'
import type { Range } from '../types.ts'

export function within(inner: Range, outer: Range): boolean {
  return inner[0] >= outer[0] && inner[1] <= outer[1]
}

/** Whether something begins in a range. */
export function holds([start, end]: Range, offset: number): boolean {
  return start <= offset && offset < end
}

/** What stands in a range, of things in the order of the text: a page may have a thousand, and each of them asks. */
export function inside<T extends { range: Range }>(sorted: readonly T[], range: Range): T[] {
  const found: T[] = []
  for (let at = leading(sorted, (it) => it.range[0] < range[0]); at < sorted.length; at++) {
    const it = sorted[at]
    if (!it || it.range[0] > range[1]) break
    if (within(it.range, range)) found.push(it)
  }
  return found
}
