import type { List, ListItem, Nodes } from 'mdast'
import { type Located, type Syntax, textOf } from '../syntax.ts'
import { hasParts, namesIn, type ScopeName } from './names.ts'
import { asScope, type Stated, statement } from './stated.ts'
import type { ScopeWords } from './words.ts'

/** `Users`, `Services`: what a role is given to, more often than a role. */
const isPlainWord = /^[A-Z][a-z]+$/

/** `Read agents `read_agents` - what it grants`: behind its title, in a list where each item explains another one. */
const isSnake = /^[a-z]+(?:_[a-z]+)+$/i

/** Bullets below a heading or a sentence that speaks of scopes. */
export function listScopes(syntax: Syntax, words: ScopeWords, speaking: ReadonlySet<number>): Stated[] {
  return syntax.all('list').flatMap((it) => {
    if (!speaking.has(it.section) && !announcedBy(it, words)) return []
    const explains = areExplained(it.node)
    const role = explains || isOffered(it) ? 'catalogue' : 'required'
    const scopes = it.node.children.flatMap((item) => {
      const [head] = item.children
      return head
        ? namesIn(head, syntax.text)
            .filter((name) => !words.isNeutral(name.name) && isItem(name, explains))
            .map(asScope(role, it.section))
        : []
    })
    return [{ scopes, statement: statement(it.range, it.section, scopes) }]
  })
}

/** Whether an item of a list begins with a name, or has it in code behind a title. */
function isItem({ name, code, leading, first }: ScopeName, explains: boolean): boolean {
  if (!code && isPlainWord.test(name)) return false
  return leading || (first && code && (hasParts(name) || (explains && isSnake.test(name))))
}

/** "The following scopes are available:" is said of all there are. */
function isOffered(it: Located): boolean {
  const words = lineBefore(it)
  return /\b(?:scopes|permissions)\b.{0,20}\b(?:available|supported|defined)\b|\b(?:available|supported) (?:\w+ )?(?:scopes|permissions)\b/i.test(
    words,
  )
}

/** Items that each say something else of their scope explain it; the same words after each are a reference. */
function areExplained({ children }: List): boolean {
  const rests = children.map(rest).filter((it) => it !== '')
  return children.length >= 3 && rests.length === children.length && new Set(rests).size === rests.length
}

function rest({ children: [head] }: ListItem): string {
  if (head?.type !== 'paragraph') return ''
  const after = head.children.findIndex((it) => it.type === 'text' && /[A-Za-z]{3}/.test(it.value))
  const words = after < 0 ? '' : head.children.slice(after).map(textOf).join('').trim()
  // A name that is not set in code is the item's first word.
  return after === 0 ? words.replace(/^\S+\s*/, '') : words
}

/** Whether the block before says that scopes follow. */
export function announcedBy({ node, parent }: Located, words: ScopeWords): boolean {
  const lastLine = lineBefore({ node, parent })
  return lastLine.endsWith(':') && (words.announces(lastLine) || words.isLabel(lastLine.slice(0, -1)))
}

/** "The client needs these scopes:" is said of few, and never of all there are. */
export function isDemanded(it: Located): boolean {
  return /\b(?:requires?|needs?|must have|benötigt|braucht|erfordert)\b.{0,60}\b(?:scopes?|permissions?|berechtigungen)\W{0,4}:$/i.test(
    lineBefore(it),
  )
}

function lineBefore({ node, parent }: Pick<Located, 'node' | 'parent'>): string {
  const siblings: Nodes[] = parent?.node.children ?? []
  const before = siblings[siblings.indexOf(node) - 1]
  return before?.type === 'paragraph' ? (textOf(before).trim().split('\n').at(-1) ?? '') : ''
}
