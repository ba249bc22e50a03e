import type { JsonMember, JsonNode, Range } from '../../types.ts'
import { type Lines, refuse } from './lines.ts'
import { plainWord, typed, unescaped } from './words.ts'

/** A list or a mapping in brackets, of words and further brackets; the line at hand is the one in which it ends. */
export function readFlow(lines: Lines, from: number, parent: number, offset: number): { node: JsonNode; end: number } {
  const flow = new Flow(lines, from, parent, offset)
  const node = flow.value()
  return { node, end: flow.at }
}

const plain = /(?:-(?=[^\s,[\]{}])|[^\s,[\]{}#&*!|>'"%@`?:-])(?:[^,[\]{}#:\r\n]|:(?=[^\s,[\]{}]))*/y
const quoted = /"((?:[^"\\\r\n]|\\.)*)"|'((?:[^'\r\n]|'')*)'/y

class Flow {
  readonly #lines: Lines
  readonly #text: string
  readonly #parent: number
  readonly #offset: number
  at: number

  constructor(lines: Lines, from: number, parent: number, offset: number) {
    this.#lines = lines
    this.#text = lines.text
    this.at = from
    this.#parent = parent
    this.#offset = offset
  }

  value(depth = 0): JsonNode {
    if (depth > 20) refuse()
    const first = this.#text[this.at]
    if (first === '[') return this.#list(depth)
    if (first === '{') return this.#mapping(depth)
    const from = this.at
    const word = this.#word()
    const range: Range = [this.#offset + from, this.#offset + word.end]
    return word.isQuoted ? { kind: 'string', value: word.text, range } : typed(word.text, range)
  }

  #list(depth: number): JsonNode {
    const from = this.at++
    const items: JsonNode[] = []
    for (this.#skip(); this.#text[this.at] !== ']'; this.#separate(']')) items.push(this.value(depth + 1))
    this.at++
    return { kind: 'array', items, range: [this.#offset + from, this.#offset + this.at] }
  }

  #mapping(depth: number): JsonNode {
    const from = this.at++
    const members: JsonMember[] = []
    const names = new Set<string>()
    for (this.#skip(); this.#text[this.at] !== '}'; this.#separate('}')) {
      const start = this.at
      const { text, end, isQuoted } = this.#word()
      const key = isQuoted ? text : plainWord(text)
      this.#skip()
      // Behind a quoted name, the colon needs no blank.
      const isColon = this.#text[this.at] === ':' && (isQuoted || /\s/.test(this.#text[this.at + 1] ?? ''))
      if (!isColon || names.has(key)) refuse()
      names.add(key)
      this.at++
      this.#skip()
      members.push({ key, keyRange: [this.#offset + start, this.#offset + end], value: this.value(depth + 1) })
    }
    this.at++
    return { kind: 'object', members, range: [this.#offset + from, this.#offset + this.at] }
  }

  #word(): { text: string; end: number; isQuoted: boolean } {
    const mark = this.#text[this.at]
    const isQuoted = mark === '"' || mark === "'"
    const pattern = isQuoted ? quoted : plain
    pattern.lastIndex = this.at
    const match = pattern.exec(this.#text)
    if (!match) refuse()
    if (isQuoted) {
      this.at = pattern.lastIndex
      return { text: unescaped(match[1] ?? match[2] ?? '', mark), end: this.at, isQuoted }
    }
    const text = match[0].trimEnd()
    const end = this.at + text.length
    this.at = pattern.lastIndex
    return { text, end, isQuoted }
  }

  /** Behind an item: a comma, or the end. */
  #separate(close: string): void {
    this.#skip()
    if (this.#text[this.at] === close) return
    if (this.#text[this.at] !== ',') refuse()
    this.at++
    this.#skip()
  }

  /** To what comes next, on this line or below it, where it must be indented deeper than what holds the brackets. */
  #skip(): void {
    for (;;) {
      while (this.#text[this.at] === ' ') this.at++
      if (this.at < this.#lines.end()) return
      const line = ++this.#lines.at
      const indent = this.#lines.indent(line)
      if (line >= this.#lines.count || (indent >= 0 && indent <= this.#parent)) refuse()
      this.at = this.#lines.start()
    }
  }
}
