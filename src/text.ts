import type { Fact, Range } from './types/values.ts'

/** 1-based, columns in UTF-16 code units. */
export interface Position {
  line: number
  column: number
}

/** Offsets ↔ positions of one text. LF, CRLF and a lone CR end a line, as in CommonMark. */
export class Lines {
  readonly #starts: number[] = [0]
  readonly text: string

  constructor(text: string) {
    this.text = text
    if (!text.includes('\r')) {
      // The usual case, at the speed of the engine's own search.
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
      return
    }
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) this.#starts.push(i + 1)
    }
  }

  get count(): number {
    return this.#starts.length
  }

  at(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.text.length))
    const line = leading(this.#starts, (start) => start <= inside)
    // The byte order mark has no width in any editor.
    const start = (this.#starts[line - 1] ?? 0) + (line === 1 && this.text.charCodeAt(0) === 0xfeff ? 1 : 0)
    return { line, column: Math.max(0, inside - start) + 1 }
  }

  /** The offset of a line's first character; the end of the text for lines past it. */
  start(line: number): number {
    return this.#starts[line - 1] ?? this.text.length
  }

  /** A line's text without its line end. */
  line(line: number): string {
    return this.text.slice(this.start(line), this.start(line + 1)).replace(/[\r\n]+$/, '')
  }
}

/** Where the line that holds an offset begins. */
export function startOfLine(text: string, from: number): number {
  return from <= 0 ? 0 : text.lastIndexOf('\n', from - 1) + 1
}

/** Where the line that holds an offset ends, before its line feed. */
export function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** Where the line that holds an offset stands. */
export function lineRange(text: string, offset: number): Range {
  return [startOfLine(text, offset), endOfLine(text, offset)]
}

/** The line that holds an offset. */
export function lineAt(text: string, offset: number): string {
  return text.slice(...lineRange(text, offset))
}

/** The last characters before an offset: a pattern that ends in `$` would else be tried all over the page. */
export function textBefore(text: string, offset: number, length: number): string {
  return text.slice(Math.max(0, offset - length), offset)
}

/** Where a word stands first in a range of a text. */
export function wordIn(text: string, word: string, [start, end]: Range): Range | undefined {
  const at = text.indexOf(word, start)
  return at >= 0 && at + word.length <= end ? [at, at + word.length] : undefined
}

/** How many items at the beginning of a list are so, where none behind them is: halving finds it. */
export function leading<T>(items: readonly T[], isSo: (item: T) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isSo(items[middle] as T)) low = middle + 1
    else high = middle
  }
  return low
}

/** The innermost section that holds an offset: sections are in the order of the text, so it is the last that begins before. */
export function sectionAt(sections: readonly { heading: Range }[], offset: number): number {
  return Math.max(0, leading(sections, ({ heading }) => heading[0] <= offset) - 1)
}

/** Compares by code unit: reports are the same in every locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Compares by place: what begins first comes first. */
export function byStart(a: Fact, b: Fact): number {
  return a.range[0] - b.range[0]
}

/** `1364` → `1,364`, for a whole number. The engine's own way loads a locale, which takes longer than all else about a report. */
export function withCommas(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${withCommas(count)} ${count === 1 ? noun : many}`
}

/** As much of the source as a message can quote. */
export function excerpt(source: string): string {
  const line = source.split('\n', 1)[0] ?? ''
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}

/** A few of them are enough to see what they are of. */
export function someOf(names: readonly string[]): string {
  return [...names.slice(0, 3).map((it) => `"${it}"`), ...(names.length > 3 ? ['…'] : [])].join(', ')
}

/** `"a", "b" and "c"`; of more than four, three and how many more there are. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, names.length > 4 ? 3 : 4).map((it) => `"${it}"`)
  const rest = names.length - shown.length
  const last = rest > 0 ? `${rest} more` : shown.length > 1 ? shown.pop() : undefined
  return shown.join(', ') + (last === undefined ? '' : ` and ${last}`)
}

/** `decodeURIComponent` that gives back the text where it is not percent-encoding. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A text as a part of a pattern that matches it. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Letters and digits in lower case: all else is what goes wrong between two people who mean one anchor, one title, or one key. */
export function squash(text: string): string {
  // ASCII needs no Unicode classes, which are slow, and nearly all ids are ASCII.
  if (/^[\w-]*$/.test(text)) return text.toLowerCase().replace(/[_-]/g, '')
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** The words of a name, in lower case: marks and blanks part them, and so do humps. */
export function wordsOf(name: string): string[] {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase()
  return words.match(/[^\0-\x7f]/.test(words) ? /[\p{L}\p{N}]+/gu : /[a-z\d]+/g) ?? []
}
