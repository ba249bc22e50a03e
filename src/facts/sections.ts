import type { Section } from '../types.ts'

/** A section and those around it, from the innermost on; the page itself is none. */
export function sectionsAround(sections: readonly Section[], innermost: number): number[] {
  const found: number[] = []
  for (let at = innermost; at > 0; at = sections[at]?.parent ?? 0) found.push(at)
  return found
}
