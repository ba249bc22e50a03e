import type { JsonMember, JsonNode, Range } from '../../types.ts'
import type { Cause, Fault } from './faults.ts'
import { malformedNumber } from './phrases.ts'
import { type Allowance, quoted, Scanner, type Token } from './scanner.ts'
import { Brackets } from './unclosed.ts'

const maxDepth = 200

type Closer = '}' | ']' | 'end'

/** The sample cannot be read beyond this point; what it was is in the faults. */
export class Unreadable extends Error {}

/**
 * Reads JSON as people write it in documentation. Conventions are noted in `tolerated`, mistakes with an obvious repair in
 * `faults`; the first mistake without one ends the reading.
 */
export class Parser {
  readonly scanner: Scanner
  readonly #allowance: Allowance
  readonly brackets = new Brackets()
  token: Token
  /** The token before. */
  last: Token

  constructor(text: string, allowance: Allowance) {
    this.#allowance = allowance
    this.scanner = new Scanner(text, allowance)
    this.token = { kind: 'end', range: [0, 0], value: null, leads: true, indent: 0, remarked: false, key: false }
    this.last = this.token
  }

  get faults(): Fault[] {
    return this.scanner.faults
  }

  advance(): Token {
    const passed = this.token
    this.last = passed
    this.token = this.#next()
    return passed
  }

  /** Goes on from another place in the text. */
  jump(to: number) {
    this.scanner.jump(to)
    this.token = this.#next()
  }

