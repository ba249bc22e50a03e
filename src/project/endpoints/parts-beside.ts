import { shelve } from '../../grouped.ts'
import type { Section } from '../../types.ts'
import { isPart } from './parts.ts'

/**
 * Flat pages put "Example" beside each endpoint and not below it. Only a title that repeats does so: a single one at the
 * end of a page may be about any of its endpoints.
 */
export function repeatedTitles(sections: readonly Section[]): ReadonlySet<number> {
  const byTitle = new Map<string, number[]>()
  for (const [index, { title, parent, depth }] of sections.entries()) {
    if (!isPart(title)) continue
    const key = `${parent} ${depth} ${title.trim().toLowerCase()}`
    shelve(byTitle, key, index)
  }
  return new Set([...byTitle.values()].filter((it) => it.length > 1).flat())
}

/** Parts that stand beside the section of their endpoint and not below it: they say nothing of the section around both. */
export function straysIn(
  sections: readonly Section[],
  counts: readonly number[],
  repeated: ReadonlySet<number>,
): ReadonlySet<number> {
  const found = new Set<number>()
  const before = new Map<number, number>()
  for (const [index, { title, parent }] of sections.entries()) {
    if (!isPart(title)) before.set(parent, counts[index] ?? 0)
    else if (repeated.has(index) && (before.get(parent) ?? 0) > 0) found.add(index)
  }
  return found
}

/**
 * What each part is a part of where a title stands beside its parts and documents nothing itself: `### Break a pot`, `### URL`,
 * `### Example`. Two parts of one title behind it are those of something else.
 */
export function leadsIn(
  sections: readonly Section[],
  counts: readonly number[],
  repeated: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const before = new Map<number, number>()
  const led = new Map<string, { index: number; lead: number }[]>()
  for (const [index, { title, parent, depth }] of sections.entries()) {
    const lead = before.get(parent)
    if (!isPart(title)) before.set(parent, index)
    else if (lead !== undefined && repeated.has(index) && sections[lead]?.depth === depth && counts[lead] === 0)
      shelve(led, `${lead} ${title.trim().toLowerCase()}`, { index, lead })
  }
  return new Map([...led.values()].flatMap(([only, another]) => (only && !another ? [[only.index, only.lead]] : [])))
}
