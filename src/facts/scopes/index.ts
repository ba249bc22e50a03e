import { byStart } from '../../text.ts'
import type { Facts, Scope } from '../../types.ts'
import type { Syntax } from '../syntax.ts'
import { dataScopes } from './data.ts'
import { explainedScopes, withoutOthers } from './explained-lists.ts'
import { headingScopes } from './headings.ts'
import { listScopes } from './lists.ts'
import { mentions } from './mentions.ts'
import { elementScopes, labelledScopes, sectionScopes } from './paragraphs.ts'
import { tableScopes } from './tables.ts'
import { tagScopes } from './tags.ts'
import type { ScopeWords } from './words.ts'

/**
 * Scopes by their labels: a heading, a line, a column, a row or a sentence that speaks of scopes. Code blocks are never
 * read: `stdout.write` has the shape of a scope and is none.
 */
export function scopes(syntax: Syntax, words: ScopeWords): Pick<Facts, 'scopes' | 'scopeStatements'> {
  if (!words.occur.test(syntax.text)) return { scopes: [], scopeStatements: [] }
  const speaking = speakingSections(syntax, words)
  const explained = explainedScopes(syntax, words, speaking)
  const stated = [
    ...explained,
    ...tableScopes(syntax, words, speaking),
    ...listScopes(syntax, words, speaking),
    ...headingScopes(syntax, words, speaking),
    ...withoutOthers(labelledScopes(syntax, words), explained),
    ...sectionScopes(syntax, words, speaking),
    ...elementScopes(syntax, speaking),
    ...tagScopes(syntax),
    ...dataScopes(syntax, speaking),
    ...mentions(syntax),
  ]
  // The same word may be read twice, as an item and as a mention: the stronger reading comes first.
  const byPlace = new Map<number, Scope>()
  for (const it of stated.flatMap((one) => one.scopes)) if (!byPlace.has(it.range[0])) byPlace.set(it.range[0], it)
  return {
    scopes: [...byPlace.values()].sort(byStart),
    scopeStatements: stated
      .flatMap(({ statement }) => statement ?? [])
      .sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]),
  }
}

/** Sections whose heading speaks of scopes. A heading in code names an attribute (`scopes`), not a topic. */
function speakingSections({ sections, text }: Syntax, words: ScopeWords): ReadonlySet<number> {
  const found = new Set<number>()
  sections.forEach(({ title, depth, heading }, index) => {
    if (depth > 0 && words.isHeading(title) && !text.slice(...heading).includes('`')) found.add(index)
  })
  return found
}
