import { endOfLine } from '../../text.ts'

/** Thrown, and caught by `readBlockYaml`, where a text holds what only the library reads. */
export const unusual = new Error('for the library')

export function refuse(): never {
  throw unusual
}

/** The lines of a text, and the one that is to be read next. */
export class Lines {
  readonly text: string
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  /** Blanks before the first character; -1 for a line without one. */
  readonly #indents: number[] = []
  /** The line to be read next, as an index. */
  at = 0

  constructor(text: string) {
    this.text = text
    for (let start = 0; start < text.length; ) {
      const end = endOfLine(text, start)
      this.#add(start, text[end - 1] === '\r' ? end - 1 : end)
      start = end + 1
    }
  }

  #add(start: number, end: number): void {
    let from = start
    while (from < end && this.text[from] === ' ') from++
    const isBlank = from === end
    // A tab indents nothing, and what looks blank may be text of a block.
    if (!isBlank && this.text[from] === '\t') refuse()
    if (from === start && this.#isMark(start, end)) refuse()
    this.#starts.push(start)
    this.#ends.push(end)
    this.#indents.push(isBlank ? -1 : from - start)
  }

  /** The begin of a second document, or the end of the first. */
  #isMark(start: number, end: number): boolean {
    const mark = end - start < 3 ? '' : this.text.slice(start, start + 3)
    if (mark !== '---' && mark !== '...') return false
    return mark === '...' || this.#indents.some((it, line) => it >= 0 && !this.isComment(line))
  }

  get count(): number {
    return this.#starts.length
  }

  start(line = this.at): number {
    return this.#starts[line] ?? this.text.length
  }

  /** Without its line end. */
  end(line = this.at): number {
    return this.#ends[line] ?? this.text.length
  }

  indent(line = this.at): number {
    return this.#indents[line] ?? -1
  }

  isComment(line: number): boolean {
    return this.text[this.start(line) + this.indent(line)] === '#'
  }

  /** Goes on to the next line that says something; its indentation, or -1 where there is none. */
  skip(): number {
    while (this.at < this.count && (this.indent() < 0 || this.isComment(this.at))) this.at++
    return this.at < this.count ? this.indent() : -1
  }

  /** The first offset from `from` on, in the line at hand, that is no blank. */
  behindBlanks(from: number): number {
    let at = from
    while (this.text[at] === ' ') at++
    if (this.text[at] === '\t') refuse()
    return at
  }

  /** Whether nothing but a comment stands between an offset and the end of its line. */
  isDone(from: number, line = this.at): boolean {
    let at = from
    while (this.text[at] === ' ') at++
    return at >= this.end(line) || (this.text[at] === '#' && at > from)
  }
}
