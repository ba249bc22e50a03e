import { sectionsAround } from '../../../facts/sections.ts'
import { sluggers, titled } from '../../../site/slugs.ts'
import type { Document } from '../../../types.ts'
import { hasOwnId } from './titles.ts'

/** Ids that begin with those of the headings around. */
function* belowParents({ facts: { sections } }: Document): Generator<string> {
  const slug = sluggers[0]?.slug ?? String
  const slugs = sections.map(({ title }) => titled(title).plain ?? slug(title))
  for (const [at, { title, parent }] of sections.entries()) {
    if (hasOwnId(title)) continue
    let id = slugs[at]
    for (const above of sectionsAround(sections, parent)) {
      id = `${slugs[above]}-${id}`
      yield id
    }
  }
}

/** Some sites make an anchor of the name that opens a list item, and number those that repeat. */
function* listItems({ text }: Document): Generator<string> {
  const seen = new Map<string, number>()
  for (const [, code = ''] of text.matchAll(/^[ \t]*[-*+] {1,3}`([^`\n]{1,100})`/gm)) {
    const id = code.toLowerCase()
    const before = seen.get(id) ?? 0
    seen.set(id, before + 1)
    if (before > 0) yield `${id}-${before}`
    yield code
    const { plain } = titled(code)
    if (plain !== undefined) yield plain
    else for (const { slug } of sluggers) yield slug(code)
  }
}

/** `#Firing_a_pot`: so Maven's sites have it. */
export function underscored({ path, facts: { sections } }: Document): string[] {
  return /(?:^|\/)src\/site\/markdown\//.test(path) ? sections.map(({ title }) => title.trim().replace(/\s/g, '_')) : []
}

/** `#limits-since-1.2`: Pandoc keeps dots, and begins with the first letter. */
function* dotted({ facts: { sections } }: Document): Generator<string> {
  for (const { title } of sections) {
    if (!title.includes('.')) continue
    const kept = title.toLowerCase().replace(/[^\p{L}\p{M}\p{N}_\-. ]/gu, '')
    yield kept.slice(Math.max(kept.search(/\p{L}/u), 0)).replaceAll(' ', '-')
  }
}

/** `## Limits [limits]` and `$$$limits$$$`, as Elastic's generator has them. */
function* marks({ text, facts: { sections } }: Document): Generator<string> {
  if (text.includes('$$$')) for (const [, id = ''] of text.matchAll(/\$\$\$([\w.:/-]{1,200})\$\$\$/g)) yield id
  for (const { title } of sections) {
    const id = title.endsWith(']') ? /\s\[([\w.:/-]+)\]$/.exec(title)?.[1] : undefined
    if (id !== undefined) yield id
  }
}

/** So many headings that begin with a code show that the page is a list of codes. */
const manyCodes = 5

/** `#KILN12` of `KILN12: The lid is open`: what makes the pages of such a list takes the code for an id. No slug is in capitals. */
export function codes({ facts: { sections } }: Document): string[] {
  const found = sections.flatMap(({ title }) => /^([A-Z]{2,12}[-_]?\d{1,8}): /.exec(title)?.[1] ?? [])
  return found.length < manyCodes ? [] : found
}

/** `{{ table("Kiln sizes") }}`: what a call of a template is given may be the title of what it prints. */
export function printed({ text }: Document): string[] {
  if (!text.includes('{{')) return []
  const calls = text.matchAll(/\{\{[^{}\n]{1,300}\}\}/g)
  return Array.from(calls, ([call]) => [...call.matchAll(/(["'])([^"'\n]{2,80})\1/g)].map(([, , it = '']) => it)).flat()
}

/** What some sites add to the ids of any algorithm: below their parent's, of list items, with dots, and those that authors mark in ways of their own. */
const made = { parents: belowParents, items: listItems, dots: dotted, marks }

export type Addition = keyof typeof made

export const additions = Object.keys(made) as Addition[]

/** What an addition makes of the parts of a page. */
export function addedTo(documents: readonly Document[], what: Addition): ReadonlySet<string> {
  return new Set(documents.flatMap((it) => [...made[what](it)]))
}
