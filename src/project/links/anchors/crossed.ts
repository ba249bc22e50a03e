import { grouped, onlyOne } from '../../../grouped.ts'
import { squash } from '../../../text.ts'
import type { Document, Link, Section } from '../../../types.ts'
import { holds } from '../../ranges.ts'
import type { CrossedLink } from '../../types/links.ts'

/**
 * `[Lids](#pots)` beside `[Pots](#pots)` on a page that has both headings, where nothing leads to "Lids": an entry of its contents was
 * copied, and its anchor was not changed.
 */
export function crossedLinks({ facts }: Document): CrossedLink[] {
  const inside = facts.links.filter(({ kind, url }) => kind === 'link' && url.startsWith('#'))
  if (inside.length < 2) return []
  const links = inside.map((link) => ({ link, aim: squash(link.url), text: squash(link.text) }))
  const aims = new Set(links.map(({ aim }) => aim))
  const named = new Set(links.flatMap(({ aim, text }) => (text === aim ? aim : [])))
  const copied = links.filter(({ aim, text }) => named.has(aim) && !isPart(aim, text) && !aims.has(text))
  // Most pages have no such link, and need no map of their headings.
  if (copied.length === 0) return []
  const heading = headings(facts.sections)
  const written = new Set(facts.anchors.map(({ id }) => squash(id)))
  return copied.flatMap(({ link, aim, text }) => crossed(link, heading(text), heading(aim), written.has(aim)))
}

function crossed(link: Link, named: Section | undefined, aim: Section | undefined, isWritten: boolean): CrossedLink[] {
  // "The [parser](#parsing)" is a word of a sentence.
  const isName = named?.title.trim() === link.text.trim()
  if (!named || !aim || !isName || isWritten) return []
  // "See [Kilns](#fire)" may well lead to the one part of "Kilns" that it is about.
  return holds(named.range, aim.heading[0]) ? [] : [{ link, named, aim }]
}

/** `stats` may well be what "stats pipe" is called for short. */
function isPart(aim: string, text: string): boolean {
  return aim.includes(text) || text.includes(aim)
}

/** The only heading of a name. */
function headings(sections: readonly Section[]): (name: string) => Section | undefined {
  const named = grouped(sections.slice(1), ({ title }) => squash(title))
  return (name) => onlyOne(named.get(name) ?? [])
}
