import type { JsonNode } from '../../types.ts'
import type { Fault } from './faults.ts'
import { noBrace } from './mistakes.ts'
import { isVariable, shouts } from './phrases.ts'
import { type Allowance, Scanner, type Token } from './scanner.ts'
import { Brackets } from './unclosed.ts'

/** The sample cannot be read beyond this point; what it was is in the faults. */
export class Unreadable extends Error {}

/** The token at hand and the one before, the brackets that are open, and what was found so far. */
export class Cursor {
  readonly scanner: Scanner
  readonly brackets = new Brackets()
  token: Token
  last: Token
  /** Where the sample begins that shows part of an object, and may begin and end where it likes. */
  excerpt: Token | undefined
  /** An ellipsis further out than what it stands in: it stands for closers too. */
  #cut = false
  /** Whether some stand-in is in capital letters; asked of a sample that has other such words. */
  #shouts: boolean | undefined

  constructor(text: string, allowance: Allowance) {
    this.scanner = new Scanner(text, allowance)
    this.token = { kind: 'end', range: [0, 0], value: null, leads: true, indent: 0, remarked: false, key: false }
    this.last = this.token
  }

  get text(): string {
    return this.scanner.text
  }

  get faults(): Fault[] {
    return this.scanner.faults
  }

  advance(): Token {
    const passed = this.token
    this.#notice(passed)
    this.last = passed
    this.token = this.#next()
    return passed
  }

  /** Goes on from another place in the text. */
  jump(to: number) {
    this.scanner.jump(to)
    this.token = this.#next()
  }

  /** `"id": <number>`: a placeholder for the one value that was just read, with another member on the next line. */
  isFilledIn(value: JsonNode | undefined): boolean {
    const { last, token } = this
    if (value?.kind !== 'unknown' || value.range !== last.range || this.text[last.range[0]] !== '<') return false
    return token.kind === 'string' && token.key && token.leads
  }

  /** Whether a comment stands for what was left out: on a line of its own, or all alone as in `{ /* a pot *\/ }`, `[ /* a pot *\/, … ]`. */
  get isRemarked(): boolean {
    const { text, last, token } = this
    if (token.remarked || !/[,}\]]/.test(token.kind) || !/[,{[]/.test(last.kind)) return token.remarked
    const isOwn = last.kind !== ',' || !token.leads
    return isOwn && text.slice(last.range[1], token.range[0]).trimEnd().endsWith('*/')
  }

  /** Whether the word at hand only says what belongs in its place. */
  get standsIn(): boolean {
    const { text, token } = this
    if (this.scanner.isShape || isVariable(text, token.range)) return true
    if (!/^[A-Z][A-Z\d]+$/.test(text.slice(...token.range))) return false
    this.#shouts ??= shouts(text)
    return this.#shouts
  }

  stop(reason: Fault | undefined): never {
    if (reason) this.faults.push(reason)
    throw new Unreadable()
  }

  /** The text ends, or a closer comes that is not the one awaited; undefined where that is on purpose. */
  unclosed(): Fault | undefined {
    const { kind, remarked } = this.token
    if (this.#cut) return undefined
    if (kind !== 'end') return this.#unopened() ?? this.brackets.wrong(this.token)
    // "..." at the very end says that the sample is cut off.
    const isCut = this.last.kind === 'soft' || remarked || (this.excerpt && !this.#endsInList)
    return isCut ? undefined : this.brackets.unclosed(this.last)
  }

  /** Members that end with a brace, and no further in than they begin: the one that opens them is missing. */
  #unopened(): Fault | undefined {
    const { text, token, excerpt, brackets } = this
    if (!excerpt || token.kind !== '}' || !token.leads || token.indent > excerpt.indent) return undefined
    const isAll = !/[{}[\]]/.test(text.slice(0, excerpt.range[0])) && text.slice(token.range[1]).trim() === ''
    return isAll && brackets.areTidy ? noBrace(text, excerpt.range) : undefined
  }

  /** All that is open is a list, and its last item is whole: who shows part of an object ends with that list. */
  get #endsInList(): boolean {
    return this.brackets.isOneList && this.last.kind === '}'
  }

  #notice({ kind, tolerated, leads, indent }: Token) {
    if (tolerated === 'ellipsis') this.#cut = leads && indent <= this.brackets.indent
    else if (kind !== '}' && kind !== ']' && kind !== ',') this.#cut = false
  }

  /** A mistake that nothing repairs ends the reading: what follows is guesswork. */
  #next(): Token {
    const known = this.faults.length
    const token = this.scanner.next()
    for (let i = known; i < this.faults.length; i++) if (!this.faults[i]?.repair) throw new Unreadable()
    return token
  }
}

export function isValue({ kind }: Token): boolean {
  return kind === '{' || kind === '[' || kind === 'string' || kind === 'number' || kind === 'literal'
}
