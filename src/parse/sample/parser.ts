import type { JsonMember, JsonNode } from '../../types.ts'
import { saysOr } from './comments.ts'
import { Cursor, isValue } from './cursor.ts'
import type { Fault } from './faults.ts'
import { afterValue, fault, keyInArray, noComma, noMember, noValue, unquotedKey } from './mistakes.ts'
import { type Allowance, isRest } from './scanner.ts'

const maxDepth = 200
const json5Number = /^[+-]?(?:Infinity|NaN|0[xX][\da-fA-F]+|\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)$/

type Closer = '}' | ']' | 'end'

/**
 * Reads JSON as people write it in documentation. Conventions are noted in `tolerated`, mistakes with an obvious repair in
 * `faults`; the first mistake without one ends the reading.
 */
export class Parser extends Cursor {
  readonly #allowance: Allowance
  /** Members on their own are often alternatives, one a line; where commas stand behind most of them, they are none. */
  readonly #loose: Fault[] = []

  constructor(text: string, allowance: Allowance) {
    super(text, allowance)
    this.#allowance = allowance
  }

  value(): JsonNode {
    const { kind, range, value } = this.token
    if (kind === '{' || kind === '[') return this.#nested(() => (kind === '{' ? this.#object() : this.#array()))
    if (kind === 'string' || kind === 'number' || kind === 'literal') {
      this.advance()
      const type = kind !== 'literal' ? kind : value === null ? 'null' : 'boolean'
      return this.#alternatives({ kind: type, value, range })
    }
    if (kind === 'soft') {
      this.advance()
      if (!this.token.leads && !this.token.key && isValue(this.token)) return this.value()
      return { kind: 'unknown', range }
    }
    // `"id": :id`: a placeholder as routes have it.
    if (kind === ':' && /^:[A-Za-z_]$/.test(this.text.slice(range[0], range[0] + 2)))
      return this.#placeholder(this.advance().range[0])
    return kind === 'word' ? this.#word() : this.stop(noValue(this) ?? this.unclosed())
  }

  #word(): JsonNode {
    const { value } = this.token
    if (this.#allowance.json5 && json5Number.test(String(value)))
      return { kind: 'number', value: Number(value), range: this.advance().range }
    return this.standsIn ? this.#placeholder() : this.stop(noValue(this) ?? this.unclosed())
  }

