import { startOfLine } from '../../text.ts'
import type { Range, Tolerated } from '../../types.ts'
import { commentEnd, emphasisEnd, isOptional } from './comments.ts'
import type { Fault } from './faults.ts'
import { fullwidthMark, type Mark, markAt } from './marks.ts'
import { readPhrase } from './phrases.ts'
import { opensString, scanString } from './strings.ts'
import { templateEnd } from './templates.ts'

/**
 * `soft` tokens are conventions of documentation (`...`, `{{…}}`, `<number>`): they may stand for a value, for members, or
 * for nothing, and need no comma on either side.
 */
export interface Token {
  kind: Mark | 'string' | 'number' | 'literal' | 'word' | 'soft' | 'end'
  range: Range
  value: null | boolean | number | string
  /** First on its line. */
  leads: boolean
  /** How far the line is indented on which it stands. */
  indent: number
  /** A comment on a line of its own stands before it: comments tell what was left out. */
  remarked: boolean
  /** A colon follows: the token is a key. */
  key: boolean
  tolerated?: Tolerated
}

/** What a language allows beyond JSON. */
export interface Allowance {
  comments: boolean
  trailingComma: boolean
  json5: boolean
}

/** Reads tokens one by one. Whatever it meets, it moves on, and it never looks at a character more than a few times. */
export class Scanner {
  readonly text: string
  readonly faults: Fault[] = []
  readonly tolerated = new Set<Tolerated>()
  /** Where the comments begin that JSON does not allow, and remarks in place of them. */
  readonly comments: number[] = []
  /** It shows which members there are, and what any bare word says is a type. */
  isShape = false
  readonly #allowance: Allowance
  #at = 0
  #lineStart = 0
  #indent = 0
  #leads = true
  #remarked = false

  constructor(text: string, allowance: Allowance) {
    this.text = text
    this.#allowance = allowance
  }

  jump(to: number) {
    this.#at = to
    this.#lineStart = startOfLine(this.text, to)
    this.#indent = this.text.slice(this.#lineStart, to).search(/\S|$/)
  }

  next(): Token {
    this.#skip()
    const start = this.#at
    if (this.#leads) this.#indent = start - this.#lineStart
    const token = this.#read(start)
    this.#at = token.range[1]
    if (token.tolerated) this.tolerated.add(token.tolerated)
    if (token.tolerated === 'comment') this.comments.push(start)
    return token
  }

  /** Blanks and comments. */
  #skip() {
    this.#leads = this.#at === 0
    this.#remarked = false
    for (;;) {
      const char = this.text.charAt(this.#at)
      if (char === '\n' || char === '\r') {
        this.#leads = true
        this.#lineStart = this.#at + 1
      } else if (char !== ' ' && char !== '\t') {
        if (!this.#comment() && !this.#strangeBlank(char)) return
        continue
      }
      this.#at++
    }
  }

  #comment(): boolean {
    if (isOptional(this.text, this.#at)) {
      this.isShape = true
      this.#at++
      return true
    }
    const end = commentEnd(this.text, this.#at)
    if (end === undefined) return false
    this.#remarked ||= this.#leads
    if (!this.#allowance.comments) {
      this.tolerated.add('comment')
      this.comments.push(this.#at)
    }
    this.#at = end
    return true
  }

  /** A blank that JSON does not know: invisible, and the parser of whoever copies the sample stops at it. */
  #strangeBlank(char: string): boolean {
    if (char === '' || !/[\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]/.test(char)) return false
    const range: Range = [this.#at, this.#at + 1]
    const code = char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    const wide = !/[\u200b-\u200d\u2060\ufeff]/.test(char)
    const message = char === '\u00a0' ? 'non-breaking space between the tokens' : `invisible character U+${code}`
    const help = wide ? 'replace it with an ordinary space' : 'delete it'
    this.faults.push({ cause: 'non-breaking space', range, message, help, repair: { range, text: wide ? ' ' : '' } })
    this.#at++
    return true
  }

  #read(start: number): Token {
    const char = this.text.charAt(start)
    if (char === '') return this.#token('end', start, start, null)
    const template = templateEnd(this.text, start)
    if (template) return this.#token('soft', start, template.end, null, template.tolerated)
    const mark = markAt(this.text, start)
    if (mark) {
      if (mark !== char) this.faults.push(fullwidthMark(this.text, start, mark))
      return this.#token(mark, start, start + 1, mark)
    }
    if (opensString(char)) {
      const { end, value, faults } = scanString(this.text, start, this.#allowance.json5)
      this.faults.push(...faults)
      return this.#token('string', start, end, value)
    }
    const { kind, end, value, fault, tolerated } = readPhrase(this.text, start)
    if (fault) this.faults.push(fault)
    return this.#token(kind, start, Math.max(end, start + 1), value, tolerated)
  }

  #token(kind: Token['kind'], start: number, end: number, value: Token['value'], tolerated?: Tolerated): Token {
    return {
      kind,
      range: [start, end],
      value,
      leads: this.#leads,
      indent: this.#indent,
      remarked: this.#remarked,
      key: kind !== ':' && this.#colonFollows(end),
      tolerated,
    }
  }

  #colonFollows(from: number): boolean {
    const char = this.text.charAt(from)
    if (markAt(this.text, from) === ':' || isOptional(this.text, from)) return true
    let i = (char === '*' || char === '<' ? emphasisEnd(this.text, from) : undefined) ?? from
    while (' \t\u00a0'.includes(this.text.charAt(i)) && i < this.text.length) i++
    return markAt(this.text, i) === ':'
  }
}

/** `"et cetera"`: a string that stands in place of members. */
export function isRest({ kind, key, value }: Token): boolean {
  return kind === 'string' && !key && /^(?:etc\.?|et cetera|and so on|\.{3}|…)$/i.test(String(value))
}
