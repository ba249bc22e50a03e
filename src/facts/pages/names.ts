import { increment } from '../../grouped.ts'
import type { Names, Schema } from '../../types.ts'
import type { Syntax } from '../syntax.ts'

/** It begins at the first joint of a word, which few words have, and looks back from there. Linear for whatever text: no joint is far from the one before. */
const joined = /[A-Z_](?<=\b([A-Za-z][a-z\d]*)[A-Z_])\w+/g
/** Acronyms, and capitals at the beginning, join nothing, but for a long word behind them. */
const joint = /[a-z][A-Z]|[A-Za-z\d]_[A-Za-z\d]|[A-Z]{2}[a-z]{5}/
/** What is shorter is too often a letter apart from something else; what is longer is a key or a token. */
const alone = /^[A-Za-z]{7,40}$/
const [shortest, longest] = [6, 60]

/** What a page calls things by, as programs do: `userId` and `user_id` anywhere, and long words in code and in tables of fields. */
export function names(syntax: Syntax, schemas: readonly Schema[]): Omit<Names, 'http'> {
  const counts = count(syntax.text)
  const add = (word: string) => {
    if (alone.test(word) && !joint.test(word)) increment(counts, word)
  }
  for (const { node } of syntax.all('inlineCode')) add(node.value)
  // What stands in code was counted.
  for (const { fields } of schemas)
    for (const { path, nameRange } of fields) if (!syntax.text.slice(...nameRange).includes('`')) path.forEach(add)
  return byUse(counts)
}

function count(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  joined.lastIndex = 0
  for (let found = joined.exec(text); found; found = joined.exec(text)) {
    const [rest, begun = ''] = found
    const word = begun + rest
    if (word.length < shortest || word.length > longest || !joint.test(word)) continue
    // Paths and anchors are judged by those who know where they lead.
    if (/[/#-]/.test(text[found.index - begun.length - 1] ?? '')) continue
    increment(counts, word)
  }
  return counts
}

function byUse(counts: ReadonlyMap<string, number>): Omit<Names, 'http'> {
  const found: { once: string[]; often: string[] } = { once: [], often: [] }
  counts.forEach((uses, word) => {
    if (uses === 1) found.once.push(word)
    else found.often.push(word)
  })
  return found
}
