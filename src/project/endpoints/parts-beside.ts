import { grouped, shelve } from '../../grouped.ts'
import type { Section } from '../../types.ts'
import { isOwnPart, isPart } from './parts.ts'

/** Which sections of a page name a part of an endpoint, and what those that stand beside a title and not below it are parts of. */
export interface Parts {
  all: ReadonlySet<number>
  /**
   * Flat pages put "Example" beside each endpoint and not below it. Only a title that repeats does so: a single one at the
   * end of a page may be about any of its endpoints.
   */
  repeated: ReadonlySet<number>
  /**
   * Where others of their chapter repeat, those that stand there once and that each endpoint has for itself: a body, parameters. What
   * ends the chapter may still be about all of it.
   */
  single: ReadonlySet<number>
  /** Those beside the section of their endpoint: they say nothing of the section around both. */
  strays: ReadonlySet<number>
  /**
   * What each part is a part of where a title stands beside its parts and documents nothing itself: `### Break a pot`, `### URL`,
   * `### Example`. Two parts of one title behind it are those of something else.
   */
  leads: ReadonlyMap<number, number>
}

/** `counts`: how many definitions stand in each section, those below it included. */
export function partsOf(sections: readonly Section[], counts: readonly number[]): Parts {
  const all = new Set(sections.flatMap(({ title }, index) => (isPart(title) ? [index] : [])))
  const repeated = repeatedAmong(all, sections)
  const strays = new Set<number>()
  const led = new Map<string, { index: number; lead: number }[]>()
  const before = new Map<number, number>()
  for (const [index, { title, parent, depth }] of sections.entries()) {
    const lead = before.get(parent)
    if (!all.has(index)) before.set(parent, index)
    else if (lead === undefined || !repeated.has(index)) continue
    else if (counts[lead] !== 0) strays.add(index)
    else if (sections[lead]?.depth === depth) shelve(led, `${lead} ${fold(title)}`, { index, lead })
  }
  const leads = [...led.values()].flatMap(([only, another]): [number, number][] =>
    only && !another ? [[only.index, only.lead]] : [],
  )
  return { all, repeated, single: singleBeside(all, repeated, sections), strays, leads: new Map(leads) }
}

function repeatedAmong(parts: ReadonlySet<number>, sections: readonly Section[]): ReadonlySet<number> {
  const byTitle = grouped(parts, (index) => {
    const { title = '', parent, depth } = sections[index] ?? {}
    return `${parent} ${depth} ${fold(title)}`
  })
  return new Set([...byTitle.values()].filter((it) => it.length > 1).flat())
}

function singleBeside(
  parts: ReadonlySet<number>,
  repeated: ReadonlySet<number>,
  sections: readonly Section[],
): ReadonlySet<number> {
  const levelOf = (index: number) => `${sections[index]?.parent} ${sections[index]?.depth}`
  const flat = new Set([...repeated].map(levelOf))
  if (flat.size === 0) return new Set()
  const last = new Map(sections.map((_, index) => [levelOf(index), index]))
  const isSingle = (it: number) =>
    !repeated.has(it) && flat.has(levelOf(it)) && last.get(levelOf(it)) !== it && isOwnPart(sections[it]?.title ?? '')
  return new Set([...parts].filter(isSingle))
}

function fold(title: string): string {
  return title.trim().toLowerCase()
}
