import { grouped, onlyOne } from '../../../grouped.ts'
import { squash } from '../../../text.ts'
import type { Document, Link, Section } from '../../../types.ts'
import { within } from '../../ranges.ts'
import type { CrossedLink } from '../../types/links.ts'

/** So many entries for each that leads astray: who writes paths down at all may have other habits. */
const enough = 4

interface Entry {
  link: Link
  named: string
  aim: Section
  path: string
}

/**
 * `[/pots/count](#potslist)` in contents whose other entries are the paths of the headings that they lead to, however these are
 * decorated: one of the two is another's.
 */
export function crossedPaths({ facts }: Document): CrossedLink[] {
  const inside = facts.links.filter(({ kind, url, text }) => kind === 'link' && url.startsWith('#') && text[0] === '/')
  if (inside.length <= enough) return []
  const sections = facts.sections.slice(1)
  const byAnchor = grouped(sections, ({ title }) => squash(title))
  const written = new Set(facts.anchors.map(({ id }) => squash(id)))
  const entries = inside.flatMap((link): Entry[] => {
    const aim = onlyOne(byAnchor.get(squash(link.url)) ?? [])
    const [named, path] = [pathIn(link.text), pathIn(aim?.title)]
    return aim && named !== undefined && path !== undefined ? [{ link, named, aim, path }] : []
  })
  const astray = entries.filter(({ named, path }) => !path.endsWith(named) && !named.endsWith(path))
  if (astray.length === 0 || entries.length < astray.length * (enough + 1)) return []
  const byPath = grouped(sections, ({ title }) => pathIn(title) ?? '')
  // A row that has its method is held against what the section documents.
  const rows = facts.endpointTables.flatMap((it) => it.rows)
  return astray.flatMap(({ link, named, aim }): CrossedLink[] => {
    const isTold = written.has(squash(link.url)) || rows.some(({ range }) => within(link.range, range))
    return isTold ? [] : [{ link, named: onlyOne(byPath.get(named) ?? []), aim }]
  })
}

/** The path that a title is, what decorates it and the names of its parameters left out. */
function pathIn(title = ''): string | undefined {
  const path = /^(?:[A-Z]{3,7} +)?\.?(\/[^\s*?#]+)(?: *\*)*$/.exec(title.trim())?.[1]
  return path
    ?.replace(/\{[^{}/]*\}|<[^<>/]*>|(?<=\/)[:$][\w-]+/g, '{}')
    .replace(/(?<=.)\/$/, '')
    .toLowerCase()
}