  /** `"a" | "b"`: the sample shows what may stand here, and any of it is as good. */
  #alternatives(node: JsonNode): JsonNode {
    let alternatives = node
    while (this.token.kind === 'soft' && /^(?:\||or\b|&)/.test(this.text.slice(...this.token.range))) {
      this.advance()
      alternatives = { kind: 'unknown', range: [node.range[0], this.last.range[1]] }
      if (!this.token.leads && isValue(this.token)) this.value()
    }
    return alternatives
  }

  #nested(read: () => JsonNode): JsonNode {
    if (this.brackets.depth >= maxDepth) this.stop(undefined)
    this.brackets.open(this.token)
    const node = read()
    this.brackets.close(this.last)
    return node
  }

  #object(): JsonNode {
    const start = this.advance().range[0]
    const { members, elided } = this.#members('}')
    return { kind: 'object', members, ...mark(elided), range: [start, this.advance().range[1]] }
  }

  /** Members without braces around them: part of an object that the page shows on its own. */
  fragment(): JsonNode {
    const start = this.token.range[0]
    this.excerpt = this.token
    this.scanner.tolerated.add('fragment')
    this.#loose.length = 0
    const { members } = this.#members('end')
    if (members.length - 1 > 2 * this.#loose.length) this.faults.push(...this.#loose)
    return { kind: 'object', members, elided: true, range: [start, this.last.range[1]] }
  }

  #members(closer: '}' | 'end'): { members: JsonMember[]; elided: boolean } {
    const members: JsonMember[] = []
    let elided = false
    let parted = false
    for (;;) {
      const { kind } = this.token
      elided ||= this.isRemarked
      if (kind === closer) return { members, elided }
      // `/* the data … */,`: the comment stands for members, and the comma is theirs.
      if (kind === ',' && this.isRemarked) {
        this.advance()
        continue
      }
      if (kind === 'soft' || isRest(this.token)) {
        elided = true
        this.#softKey()
      } else members.push(this.#member(members.length === 0))
      elided = this.#separator(closer, parted && this.isFilledIn(members.at(-1)?.value)) || elided
      parted ||= this.last.kind === ','
    }
  }

  #softKey() {
    if (!this.advance().key) return
    this.advance()
    this.value()
  }

  #member(first: boolean): JsonMember {
    const { kind, range, value, key } = this.token
    if (kind === 'word' && key && !this.#allowance.json5) this.stop(unquotedKey(this.text, range))
    // As a name, `true` is a word like any other.
    if (key && (kind === 'string' || kind === 'word' || (kind === 'literal' && this.#allowance.json5))) {
      this.advance()
      this.advance()
      return { key: String(value), keyRange: range, value: this.#named(String(value)) ?? this.value() }
    }
    const { text, last, token } = this
    if (kind === 'string') this.advance()
    return this.stop(noMember({ text, last, token }, first, this.token.kind) ?? this.unclosed())
  }

  /** `"region": region`, `"size": SIZE`: the name of a key, once more and bare, stands for what belongs there. */
  #named(key: string): JsonNode | undefined {
    const { kind, value } = this.token
    return kind === 'word' && (value === key || value === key.toUpperCase()) ? this.#placeholder() : undefined
  }

  #placeholder(start = this.token.range[0]): JsonNode {
    this.scanner.tolerated.add('placeholder')
    return { kind: 'unknown', range: [start, this.advance().range[1]] }
  }

  #array(): JsonNode {
    const start = this.advance().range[0]
    const items: JsonNode[] = []
    let elided = false
    for (;;) {
      const { kind, range, tolerated } = this.token
      elided ||= this.isRemarked
      if (kind === ']') return { kind: 'array', items, ...mark(elided), range: [start, this.advance().range[1]] }
      if (kind === 'soft' && tolerated !== 'placeholder') {
        elided = true
        this.advance()
      } else items.push(kind === ',' && this.isRemarked ? { kind: 'unknown', range } : this.value())
      if (this.token.kind === ':') this.stop(keyInArray(this.text, this.last.range))
      elided = this.#separator(']') || elided
    }
  }

  /** What stands between two members or items. Says whether an elision stood there. */
  #separator(closer: Closer, isFilledIn = false): boolean {
    const soft = this.last.kind === 'soft' && !isFilledIn
    let elided = false
    while (this.token.kind === 'soft' && !this.token.key) {
      elided = true
      this.advance()
    }
    const { kind, leads, key, range } = this.token
    if (kind === ',') this.#comma(closer)
    else if (kind === closer) return elided
    else if (kind === '}' || kind === ']' || kind === 'end') this.stop(this.unclosed())
    else if (soft || elided || saysOr(this.text.slice(this.last.range[1], range[0]))) return true
    else if (closer === 'end' && leads && key) this.#loose.push(noComma(this.text, this.last.range, this.token.range))
    else this.#missingComma(closer)
    return elided
  }

  #comma(closer: Closer) {
    // `...,` before the closer: the members that were left out have the comma.
    const afterEllipsis = this.last.tolerated === 'ellipsis'
    const { range } = this.advance()
    if (this.token.kind === ',' && !this.isRemarked) {
      const extra = this.advance().range
      this.faults.push(fault('extra comma', extra, 'two commas in a row', 'delete one', { range: extra, text: '' }))
    }
    const { kind } = this.token
    if (kind !== closer || closer === 'end' || this.isRemarked || afterEllipsis || this.#allowance.trailingComma) return
    const message = `comma after the last ${closer === '}' ? 'member' : 'item'}, before "${closer}"`
    this.faults.push(fault('trailing comma', range, message, 'delete it', { range, text: '' }))
  }

  #missingComma(closer: Closer) {
    const { kind, range, key, leads } = this.token
    const isName = key && (kind === 'string' || (kind === 'word' && leads && this.#allowance.json5))
    if (!(closer === ']' ? isValue(this.token) : isName)) this.stop(afterValue(this))
    this.faults.push(noComma(this.text, this.last.range, range))
  }
}

function mark(elided: boolean): { elided?: true } {
  return elided ? { elided: true } : {}
}
