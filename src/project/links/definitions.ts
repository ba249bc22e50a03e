import type { Document, Link } from '../../types.ts'
import { once } from '../once.ts'
import type { Project } from '../types/project.ts'

/** Definitions that stand in no page that needs them, since a build joins the files. */
export interface SharedDefinitions {
  /** Whether a page of nothing but definitions has a label. */
  has(label: string): boolean
  /** Whether most labels that the project uses are defined nowhere: in files, then, that are no pages. */
  areOutOfSight(): boolean
}

export function indexSharedDefinitions({ documents }: Project): SharedDefinitions {
  const listed = once(
    () => new Set([...documents.values()].flatMap((it) => (definesOnly(it) ? labelsIn(it.text) : []))),
  )
  return {
    has: (label) => listed().has(label),
    areOutOfSight: once(() => mostAreUndefined(documents.values())),
  }
}

const definition = /^ {0,3}\[([^\]\n]{1,200})\]:[ \t]*\S/gm

function labelsIn(text: string): string[] {
  return Array.from(text.matchAll(definition), ([, label = '']) => folded(label))
}

/** Fewer lines may be what is left of a page. */
const fewest = 3

/** Whether a page shows nothing, and defines labels for others. */
export function definesOnly({ text }: Document): boolean {
  // Most pages have told by their first character.
  if (!/^\s*\[/.test(text.slice(0, 200))) return false
  const lines = text.split('\n').filter((it) => it.trim() !== '')
  return lines.length >= fewest && lines.every((it) => it.search(definition) === 0)
}

/** Fewer labels prove nothing, nor do those of a page or two. */
const enough = { labels: 10, pages: 3 }

function mostAreUndefined(documents: Iterable<Document>): boolean {
  const failed = new Set<string>()
  const used = new Set<string>()
  let pages = 0
  for (const { facts } of documents) {
    const own = new Set<string>()
    for (const { kind, text, idle } of facts.links) {
      if (kind !== 'definition') continue
      own.add(folded(text))
      if (!idle) used.add(folded(text))
    }
    const lacking = facts.links.filter((it) => it.kind === 'reference' && !isShortcut(it) && !own.has(folded(it.url)))
    for (const { url } of lacking) failed.add(folded(url))
    if (lacking.length > 0) pages++
  }
  return failed.size >= enough.labels && pages >= enough.pages && failed.size > used.size
}

/** `[Pot Size]` alone, where `[Pot Size][]` and `[the size][Pot Size]` can only be references. */
export function isShortcut({ range, urlRange }: Link): boolean {
  return range[0] + 1 === urlRange[0] && range[1] - 1 === urlRange[1]
}

/** Labels are compared without case and with blanks run together. */
export function folded(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase()
}
