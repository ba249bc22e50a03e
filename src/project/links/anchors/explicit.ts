import { sluggers } from '../../../site/slugs.ts'
import type { Document } from '../../../types.ts'
import { onceEach } from '../../once.ts'
import { within } from '../../ranges.ts'
import type { Anchors } from './page.ts'

/** Links of one page to so many names that somebody wrote, and to nothing else, are its habit. */
const usual = 5

/**
 * `[Fire](#fire)` where the heading "Fire 火" is called `glaze`, on a page that leads to written names only: that some algorithm, which
 * is not the site's own, would make "fire" of it is no reason to believe in it.
 */
export function indexNamedOtherwise(
  anchors: (path: string) => Anchors,
): (document: Document | undefined, names: readonly string[]) => boolean {
  const aims = onceEach((document: Document) => aimsOf(document, anchors(document.path)))
  return (document, names) => {
    if (document === undefined) return false
    const { written, others } = aims(document)
    if (written < usual || others.some((it) => !names.includes(it))) return false
    const { sections, anchors: marks } = document.facts
    const called = sections.filter(({ title }) => sluggers.some(({ slug }) => names.includes(slug(title))))
    return called.length > 0 && called.every(({ heading }) => marks.some(({ range }) => within(range, heading)))
  }
}

/** To how many written names the links of a page lead, and to what else, of its own. */
function aimsOf({ facts }: Document, { written, own }: Anchors): { written: number; others: string[] } {
  const inside = facts.links.flatMap(({ url }) => (url.startsWith('#') && url.length > 1 ? [url.slice(1)] : []))
  const others = [...new Set(inside)].filter((it) => !written.has(it) || own().has(it))
  return { written: new Set(inside).size - others.length, others }
}
