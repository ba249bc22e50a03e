import type { JsonMember, JsonNode } from '../../types.ts'
import { Lines, refuse, unusual } from './lines.ts'
import { readValue } from './scalars.ts'
import { plainWord } from './words.ts'

/** As deep as the library's own trees may be. */
const maxDepth = 60

/**
 * Reads YAML as nearly all of it is written: mappings and sequences by indentation, scalars of all styles, lists in brackets on one line.
 * `undefined` for anything else (anchors, tags, several documents, mistakes), and then the library reads it; a test holds the
 * two against each other. The library takes some ten times as long.
 */
export function readBlockYaml(text: string, offset: number): JsonNode | undefined {
  try {
    const lines = new Lines(text)
    const reader = new Reader(lines, offset)
    const node = reader.document()
    return lines.skip() < 0 ? node : undefined
  } catch (error) {
    if (error === unusual) return undefined
    throw error
  }
}

const quotedKey = /"([^"\\\r\n]*)"[ ]*:(?=[ \r\n]|$)|'([^'\r\n]*)'[ ]*:(?=[ \r\n]|$)/y
/** No indicator begins it, and neither `: ` nor ` #` is in it. What stands behind it is bounded, since it is looked at behind each letter. */
const plainKey = /[^\s#:,[\]{}&*!|>'"%@`?-](?:[^:#\r\n]|:(?=[^\s])|(?<=\S)#)*?(?=[ ]{0,8}:(?:[ \r\n]|$))/y

class Reader {
  readonly #lines: Lines
  readonly #offset: number
  #depth = 0

  constructor(lines: Lines, offset: number) {
    this.#lines = lines
    this.#offset = offset
  }

  document(): JsonNode | undefined {
    const lines = this.#lines
    if (lines.skip() === 0 && lines.text.slice(lines.start(), lines.end()) === '---') {
      lines.at++
      lines.skip()
    }
    return lines.at < lines.count ? this.#node(-1, lines.start() + lines.indent()) : undefined
  }

  /** What begins at an offset of the line at hand, inside of what is indented by `parent`. */
  #node(parent: number, from: number): JsonNode {
    if (++this.#depth > maxDepth) refuse()
    const node = this.#isItem(from)
      ? this.#sequence(from)
      : this.#keyAt(from)
        ? this.#mapping(from)
        : readValue(this.#lines, from, parent, this.#offset)
    this.#depth--
    return node
  }

  #isItem(at: number): boolean {
    const { text } = this.#lines
    return text[at] === '-' && (at + 1 >= this.#lines.end() || text[at + 1] === ' ')
  }

  #keyAt(from: number): { name: string; end: number; next: number } | undefined {
    const { text } = this.#lines
    const isQuoted = text[from] === '"' || text[from] === "'"
    const pattern = isQuoted ? quotedKey : plainKey
    pattern.lastIndex = from
    const match = pattern.exec(text)
    if (!match || pattern.lastIndex > this.#lines.end()) return undefined
    if (isQuoted) {
      const name = match[1] ?? match[2] ?? ''
      return { name, end: from + name.length + 2, next: pattern.lastIndex }
    }
    const end = pattern.lastIndex
    return { name: plainWord(match[0]), end, next: text.indexOf(':', end) + 1 }
  }

  #mapping(first: number): JsonNode {
    const lines = this.#lines
    const column = first - lines.start()
    const members: JsonMember[] = []
    const names = new Set<string>()
    for (let from = first; ; from = lines.start() + column) {
      const key = this.#keyAt(from) ?? refuse()
      if (names.has(key.name)) refuse()
      names.add(key.name)
      const keyRange = [this.#offset + from, this.#offset + key.end] as const
      members.push({ key: key.name, keyRange, value: this.#member(key.next, column) })
      const indent = lines.skip()
      if (indent > column) refuse()
      if (indent < column) return this.#made({ kind: 'object', members, range: [this.#offset + first, 0] })
    }
  }

  /** The value behind a key's colon: in its line, or below it. A sequence may stand below a key without being indented. */
  #member(next: number, column: number): JsonNode {
    const lines = this.#lines
    const at = lines.behindBlanks(next)
    if (!lines.isDone(next)) return readValue(lines, at, column, this.#offset)
    lines.at++
    const indent = lines.skip()
    const from = lines.start() + indent
    if (indent > column) return this.#node(column, from)
    return indent === column && this.#isItem(from) ? this.#sequence(from) : this.#nothing(at)
  }

  #sequence(first: number): JsonNode {
    const lines = this.#lines
    const column = first - lines.start()
    const items: JsonNode[] = []
    for (let from = first; ; from = lines.start() + column) {
      items.push(this.#item(from, column))
      const indent = lines.skip()
      if (indent > column) refuse()
      if (indent < column || !this.#isItem(lines.start() + column))
        return this.#made({ kind: 'array', items, range: [this.#offset + first, 0] })
    }
  }

  #item(dash: number, column: number): JsonNode {
    const lines = this.#lines
    const at = lines.behindBlanks(dash + 1)
    if (!lines.isDone(dash + 1)) return this.#node(column, at)
    lines.at++
    const indent = lines.skip()
    return indent > column ? this.#node(column, lines.start() + indent) : this.#nothing(at)
  }

  #nothing(at: number): JsonNode {
    return { kind: 'null', value: null, range: [this.#offset + at, this.#offset + at] }
  }

  /** A collection ends with the last line that says something. */
  #made<T extends JsonNode>(node: T): T {
    const last =
      node.kind === 'object' ? node.members.at(-1)?.value : node.kind === 'array' ? node.items.at(-1) : undefined
    return { ...node, range: [node.range[0], last?.range[1] ?? node.range[0]] }
  }
}
