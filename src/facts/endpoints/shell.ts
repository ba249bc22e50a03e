import { goesOn } from './broken-off.ts'

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

export interface Command {
  words: Word[]
  start: number
  end: number
  /** Ends of lines that lack their backslash. */
  breaks: number[]
  /** What `<<EOF` feeds to standard input. */
  heredoc?: Word
}

/**
 * The commands of a script or a session, as a POSIX shell reads them: quotes, escapes, continuations, comments, here-documents.
 * Where some lines carry a prompt (`$ `), the others are output and no commands. Documentation writes what a shell would
 * not take: `<id>` and `{MY ID}` are placeholders, `&` between two parameters of a bare URL does not end the command.
 */
export function commands(source: string): Command[] {
  const session = prompts.test(source)
  const found: Command[] = []
  for (let at = 0; at < source.length; ) {
    if (startsLine(source, at)) {
      const prompt = promptAt(source, at)
      if (session && prompt === undefined) {
        at = nextLine(source, at)
        continue
      }
      at = prompt ?? at
    }
    const { command, next } = readCommand(source, at)
    if (command.words.length > 0) found.push(command)
    at = Math.max(next, at + 1)
  }
  return found
}

const prompts =
  /^[ \t]*(?:[$%]|[\w.-]{1,40}@[\w.-]{1,60}[^$#\n]{0,80}[$#]|PS [^>\n]{0,80}>|[A-Z]:\\[^>\n]{0,80}>)[ \t]+/m
const prompt = new RegExp(prompts.source, 'my')

/** Where the command behind a prompt begins. */
function promptAt(source: string, at: number): number | undefined {
  prompt.lastIndex = at
  return prompt.test(source) ? prompt.lastIndex : undefined
}

function readCommand(source: string, from: number): { command: Command; next: number } {
  const command: Command = { words: [], start: from, end: from, breaks: [] }
  let delimiter: string | undefined
  let at = skipBlank(source, from)
  for (; at < source.length; at = skipBlank(source, at)) {
    if (endsCommand(source, at)) {
      if (!goesOn(command, source, at)) break
      command.breaks.push(at++)
      continue
    }
    const heredoc = heredocAt(source, at)
    if (heredoc) {
      delimiter = heredoc.delimiter
      at = heredoc.next
      continue
    }
    const word = readWord(source, at)
    if (command.words.length === 0) command.start = word.start
    command.words.push(word)
    command.end = word.end
    at = Math.max(word.end, at + 1)
  }
  if (delimiter === undefined) return { command, next: at + 1 }
  command.heredoc = readHeredoc(source, nextLine(source, at), delimiter)
  return { command, next: nextLine(source, command.heredoc.end) }
}

/** A shell takes a no-break space for a letter; who sees one on a page takes it for a blank, and so did who wrote it. */
const blanks = ' \t\r\u00a0'

/** Past blanks, continued line ends and a comment. */
function skipBlank(source: string, from: number): number {
  for (let at = from; at < source.length; ) {
    const char = source[at] as string
    const continued = continuation(source, at)
    if (continued > 0) at = skipSecondPrompt(source, at + continued)
    else if (blanks.includes(char)) at++
    else if (char === '#') at = lineEnd(source, at)
    else return at
  }
  return source.length
}

function endsCommand(source: string, at: number): boolean {
  return '\n;|'.includes(source[at] as string) || (source[at] === '&' && !insideWord(source, at))
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
        let low = 0
        let high = runs.length - 1
        while (low < high) {
          const middle = (low + high + 1) >> 1
          if ((runs[middle]?.text ?? 0) <= at) low = middle
          else high = middle - 1
        }
        const run = runs[low]
        return run ? Math.min(run.source + at - run.text, end) : start
      },
    }
  }
}

function readWord(source: string, start: number): Word {
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

/** `?a=1&b=2`: no author means two commands. */
function insideWord(source: string, at: number): boolean {
  return /[^\s&;|]/.test(source[at - 1] ?? ' ') && /[^\s&;|]/.test(source[at + 1] ?? ' ')
}

/** Length of `\` and the line end behind it; also cmd's `^` and PowerShell's backtick, and a blank that slipped in between. */
function continuation(source: string, at: number): number {
  const char = source[at]
  if (char !== '\\' && char !== '^' && char !== '`') return 0
  let end = at + 1
  while (source[end] === ' ' || source[end] === '\t' || source[end] === '\r') end++
  return source[end] === '\n' || (end === source.length && char === '\\') ? end + 1 - at : 0
}

/** A session shows `> ` at the start of a continued line. */
function skipSecondPrompt(source: string, at: number): number {
  return source.startsWith('> ', at) ? at + 2 : at
}

function heredocAt(source: string, at: number): { delimiter: string; next: number } | undefined {
  if (!source.startsWith('<<', at)) return undefined
  const match = /^<<-?[ \t]*(['"]?)([A-Za-z_]\w{0,40})\1/.exec(source.slice(at, at + 60))
  return match ? { delimiter: match[2] ?? '', next: at + match[0].length } : undefined
}

function readHeredoc(source: string, start: number, delimiter: string): Word {
  let end = start
  while (end < source.length && source.slice(end, lineEnd(source, end)).trim() !== delimiter)
    end = nextLine(source, end)
  const spelling = new Spelling()
  spelling.add(source.slice(start, end), start)
  return spelling.word(start, end, end >= source.length)
}

function startsLine(source: string, at: number): boolean {
  return at === 0 || source[at - 1] === '\n'
}

function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at)
  return end < 0 ? source.length : end
}

function nextLine(source: string, at: number): number {
  return Math.min(lineEnd(source, at) + 1, source.length)
}
