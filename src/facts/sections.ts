import type { Section } from '../types.ts'

/** A section and those around it, from the innermost on; the page itself is none. */
export function sectionsAround(sections: readonly Section[], innermost: number): number[] {
  const found: number[] = []
  for (let at = innermost; at > 0; at = sections[at]?.parent ?? 0) found.push(at)
  return found
}

/** What a heading says: `Parameters:` is "Parameters". */
export function titleWords(section: Section | undefined): string {
  return (section?.title ?? '').replace(/[\s:]+$/, '').trimStart()
}

/** A section ends where the next heading of the same or a higher level begins. */
export function closeSections(sections: Section[], end: number): void {
  const open: Section[] = []
  for (const section of sections) {
    while (open.length > 0 && (open[open.length - 1]?.depth ?? 0) >= section.depth) close(open.pop(), section.range[0])
    open.push(section)
  }
  for (const section of open) close(section, end)
}

function close(section: Section | undefined, end: number): void {
  if (section) section.range = [section.range[0], end]
}
