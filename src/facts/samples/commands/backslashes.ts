import { startOfLine } from '../../../text.ts'
import type { Edit } from '../../../types.ts'
import type { Call } from '../../endpoints/calls/index.ts'
import { trimmedEnd } from './open-quotes.ts'
import { type Slip, sourceOf } from './slips.ts'

/** Options that go on below a line that lacks its backslash: a shell runs the first part, and stumbles over the rest. */
export function brokenOff({ command: { breaks } }: Call, value: string): Slip | undefined {
  const [first] = breaks
  const option = first === undefined ? null : /\S+/.exec(value.slice(first, first + 200))
  if (first === undefined || !option) return undefined
  const start = first + option.index
  const isBelowComment = breaks.some((at) => isComment(value, at))
  return {
    range: [start, start + option[0].length],
    message: `the command ends before "${option[0].replace(/^(['"])(.*)\1$/, '$2')}"${breaks.length === 1 ? '' : ` (${breaks.length} lines)`}`,
    help: isBelowComment
      ? 'take the comment above it out of the command'
      : `end the line above with ${isDoubled(value, first) ? 'a single "\\"' : '"\\"'}`,
    edits: isBelowComment ? undefined : breaks.map((at) => joint(value, at)),
  }
}

/** `\\` is a backslash to a shell, and joins nothing. */
function isDoubled(value: string, at: number): boolean {
  return value.endsWith('\\\\', trimmedEnd(value, at))
}

function joint(value: string, at: number): Edit {
  const end = trimmedEnd(value, at)
  return isDoubled(value, at) ? { range: [end - 1, at], text: '' } : { range: [end, at], text: ' \\' }
}

/** `# or with a token \` between two lines of a command: a comment ends where its line does, whatever it ends with. */
function isComment(value: string, end: number): boolean {
  return /^[ \t]*#/.test(value.slice(startOfLine(value, end), end))
}

/** A blank behind the backslash: it is what the backslash is for then, and the line ends the command. */
export function blankBehind({ command }: Call, value: string): Slip | undefined {
  const gap = /(?<!\\)\\([ \t]+)\n/.exec(sourceOf(command, value))
  if (!gap) return undefined
  const start = command.start + gap.index
  return {
    range: [start, start + 1],
    message: 'a blank behind "\\" ends the command',
    help: 'delete it',
    edits: [{ range: [start + 1, start + gap[0].length - 1], text: '' }],
  }
}

/** A backslash and a blank before an option or the URL, all on one line: it once stood at the end of a line. */
export function blankJoined({ command: { words } }: Call, value: string): Slip | undefined {
  const word = words.find(({ start }) => /^\\[ \t]+(?:-|['"]?https?:)/.test(value.slice(start, start + 40)))
  if (!word) return undefined
  return {
    range: [word.start, word.start + 1],
    message: 'this backslash joins no lines: it makes the blank a part of the next word',
    help: 'begin a new line behind it, or delete it',
  }
}

/** `'https://example.com/orders?\` with the query on the next line: single quotes keep both as they are, and double ones join the lines. */
export function keptBackslash({ url }: Call, value: string): Slip | undefined {
  const source = sourceOf(url, value)
  const kept = /^'https?:[^'\s]*[?&]\\\n\s*\w+=/.exec(source)
  if (!url || !kept) return undefined
  const at = url.start + source.indexOf('\\')
  const edits = [url.start, url.end - 1].map((it) => ({ range: [it, it + 1] as const, text: '"' }))
  return {
    range: [at, at + 1],
    message: 'in single quotes this backslash joins no lines: it is a part of the URL',
    help: 'put the URL in double quotes',
    edits: /["$`!]/.test(source) ? undefined : edits,
  }
}

const lastBackslash = /[ \t]*\\\s*$/y

/** A backslash behind the last word of a block: the shell waits for a line that never comes, and the reader for an answer. */
export function joinsNothing({ command: { end } }: Call, value: string): Slip | undefined {
  lastBackslash.lastIndex = end
  const found = lastBackslash.exec(value)
  if (!found) return undefined
  const at = end + found[0].indexOf('\\')
  return {
    range: [at, at + 1],
    message: 'nothing follows the line that this "\\" continues',
    help: 'delete it',
    edits: [{ range: [end, at + 1], text: '' }],
  }
}

/** `'https://example.com/orders' \\'`: behind a backslash, the quote is a word of its own. */
export function quotedEnd({ command: { words } }: Call, value: string): Slip | undefined {
  const [last, word] = [words.at(-2), words.at(-1)]
  const source = sourceOf(word, value)
  if (!last || !word || !/^\\['"]$/.test(source)) return undefined
  return {
    range: [word.start, word.end],
    message: `this ${source} joins no lines: it is a word of its own`,
    help: 'delete it',
    edits: [{ range: [last.end, word.end], text: '' }],
  }
}

const joined = /^\\\n(--?[A-Za-z][\w-]*(?=[ \t])|['"]?(https?:\/\/[^\s'"]*))/

/** `'https://…'\` and an option, or `'{…}'\` and the URL, at the very beginning of the next line: a shell makes one word of the two. */
export function joinedWord({ command: { words } }: Call, value: string): Slip[] {
  return words.flatMap(({ end }) => {
    const [, word, url] = joined.exec(value.slice(end, end + 200)) ?? []
    if (word === undefined) return []
    return {
      range: [end, end + 1] as const,
      message: `the backslash joins "${url ?? word}" to the word before it`,
      help: 'write a blank before the backslash',
      edits: [{ range: [end, end] as const, text: ' ' }],
    }
  })
}
