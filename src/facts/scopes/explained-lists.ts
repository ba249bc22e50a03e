import type { List, ListItem } from 'mdast'
import { rangeOf } from '../../parse/points.ts'
import type { Scope } from '../../types.ts'
import { sectionsAround } from '../sections.ts'
import { type Located, type Syntax, textOf } from '../syntax.ts'
import { hasParts, isName, namesIn } from './names.ts'
import { asScope, type Stated } from './stated.ts'
import type { ScopeWords } from './words.ts'

/** Fewer names are the settings of something. */
const leastNames = 4

const isSnake = /^[a-z]+(?:_[a-z]+)+$/
/** `people`: not `People`, which is a title as well. */
const isPlain = /^[a-z]+$/
/** What stands between a name and what it grants. */
const explaining = /^\s*(?:[-–—:]|&[mn]dash;)\s+\S/
/** `supersedes `read_pots``: what an explanation says of another scope. */
const related = /\b(?:super[cs]edes?|includes?|implies|replaces?)\s+`([^`\s]{3,60})`/g

/**
 * "Scopes", and below it a heading for each topic with a list of its own: `- `read_pots` - View pots`. Each is too short to tell what it is,
 * all together are a catalogue.
 */
export function explainedScopes(syntax: Syntax, words: ScopeWords, speaking: ReadonlySet<number>): Stated[] {
  const titles = [...speaking].filter((it) => /\bscopes?\b/i.test(syntax.sections[it]?.title ?? ''))
  if (titles.length === 0) return []
  const isBelow = (section: number) =>
    !speaking.has(section) && sectionsAround(syntax.sections, section).some((it) => titles.includes(it))
  const lists = syntax.all('list').filter((it) => isBelow(it.section) && it.node.children.every(isExplained))
  const scopes = lists.flatMap((it) => namesOf(it, syntax.text, words))
  const joined = scopes.filter(({ name }) => isSnake.test(name) || hasParts(name)).length
  if (new Set(lists.map((it) => it.section)).size < 2 || scopes.length < leastNames || joined * 2 < scopes.length)
    return []
  return [{ scopes: [...scopes, ...lists.flatMap((it) => relatedTo(it, syntax.text))] }]
}

function isExplained({ children: [head] }: ListItem): boolean {
  if (head?.type !== 'paragraph') return false
  const [name, words] = head.children
  return name?.type === 'inlineCode' && words?.type === 'text' && explaining.test(textOf(words))
}

function namesOf({ node, section }: Located<List>, text: string, words: ScopeWords): Scope[] {
  return node.children.flatMap(({ children: [head] }) => {
    const [first] = head ? namesIn(head, text) : []
    const isScope =
      first?.leading && !words.isNeutral(first.name, true) && [isSnake, isPlain].some((it) => it.test(first.name))
    return first && (isScope || hasParts(first.name)) ? [asScope('catalogue', section)(first)] : []
  })
}

function relatedTo({ node, section }: Located<List>, text: string): Scope[] {
  const range = rangeOf(node)
  if (!range) return []
  return Array.from(text.slice(...range).matchAll(related), ({ index, 0: all, 1: name = '' }) => {
    const start = range[0] + index + all.length - 1 - name.length
    return asScope('mention', section)({ name, range: [start, start + name.length] })
  }).filter((it) => isName(it.name))
}

/** What a page asks for beside its catalogue, by names that this has none of, is no scope: "Permissions required: `Customers`". */
export function withoutOthers(stated: readonly Stated[], explained: readonly Stated[]): readonly Stated[] {
  if (explained.length === 0) return stated
  const known = new Set(explained.flatMap(({ scopes }) => scopes.map(({ name }) => name)))
  return stated.filter(({ scopes }) => scopes.length === 0 || scopes.some(({ name }) => known.has(name)))
}
