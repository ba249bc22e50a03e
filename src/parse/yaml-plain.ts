import type { JsonMember, JsonNode, Range } from '../types.ts'

const entry = /([A-Za-z_][\w.-]*):(?:[ ]+([^\r\n]*))?(?:\r?\n|$)/y
const item = /([ ]*)-[ ]+([^\r\n]*)(?:\r?\n|$)/y
const empty = /(?:[ ]*|#[^\r\n]*)\r?\n/y

/**
 * Reads front matter as nearly all of it is written: keys at the margin, words and flat lists as values. `undefined` for
 * anything else, and then the library reads it; a test holds the two against each other. The library takes longer for the
 * front matter of a page than everything else takes for the page.
 */
export function readPlainYaml(text: string, offset: number): JsonNode | undefined {
  const members: JsonMember[] = []
  const keys = new Set<string>()
  let at = skipEmpty(text, 0)
  const start = at
  let end = at
  while (at < text.length) {
    entry.lastIndex = at
    const match = entry.exec(text)
    const key = match?.[1]
    if (!match || key === undefined || keys.has(key) || isReserved(key)) return undefined
    keys.add(key)
    const next = entry.lastIndex
    const value = match[2]?.trim()
      ? scalar(text, at + match[0].indexOf(match[2], key.length + 1), match[2], offset)
      : list(text, next, offset)
    if (!value) return undefined
    members.push({ key, keyRange: [offset + at, offset + at + key.length], value: value.node })
    end = value.next ?? next
    at = skipEmpty(text, end)
  }
  if (members.length === 0) return undefined
  return { kind: 'object', members, range: [offset + start, offset + end] }
}

interface Read {
  node: JsonNode
  /** Where to go on, if not at the next line. */
  next?: number
}

function skipEmpty(text: string, from: number): number {
  let at = from
  for (;;) {
    empty.lastIndex = at
    if (!empty.test(text)) return at
    at = empty.lastIndex
  }
}

/** Items one below the other, all equally far indented. */
function list(text: string, from: number, offset: number): Read | undefined {
  const items: JsonNode[] = []
  let at = from
  let indent: number | undefined
  let start = from
  let end = from
  for (;;) {
    item.lastIndex = at
    const match = item.exec(text)
    if (!match || match[2] === undefined) break
    const depth = match[1]?.length ?? 0
    if (indent === undefined) start = at + depth
    else if (indent !== depth) return undefined
    indent = depth
    const source = match[2]
    const value = scalar(text, at + match[0].indexOf(source, depth + 1), source, offset)
    if (!value) return undefined
    items.push(value.node)
    at = item.lastIndex
    end = at
  }
  return items.length > 0
    ? { node: { kind: 'array', items, range: [offset + start, offset + end] }, next: at }
    : undefined
}

const quoted = /^(?:"[^"\\]*"|'[^']*')$/
/** Starts like a word, and holds nothing that means something in YAML. */
const words = /^(?:[A-Za-z/\u00c0-\uffff]|\d[\d-]*[ /])(?:[^:#\t]|:(?=[^\s])|(?<=\S)#)*$/

function scalar(text: string, at: number, source: string, offset: number): Read | undefined {
  const value = source.trimEnd()
  const end = at + value.length
  const range: Range = [offset + at, offset + end]
  if (quoted.test(value)) return { node: { kind: 'string', value: value.slice(1, -1), range } }
  if (/^(?:true|false)$/.test(value)) return { node: { kind: 'boolean', value: value === 'true', range } }
  if (/^(?:0|[1-9]\d{0,14})$/.test(value)) return { node: { kind: 'number', value: Number(value), range } }
  // A line that is indented goes on with the value before it.
  const goesOn = /[ \t]/.test(text.charAt(at + source.length + lineEnd(text, at + source.length)))
  if (goesOn || isReserved(value) || !words.test(value) || value.endsWith(':')) return undefined
  return { node: { kind: 'string', value, range } }
}

function lineEnd(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? 2 : 1
}

/** Words that are values of their own in some version of YAML. */
function isReserved(word: string): boolean {
  return /^(?:true|false|null|nan|inf)$/i.test(word)
}
