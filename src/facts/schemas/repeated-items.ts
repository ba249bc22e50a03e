import type { ListItem } from 'mdast'
import { grouped } from '../../grouped.ts'
import { isHistory } from '../../paths.ts'
import type { Problem, Range } from '../../types.ts'
import type { Syntax } from '../syntax.ts'

/** Fewer items are seen at one look. */
const least = 3

/** Shorter ones may be said of two things: an entry of a change log, a name. */
const shortest = 40

/** `id`: what is documented twice is told as a field. */
const isField = /^.\s+[*_]{0,2}`/

/**
 * An item that stands twice in one list, word for word, and is a sentence or a link: one of the two was to say something else. Steps may well
 * be taken twice, what stands there more often is meant to, and a change log may have been made of commits that say the same.
 */
export function repeatedItems(syntax: Syntax): Problem[] {
  if (isHistory(syntax.path)) return []
  return syntax
    .all('list')
    .flatMap(({ node: { ordered, children } }) =>
      ordered || children.length < least ? [] : twiceIn(syntax.text, children),
    )
}

function twiceIn(text: string, items: readonly ListItem[]): Problem[] {
  const ranges = items.map(({ position }): Range => [position?.start.offset ?? 0, position?.end.offset ?? 0])
  const long = ranges.filter(([from, to]) => to - from >= shortest && !isField.test(text.slice(from, from + 9)))
  if (long.length < 2) return []
  const alike = grouped(long, ([from, to]) =>
    text
      .slice(from + 1, to)
      .trim()
      .replace(/\s+/g, ' '),
  )
  return [...alike.values()].flatMap(([, again, more]): Problem[] =>
    again && !more ? [{ kind: 'value', range: again, message: 'the item stands twice in this list' }] : [],
  )
}
