import { lineAbove } from '../facts/lines.ts'
import { sectionsAround } from '../facts/sections.ts'
import { counted } from '../grouped.ts'
import { decodePercent } from '../text.ts'
import type { Document, Range, Section } from '../types.ts'

/**
 * Finds the section that a fragment means. One that only separates its words otherwise is broken for a browser, yet says what it
 * means.
 */
export function sectionFinder(document: Document): (fragment: string) => number | undefined {
  const found = sectionsByAnchor(document)
  return (fragment) => {
    const name = foldAnchor(decodePercent(fragment))
    return found.get(`#${fragment}`) ?? found.get(name) ?? found.get(name.replaceAll('-', ''))
  }
}

/**
 * Anchors that people wrote, and the titles themselves; folded, for a slug's exact form is the site's business. Behind "#"
 * also as written: `Buyer` may be an object, and `buyer` a field that holds one.
 */
function sectionsByAnchor({ text, facts }: Document): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { id, range, section } of facts.anchors) {
    const next = facts.sections[section + 1]
    // An anchor on the line before a heading names the heading.
    const isBefore =
      next !== undefined && next.range[0] >= range[1] && /^(?:<\/a>|\s)*$/.test(text.slice(range[1], next.range[0]))
    for (const key of [foldAnchor(id), `#${id}`]) if (!found.has(key)) found.set(key, isBefore ? section + 1 : section)
  }
  const titles = facts.sections.map(({ title }) => foldAnchor(title))
  titles.forEach((key, i) => {
    if (i > 0 && !found.has(key)) found.set(key, i)
  })
  addBelowParents(found, facts, titles)
  for (const [key, section] of [...found]) {
    const joined = key.includes('-') ? key.replaceAll('-', '') : key
    if (!found.has(joined)) found.set(joined, section)
  }
  return found
}

type Sections = readonly Section[]

/** The title of the section in which something stands. */
export function titleOf({ facts }: Document, { section }: { section: number }): string {
  return facts.sections[section]?.title ?? ''
}

/** The last line above something, within its section, which may say what it is. */
export function leadingLine({ text, facts }: Document, { section, range }: { section: number; range: Range }): string {
  return lineAbove(text, range[0], facts.sections[section]?.heading[1])
}

/** The titles of a section and those around it, the innermost first. */
export function titlesAround(sections: Sections, section: number): string[] {
  return sectionsAround(sections, section).map((it) => sections[it]?.title ?? '')
}

/** The section around another one, or that one itself, that is no deeper than a depth. */
export function outermost(sections: Sections, section: number, depth: number): number {
  let at = section
  while ((sections[at]?.depth ?? 0) > depth) at = sections[at]?.parent ?? 0
  return at
}

/** How many sections of a page go by each name. */
export function countTitles({ facts }: Document): ReadonlyMap<string, number> {
  return counted(facts.sections.map(({ title }) => foldAnchor(title)))
}

/** Some sites begin a section's anchor with those of the sections around it. */
function addBelowParents(found: Map<string, number>, { sections }: Document['facts'], titles: readonly string[]): void {
  sections.forEach(({ parent }, i) => {
    let key = titles[i]
    for (const above of sectionsAround(sections, parent)) {
      key = `${titles[above]}-${key}`
      if (!found.has(key)) found.set(key, i)
    }
  })
}

export function foldAnchor(id: string): string {
  const folded = id.toLowerCase()
  // Unicode classes cost ten times as much, and few titles need them.
  const others = /[\u0080-\uffff]/.test(folded) ? /[^\p{L}\p{N}]+/gu : /[^a-z0-9]+/g
  return folded.replace(others, '-').replace(/^-|-$/g, '')
}
