import { endOfLine } from '../../../text.ts'
import { goesOn } from './broken-off.ts'
import { blanks, continuation, endsCommand, readWord, verbatim, type Word } from './shell-words.ts'

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
      if (!goesOn(command.words, source, at)) break
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

/** Past blanks, continued line ends and a comment. */
function skipBlank(source: string, from: number): number {
  for (let at = from; at < source.length; ) {
    const char = source[at] as string
    const continued = continuation(source, at)
    if (continued > 0) at = skipSecondPrompt(source, at + continued)
    else if (blanks.includes(char)) at++
    else if (char === '#') at = endOfLine(source, at)
    else return at
  }
  return source.length
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
  while (end < source.length && source.slice(end, endOfLine(source, end)).trim() !== delimiter)
    end = nextLine(source, end)
  return verbatim(source, start, end, end >= source.length)
}

function startsLine(source: string, at: number): boolean {
  return at === 0 || source[at - 1] === '\n'
}

function nextLine(source: string, at: number): number {
  return Math.min(endOfLine(source, at) + 1, source.length)
}
