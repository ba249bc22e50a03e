import type { Range } from '../types.ts'

/**
 * Where a stretch of a value stands in the document, given where each of its characters does. It ends right behind its last one, and an
 * insertion stands right behind the one before it, whatever a container puts between two lines.
 */
export function placeOf([start, end]: Range, offset: (at: number) => number): Range {
  if (start < end) return [offset(start), offset(end - 1) + 1]
  const at = start === 0 ? offset(0) : offset(start - 1) + 1
  return [at, at]
}