  #next(): Token {
    const token = this.scanner.next()
    if (this.faults.some((it) => it.repair === undefined)) throw new Unreadable()
    return token
  }

  fail(cause: Cause, range: Range, message: string, help?: string): never {
    this.faults.push({ cause, range, message, help })
    throw new Unreadable()
  }

  value(): JsonNode {
    const { kind, range, value } = this.token
    if (kind === '{') return this.#nested(() => this.#object())
    if (kind === '[') return this.#nested(() => this.#array())
    if (kind === 'string' || kind === 'number') {
      this.advance()
      return this.#alternatives({ kind, value: value ?? '', range })
    }
    if (kind === 'literal') {
      this.advance()
      return this.#alternatives({ kind: value === null ? 'null' : 'boolean', value, range })
    }
    if (kind === 'soft') {
      this.advance()
      if (!this.token.leads && !this.token.key && isValue(this.token)) return this.value()
      return { kind: 'unknown', range }
    }
    return this.#noValue()
  }

  /** `"a" | "b"`: the sample shows what may stand here, and any of it is as good. */
  #alternatives(node: JsonNode): JsonNode {
    let alternatives = node
    while (this.token.kind === 'soft' && /^(?:\||or\b|&)/.test(this.#source(this.token))) {
      this.advance()
      alternatives = { kind: 'unknown', range: [node.range[0], this.last.range[1]] }
      if (!this.token.leads && isValue(this.token)) this.value()
    }
    return alternatives
  }

  #nested(read: () => JsonNode): JsonNode {
    if (this.brackets.depth >= maxDepth) throw new Unreadable()
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
    this.scanner.tolerated.add('fragment')
    const { members } = this.#members('end')
    return { kind: 'object', members, elided: true, range: [start, this.last.range[1]] }
  }

  #members(closer: '}' | 'end'): { members: JsonMember[]; elided: boolean } {
    const members: JsonMember[] = []
    let elided = false
    for (;;) {
      const { kind } = this.token
      elided ||= this.token.remarked
      if (kind === closer) return { members, elided }
      if (kind === 'soft') {
        elided = true
        this.#softKey()
      } else members.push(this.#member(members))
      elided = this.#separator(closer) || elided
    }
  }

  #softKey() {
    const { key } = this.advance()
    if (!key) return
    this.advance()
    this.value()
  }

  #member(before: JsonMember[]): JsonMember {
    const { kind, range, value, key } = this.token
    if (kind === 'string' && key) {
      this.advance()
      this.advance()
      return { key: String(value), keyRange: range, value: this.value() }
    }
    if (kind === 'word' && key) return this.#bareKey()
    return this.#noMember(before)
  }

  /** `name: 1`, `name": 1`. */
  #bareKey(): JsonMember {
    const { range, value } = this.token
    if (!this.#allowance.json5)
      this.fail(
        'unquoted key',
        range,
        `key ${quoted(this.scanner.text, range)} has no quotes`,
        'put it in double quotes',
      )
    this.advance()
    this.advance()
    return { key: String(value), keyRange: range, value: this.value() }
  }

  #array(): JsonNode {
    const start = this.advance().range[0]
    const items: JsonNode[] = []
    let elided = false
    for (;;) {
      const { kind } = this.token
      elided ||= this.token.remarked
      if (kind === ']') return { kind: 'array', items, ...mark(elided), range: [start, this.advance().range[1]] }
      if (kind === 'soft') {
        const ellipsis = this.token.tolerated !== 'placeholder'
        elided ||= ellipsis
        if (ellipsis) this.advance()
        else items.push(this.value())
      } else items.push(this.value())
      if (this.token.kind === ':') this.#keyInArray()
      elided = this.#separator(']') || elided
    }
  }

  #keyInArray(): never {
    return this.fail(
      'missing key',
      this.last.range,
      `${quoted(this.scanner.text, this.last.range)} is a key, but an array has none`,
      'put the members of an object between { and }',
    )
  }

  /** What stands between two members or items. Says whether an elision stood there. */
  #separator(closer: Closer): boolean {
    const soft = this.last.kind === 'soft'
    let elided = false
    while (this.token.kind === 'soft' && !this.token.key) {
      elided = true
      this.advance()
    }
    const { kind } = this.token
    if (kind === ',') {
      this.#comma(closer)
      return elided
    }
    if (kind === closer) return elided
    if (kind === '}' || kind === ']' || kind === 'end') this.#unclosed()
    if (soft || elided) return true
    // Members on their own are often alternatives, one a line.
    if (closer === 'end' && this.token.leads && this.token.key) return elided
    this.#missingComma(closer)
    return elided
  }

  #comma(closer: Closer) {
    const comma = this.advance()
    if (this.token.kind === ',') {
      const extra = this.advance()
      this.#repair('extra comma', extra.range, 'two commas in a row', 'delete one', '')
    }
    const { kind, remarked } = this.token
    if (kind !== closer || closer === 'end' || remarked || this.#allowance.trailingComma) return
    const where = closer === '}' ? 'last member' : 'last item'
    this.#repair('trailing comma', comma.range, `comma after the ${where}, before "${closer}"`, 'delete it', '')
  }

  #missingComma(closer: Closer) {
    const { kind, range, key } = this.token
    const before = this.last.range
    if (kind === 'word' || kind === ':') this.#afterValue()
    const goesOn = closer === ']' ? isValue(this.token) : kind === 'string' && key
    if (!goesOn) this.#afterValue()
    const source = quoted(this.scanner.text, range).replace(/^""|""$/g, '"')
    this.#repair('missing comma', before, `comma missing before ${source}`, 'add a comma', ',', before[1])
  }

  /** The text ends, or a closer comes that is not the one awaited. */
  #unclosed(): never {
    const { kind, remarked } = this.token
    if (kind !== 'end' && this.brackets.depth === 0) this.faults.push(this.brackets.extra(this.token))
    else if (kind !== 'end') this.faults.push(this.brackets.mismatched(this.token))
    // "..." at the very end says that the sample is cut off on purpose.
    else if (this.last.kind !== 'soft' && !remarked) this.faults.push(this.brackets.unclosed(this.last))
    throw new Unreadable()
  }

  /** Something follows a value that cannot follow it. */
  #afterValue(): never {
    const { range, leads, kind } = this.token
    const { text } = this.scanner
    const source = quoted(text, range)
    if (this.last.kind === 'string' && !leads && kind !== ':')
      return this.fail(
        'unescaped quote',
        this.last.range,
        `string ends before ${source}`,
        'write a quote inside a string as \\"',
      )
    if (/^\w[\w.$-]*$/.test(text.slice(...range)) && text.charAt(range[1]) === '"') return this.#missingQuote()
    if (kind === 'word') return this.#bareWord()
    if (kind === 'string')
      return this.fail('missing colon', range, `${source} has no colon and no value`, 'a member is "name": value')
    return this.fail('missing key', range, `value ${source} has no key`, 'a member is "name": value')
  }

  #missingQuote(): never {
    const { range } = this.token
    const source = this.scanner.text.slice(...range)
    return this.fail('missing quote', range, `opening quote missing before ${source}`, `write "${source}"`)
  }

  #bareWord(): never {
    const { range } = this.token
    const source = this.scanner.text.slice(...range)
    if (this.scanner.text.charAt(range[1]) === '"' && /^\w[\w.$ -]*$/.test(source)) this.#missingQuote()
    const number = malformedNumber(source, range[0])
    if (number) {
      this.faults.push(number)
      throw new Unreadable()
    }
    const literal = { none: 'null', nil: 'null', undefined: 'null' }[source.toLowerCase()] ?? source.toLowerCase()
    const help = /^(?:null|true|false)$/.test(literal) ? `write ${literal}` : 'put a string in double quotes'
    return this.fail('bare word', range, `${quoted(this.scanner.text, range)} is not a JSON value`, help)
  }

  #noValue(): never {
    const { kind, range } = this.token
    if (kind === 'word') return this.#bareWord()
    if (kind === 'end') return this.#unclosed()
    if (kind === ',') this.fail('extra comma', range, 'no value before ","')
    if (kind === ':') this.fail('stray character', range, 'no value before ":"')
    if (this.last.kind === ':') {
      const key = this.scanner.text.slice(0, this.last.range[0]).trimEnd().split('\n').pop()?.trim() ?? ''
      return this.fail('missing value', this.last.range, `${key} has no value`)
    }
    return this.#unclosed()
  }

  /** What stands in an object is no member. */
  #noMember(before: JsonMember[]): never {
    const { kind, range } = this.token
    const source = quoted(this.scanner.text, range).replace(/^""|""$/g, '"')
    if (kind === '{' && before.length === 0)
      this.fail(
        'double opening brace',
        range,
        '"{" stands where a name belongs: the brace is opened twice',
        'delete one',
      )
    if (kind === 'end' || kind === ']') return this.#unclosed()
    const only = before.length === 0 && kind === 'string'
    if (only) {
      this.advance()
      if (this.token.kind === '}' || this.token.kind === ',')
        this.fail('not an object', range, `${source} in braces has no value`, 'a list of values is in [ and ]')
      this.fail('missing colon', range, `no colon after ${source}`, 'a member is "name": value')
    }
    if (kind === 'word') this.#bareWord()
    return this.fail('missing key', range, `${source} stands where a name belongs`, 'a member is "name": value')
  }

  #repair(cause: Cause, range: Range, message: string, help: string, text: string, insertAt?: number) {
    const edit = { range: insertAt === undefined ? range : ([insertAt, insertAt] as const), text }
    this.faults.push({ cause, range, message, help, repair: edit })
  }

  #source({ range }: Token): string {
    return this.scanner.text.slice(...range)
  }
}

export function isValue({ kind }: Token): boolean {
  return kind === '{' || kind === '[' || kind === 'string' || kind === 'number' || kind === 'literal'
}

function mark(elided: boolean): { elided?: true } {
  return elided ? { elided: true } : {}
}
