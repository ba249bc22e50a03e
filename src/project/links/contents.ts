import { grouped } from '../../grouped.ts'
import { startOfLine } from '../../text.ts'
import type { Document, Link } from '../../types.ts'
import type { LeftOut } from '../types/links.ts'
import type { Project } from '../types/project.ts'

/** Fewer links may be a choice. */
const least = 4

/** What an entry of a list begins with. */
const bullet = /^[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\*\*|__)?$/

/** The rest of a line, and nothing else before the bullet of the next one. */
const onwards = /^[^\n]*\n\s*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\*\*|__)?$/

/**
 * A list of a page's own sections, in their order, that has all of a level from the first to the last that it names, but for one: nobody
 * chooses so, and a section that was added later is forgotten so.
 */
export function leftOut(project: Project, document: Document): LeftOut[] {
  const entries = document.facts.links.filter(
    (it) => it.kind === 'link' && it.url.startsWith('#') && beginsLine(it, document),
  )
  if (entries.length < least) return []
  const lists = [...grouped(entries, ({ section }) => section).values()].filter((it) => isOneList(it, document))
  return lists.flatMap((it) => lacking(it, project, document))
}

function beginsLine({ range: [start] }: Link, { text }: Document): boolean {
  return bullet.test(text.slice(startOfLine(text, start), start))
}

/** Nothing stands between the entries: what has no link may be named all the same. */
function isOneList(entries: readonly Link[], { text }: Document): boolean {
  return (
    entries.length >= least &&
    entries.every((it, at) => {
      const before = entries[at - 1]
      return before === undefined || onwards.test(text.slice(before.range[1], it.range[0]))
    })
  )
}

function lacking(entries: readonly Link[], project: Project, document: Document): LeftOut[] {
  const { sections } = document.facts
  const listed = entries.map((it) => project.anchors.section(document, it.url.slice(1)) ?? 0)
  const [first = 0] = listed
  // What leads nowhere, or where another one leads, may be the one that lacks.
  if (listed.some((it, at) => it <= (listed[at - 1] ?? entries[0]?.section ?? 0))) return []
  const { depth, parent } = sections[first] ?? {}
  const isPeer = (at: number) => sections[at]?.depth === depth && sections[at]?.parent === parent
  const peers = listed.filter(isPeer)
  const last = peers.at(-1) ?? 0
  if (peers.length < least) return []
  const [missing = 0, another] = sections.flatMap((_, at) =>
    at > first && at < last && isPeer(at) && !listed.includes(at) ? [at] : [],
  )
  const section = sections[missing]
  const before = entries[listed.findLastIndex((it) => it < missing)]
  return missing > 0 && another === undefined && section && before ? [{ section, before }] : []
}
