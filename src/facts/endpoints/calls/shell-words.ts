import { leading } from '../../../text.ts'

/** A word of a command, quotes and escapes resolved, that knows where its characters stand in the source. */
export interface Word {
  text: string
  /** In the source, quotes included. */
  start: number
  end: number
  /** A quote that nothing closes: the rest of the source went into this word. */
  unclosed?: true
  /** Offset in `text` → offset in the source. */
  offset(at: number): number
}

/** Characters of one word and where each came from, run by run. */
class Spelling {
  text = ''
  readonly #runs: { text: number; source: number }[] = []

  add(part: string, source: number): void {
    if (part === '') return
    this.#runs.push({ text: this.text.length, source })
    this.text += part
  }

  word(start: number, end: number, unclosed: boolean): Word {
    const runs = this.#runs
    return {
      text: this.text,
      start,
      end,
      ...(unclosed && { unclosed }),
      offset(at) {
        const run = runs[Math.max(0, leading(runs, ({ text }) => text <= at) - 1)]
        return run ? Math.min(run.source + at - run.text, end) : start
      },
    }
  }
}

/** The word that begins exactly at `start`. */
export function readWord(source: string, start: number): Word {
  const spelling = new Spelling()
  let at = start
  let unclosed = false
  while (at < source.length && !unclosed) {
    const char = source[at] as string
    if (continuation(source, at) > 0 || endsWord(source, at)) break
    if (char === "'" || char === '"') {
      const end = char === "'" ? singleQuoted(source, at, spelling) : doubleQuoted(source, at, spelling)
      unclosed = end === undefined
      at = end ?? source.length
    } else if (char === '\\' && at + 1 < source.length) {
      spelling.add(source[at + 1] as string, at + 1)
      at += 2
    } else {
      const end = plainEnd(source, at)
      spelling.add(source.slice(at, end), at)
      at = end
    }
  }
  return spelling.word(start, at, unclosed)
}

/** Past the closing quote; nothing is escaped in between. */
function singleQuoted(source: string, at: number, spelling: Spelling): number | undefined {
  const end = source.indexOf("'", at + 1)
  spelling.add(source.slice(at + 1, end < 0 ? undefined : end), at + 1)
  return end < 0 ? undefined : end + 1
}

function doubleQuoted(source: string, open: number, spelling: Spelling): number | undefined {
  let from = open + 1
  for (let at = from; at < source.length; at++) {
    const char = source[at]
    if (char === '"') {
      spelling.add(source.slice(from, at), from)
      return at + 1
    }
    if (char !== '\\' || !'"\\$`\n'.includes(source[at + 1] ?? ' ')) continue
    spelling.add(source.slice(from, at), from)
    from = source[at + 1] === '\n' ? at + 2 : at + 1
    at++
  }
  spelling.add(source.slice(from), from)
  return undefined
}

const special = /[\s'"\\;|&^`<{[]/g
const placeholder = /^(?:<[^<>\n]{1,80}>|\{[A-Za-z][\w .-]{0,80}\}|\[[A-Za-z][\w .-]{0,80}\])/

/** A run of characters that mean themselves; at least one. */
function plainEnd(source: string, at: number): number {
  const whole = '<{['.includes(source[at] as string) ? placeholder.exec(source.slice(at, at + 82)) : null
  if (whole) return at + whole[0].length
  special.lastIndex = at + 1
  return special.exec(source)?.index ?? source.length
}

function endsWord(source: string, at: number): boolean {
  return blanks.includes(source[at] as string) || endsCommand(source, at)
}

/** Whether a command ends here. */
export function endsCommand(source: string, at: number): boolean {
  return '\n;|'.includes(source[at] as string) || (source[at] === '&' && !insideWord(source, at))
}

/** `?a=1&b=2`: no author means two commands. */
function insideWord(source: string, at: number): boolean {
  return /[^\s&;|]/.test(source[at - 1] ?? ' ') && /[^\s&;|]/.test(source[at + 1] ?? ' ')
}

/** Length of `\` and the line end behind it; also cmd's `^` and PowerShell's backtick, and a blank that slipped in between. */
export function continuation(source: string, at: number): number {
  const char = source[at]
  if (char !== '\\' && char !== '^' && char !== '`') return 0
  let end = at + 1
  while (source[end] === ' ' || source[end] === '\t' || source[end] === '\r') end++
  return source[end] === '\n' || (end === source.length && char === '\\') ? end + 1 - at : 0
}

/** A stretch of source that means itself, as a word. */
export function verbatim(source: string, start: number, end: number, unclosed: boolean): Word {
  const spelling = new Spelling()
  spelling.add(source.slice(start, end), start)
  return spelling.word(start, end, unclosed)
}

/** A shell takes a no-break space for a letter; who sees one on a page takes it for a blank, and so did who wrote it. */
export const blanks = ' \t\r\u00a0'
