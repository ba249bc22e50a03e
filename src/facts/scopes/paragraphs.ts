import type { Range } from '../../types.ts'
import type { Syntax } from '../syntax.ts'
import { hasParts, namesByPart, namesIn, type ScopeName } from './names.ts'
import { asScope, namesAt, type PlacedName, type Stated, statement } from './stated.ts'
import type { ScopeWords } from './words.ts'

const label = /^[\s>*_-]{0,8}([A-Za-z][A-Za-z0-9 ./()-]{1,50}?)[*_ ]{0,5}[:：]([*_]{0,3})(?=[\s`]|$)/

/** `**OAuth:** User token + `write:x``, line by line: such labels stand in blocks of several. */
export function labelledScopes(syntax: Syntax, words: ScopeWords): Stated[] {
  return syntax.all('paragraph').flatMap((it) => {
    const source = syntax.text.slice(...it.range)
    // What a template's tag is called with is no text of the page.
    if (!source.includes(':') || source.startsWith('<%') || !words.occur.test(source)) return []
    const found: Stated[] = []
    const names = namesByPart(it.node, syntax.text)
    let start = 0
    for (const line of source.split('\n')) {
      const stated = labelledLine({ section: it.section, names }, line, it.range[0] + start, syntax, words)
      if (stated) found.push(stated)
      start += line.length + 1
    }
    return found
  })
}

function labelledLine(
  { section, names }: { section: number; names: (part: Range) => ScopeName[] },
  line: string,
  start: number,
  { text }: Syntax,
  words: ScopeWords,
): Stated | undefined {
  const match = label.exec(line)
  const title = match?.[1] ?? ''
  const weak = words.isWeakLabel(title)
  if (!match || (!weak && !words.isLabel(title))) return undefined
  const value: Range = [start + match[0].length, start + line.length]
  if (text.slice(...value).trim() === '') return undefined
  const isScope = ({ name, code, aside }: ScopeName) =>
    !words.isNeutral(name) && (hasParts(name) ? code || !weak : !weak && !aside)
  const named = names(value)
  const scopes = (named.length > 0 || weak ? named.filter(isScope) : listed(value, text)).map(
    asScope('required', section),
  )
  return weak && scopes.length === 0 ? undefined : { scopes, statement: statement(value, section, scopes) }
}

/** `Permissions required: repo:keys, repo:read`: without code, a value is a name where it is nothing but names of a telling shape. */
function listed([start, end]: Range, text: string): PlacedName[] {
  const value = text.slice(start, end)
  return plainNames.test(value) ? namesAt(start, value, plainName) : []
}

const plainName = /[A-Za-z][\w-]*(?:[.:][A-Za-z*][\w*-]*)+/g
const plainNames = new RegExp(
  `^\\s*${plainName.source}(?:\\s*(?:,|\\bor\\b|\\band\\b)\\s*${plainName.source}){0,9}\\s*$`,
)

/** `<p class="scopes"><span>tenant:read</span></p>` below a heading that speaks of scopes: elements that hold a name and nothing else. */
export function elementScopes(syntax: Syntax, speaking: ReadonlySet<number>): Stated[] {
  if (speaking.size === 0 || !syntax.text.includes('</')) return []
  return syntax.all('html').flatMap(({ range, section }) => {
    if (!speaking.has(section)) return []
    const source = syntax.text.slice(...range)
    const names = Array.from(source.matchAll(held), ({ index, 1: before = '', 2: name = '' }): ElementName => {
      const at = range[0] + index + before.length
      return { name, range: [at, at + name.length], isFirst: isFirstCell(source.slice(0, index + before.length)) }
    })
    const lists = names.some((it) => it.isFirst)
    const found = names.map((it) => asScope(it.isFirst ? 'catalogue' : lists ? 'mention' : 'required', section)(it))
    return found.length > 0 ? [{ scopes: found, statement: statement(range, section, found) }] : []
  })
}

interface ElementName extends PlacedName {
  /** In the first cell of its row: a table that has such ones is a list of them. */
  isFirst: boolean
}

/** Of a row, nothing but tags stands before it. */
function isFirstCell(before: string): boolean {
  const row = before.lastIndexOf('<tr')
  return row >= 0 && /^<tr[^<>]*>\s*(?:<[a-z][^<>]*>\s*)*$/.test(before.slice(row))
}

const held = new RegExp(
  `(<(?:span|code|li|b|strong|em|kbd|td|p)\\b[^<>]{0,100}>\\s{0,10})(${plainName.source})(?=\\s{0,10}</)`,
  'g',
)

/** Paragraphs below a heading that speaks of scopes: what stands at their beginning, or has parts. */
export function sectionScopes(syntax: Syntax, words: ScopeWords, speaking: ReadonlySet<number>): Stated[] {
  if (speaking.size === 0) return []
  return syntax.all('paragraph').flatMap(({ node, section, range, parent }) => {
    if (!speaking.has(section) || parent?.node.type === 'listItem') return []
    const isScope = ({ name, leading, first, code }: ScopeName) =>
      !words.isNeutral(name) && (leading ? code || hasParts(name) : first && hasParts(name))
    const role = defined.test(syntax.text.slice(...range)) ? 'catalogue' : 'required'
    const scopes = namesIn(node, syntax.text).filter(isScope).map(asScope(role, section))
    return [{ scopes, statement: statement(range, section, scopes) }]
  })
}

/** A term and its definition. */
const defined = /^`[^`\n]+`[ \t]*\r?\n:[ \t]/
