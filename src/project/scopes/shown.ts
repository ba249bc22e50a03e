import { members, nodesIn } from '../../parse/json.ts'
import type { Document, JsonNode, Scope } from '../../types.ts'

/** A name of several parts, and where it stands. Words of one part may be anything. */
export interface Shown extends Pick<Scope, 'name' | 'range'> {
  /** Where the list begins that it stands in. */
  list: number
}

/** Scopes that the samples of a page show under a key that says what they are: `"scopes": ["orders:read"]`. */
export function shownScopes({ text, facts }: Document): Shown[] {
  // Few pages have such a key, and one look at a page costs less than one at all that its samples hold.
  if (facts.samples.length === 0 || !text.includes('"scope')) return []
  const found = facts.samples.flatMap(({ json }) => (json ? nodesIn(json).flatMap(valuesIn) : []))
  return found.flatMap(({ node, list }) => {
    if (node.kind !== 'string') return []
    const [start] = node.range
    const written = text.slice(...node.range)
    let end = 0
    return String(node.value)
      .split(/[\s,]+/)
      .flatMap((name) => {
        // What is escaped is not found as it is meant.
        const at = compound.test(name) ? written.indexOf(name, end) : -1
        if (at < 0) return []
        end = at + name.length
        return [{ name, range: [start + at, start + end] as const, list }]
      })
  })
}

const compound = /^[A-Za-z]\w*[.:_/-][\w.:/-]*\w$/

function valuesIn(node: JsonNode): { node: JsonNode; list: number }[] {
  return members(node).flatMap(({ key, value }) =>
    key === 'scope' || key === 'scopes'
      ? (value.kind === 'array' ? value.items : [value]).map((it) => ({ node: it, list: value.range[0] }))
      : [],
  )
}

/** `?scope=pots.read+pots.write`, `scopes: ["pots.read"]`, "the scope `pots.read`", "the **pots.read** scope": whatever a page has beside the word. */
export function namedScopes({ text }: Document): Shown[] {
  if (!text.includes('cope')) return []
  const lists = new Map<number, number>()
  return Array.from(text.matchAll(word), ({ index, 0: { length } }) => [
    ...namesBehind(text, index, index + length, lists),
    ...nameBefore(text, index),
  ]).flat()
}

const word = /(?<![A-Za-z])[Ss]copes?(?![A-Za-z])/g
/** What may stand between the word and the names, and between two of them: a line ends where the next one begins in quotes, or with a dash. */
const between = /(?:[ \t"'`*_=:,+()[\]{}>|&]|%20|%3D|\r?\n(?=[ \t]*["'\]-])|-(?=[ \t])|\b(?:and|or)\b)*/y
const named = /[A-Za-z]\w*(?:[.:/-]\w+){1,20}(?![\w(/!*]|[.:-]\w)/y
const before = /(?<![\w./:-])[A-Za-z]\w*(?:[.:-]\w+)+(?=["'`*_\])]{0,4}(?:\([^()\s]{0,99}\))?["*_]{0,3}[ \t]$)/

/** `lists` has where the names end that stand behind earlier words: in `scope:a.b scope:a.c`, each word is part of the list before it. */
function namesBehind(text: string, list: number, from: number, lists: Map<number, number>): Shown[] {
  const found: Shown[] = []
  for (let at = from; ; ) {
    between.lastIndex = at
    between.exec(text)
    named.lastIndex = between.lastIndex
    const [name] = named.exec(text) ?? []
    if (name === undefined) return found
    at = named.lastIndex
    found.push({ name, range: [at - name.length, at], list })
    const before = lists.get(at)
    if (before !== undefined) return found.map((it) => ({ ...it, list: before }))
    lists.set(at, list)
  }
}

function nameBefore(text: string, list: number): Shown[] {
  const start = Math.max(0, list - 160)
  const match = before.exec(text.slice(start, list))
  if (!match) return []
  const at = start + match.index
  return [{ name: match[0], range: [at, at + match[0].length], list }]
}
