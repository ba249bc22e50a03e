import type { Edit } from '../../../types.ts'
import type { Call } from '../../endpoints/calls/index.ts'
import { areClosed, closes, hasOpenQuote } from './open-quotes.ts'
import { type Slip, sourceOf } from './slips.ts'

/** An option and its value, up to a quote that stands where one closes: at the end of the line. */
const closing =
  /(?:^|\s)-{1,2}[A-Za-z][\w.-]{0,20}[ \t]+[^\s'"\\][^'"\n]{0,300}[^\s'"\\](?=(['"])[ \t]*(?:\\[ \t]*)?(?:\n|$))/

/** `-H Accept: text/plain'`: the only quote of its kind in the command, and at the end of a value that begins without one. */
export function strayQuote({ command }: Call, value: string): Slip | undefined {
  if (!hasOpenQuote(command)) return undefined
  const source = sourceOf(command, value)
  const found = closing.exec(source)
  const quote = found?.[1]
  if (!found || quote === undefined || source.indexOf(quote) !== source.lastIndexOf(quote)) return undefined
  const at = command.start + found.index + found[0].length
  return { range: [at, at + 1], message: `the quote ${quote} closes nothing`, help: 'open it before the value' }
}

const doubled = /^(['"])(?:(?!\1)[^\\]){0,5000}\1(?=\1[ \t]*(?:\\[ \t]*)?(?:\n|$))/

/** `-d '{}''`: behind the quote that closes a value, another one that opens and is never closed. */
export function doubledQuote({ command: { words } }: Call, value: string): Slip[] {
  return words.flatMap(({ start, end, unclosed }) => {
    const [word = ''] = (unclosed && doubled.exec(value.slice(start, end))) || []
    const range = [start + word.length, start + word.length + 1] as const
    const quote = value[range[0]] ?? ''
    if (word === '' || !areClosed(value.slice(0, range[0]) + value.slice(range[1]))) return []
    return {
      range,
      message: `the quote ${quote} opens and is never closed`,
      help: 'delete it',
      edits: [{ range, text: '' }],
    }
  })
}

/** `https://example.com/orders'`, or with a placeholder for the host, `BASE_URL/orders'`: a URL with a quote behind it, and none in front. */
const closedUrl =
  /(?<=\s)(?:https?:\/\/|(?:[A-Z][A-Z_]{2,30}|\{\{?[\w ]{1,40}\}\}?|\$\w{1,40}|<[\w -]{1,40}>)\/)[^\s'"\\]{1,500}(['"])(?=\s|\\\n|$)/g
/** An option on the line below: no URL goes on there, whatever the quotes behind it make of it. */
const nextOption = /[ \t]*\\?\n[ \t]*--?[A-Za-z]/y

export function strayUrlQuote({ command }: Call, value: string): Slip | undefined {
  for (const found of sourceOf(command, value).matchAll(closedUrl)) {
    const [url, quote = ''] = found
    const start = command.start + found.index
    const at = start + url.length - 1
    nextOption.lastIndex = at + 1
    const repairs = closes(value, start, quote)
    if (!(repairs && hasOpenQuote(command)) && !nextOption.test(value)) continue
    const edits = repairs ? [{ range: [start, start] as const, text: quote }] : undefined
    const message = `the quote ${quote} behind the URL closes nothing`
    return { range: [at, at + 1], message, help: 'open it before the URL', edits }
  }
  return undefined
}

const curly = /^(?:[“”„][^“”„"]{1,1000}[“”]|[‘’][^‘']{1,1000}?’)(?=\s|$)/

/** `-H “Accept: text/plain”`: what a word processor makes of quotes is a part of the word to a shell. */
export function curlyQuotes({ command: { words } }: Call, value: string): Slip | undefined {
  const edits = words.flatMap(({ start }) => {
    if (!/[“”„‘’]/.test(value.charAt(start))) return []
    const [pair] = curly.exec(value.slice(start)) ?? []
    return pair === undefined ? [] : [start, start + pair.length - 1].map((at) => straightened(at, pair))
  })
  const [range] = edits.map((it) => it.range)
  if (!range) return undefined
  const written = value.slice(...range)
  const help = 'write straight ones'
  return { range, message: `a shell takes ${written} for a part of the word, and for no quote`, help, edits }
}

function straightened(at: number, pair: string): Edit {
  return { range: [at, at + 1], text: /^[‘’]/.test(pair) ? "'" : '"' }
}

/** A backtick before an option, left over from a text: a shell looks for a command in the rest. */
export function strayBacktick({ command: { words } }: Call, value: string): Slip | undefined {
  const word = words.find(({ start }) => /^`--?[A-Za-z]/.test(value.slice(start, start + 4)))
  if (!word || value.indexOf('`') !== value.lastIndexOf('`')) return undefined
  const range = [word.start, word.start + 1] as const
  return {
    range,
    message: 'the shell reads a command behind this "`"',
    help: 'delete it',
    edits: [{ range, text: '' }],
  }
}

/** ``curl "https://…/pots?sort=Hot"` ``: the last of what a text put around the command; the shell waits for another one. */
export function lastBacktick({ command: { words } }: Call, value: string): Slip | undefined {
  const last = words.at(-1)
  const at = value.indexOf('`')
  if (!last || at < 0 || at !== value.lastIndexOf('`')) return undefined
  if (at !== last.end - 1 || at === last.start || !/[\w"'/)}]/.test(value.charAt(at - 1))) return undefined
  const range = [at, at + 1] as const
  return {
    range,
    message: 'the shell waits for the end of what this "`" opens',
    help: 'delete it',
    edits: [{ range, text: '' }],
  }
}

const inBackticks = /`([A-Za-z_][\w.-]{0,60})`(?=([=:])?)/g
/** A file that holds data, or two words in one, which programs are rarely called. */
const noProgram =
  /^[\w-]+\.(?:json|xml|txt|csv|ya?ml|png|jpe?g|pdf)$|^[A-Za-z]+(?:_[A-Za-z]+)+$|^[a-z]+(?:[A-Z][a-z]+)+$/

/** `--data `name`=x`, `@`body.json``: code of a text that was pasted; a shell runs what is called so, and sends what that prints. */
export function spokenName({ command: { words } }: Call, value: string): Slip[] {
  if (!value.includes('`')) return []
  return words.flatMap(({ start, end }) => {
    const source = value.slice(start, end)
    if (source.includes("'")) return []
    return Array.from(source.matchAll(inBackticks)).flatMap(({ index, 1: name = '', 2: isField }): Slip[] => {
      const isSpoken = (index === 0 && isField !== undefined) || noProgram.test(name)
      // A function that the block itself has is run indeed.
      if (!isSpoken || value.includes(`${name}()`)) return []
      const range = [start + index, start + index + name.length + 2] as const
      const edits = [{ range, text: name }]
      return [{ range, message: `the shell runs a command "${name}" here`, help: 'delete the backticks', edits }]
    })
  })
}

/** `-d "{"name":"Ann"}"`: each quote of the JSON closes the last one, and the shell sends none of them. */
export function lostQuotes({ bodies }: Call, value: string): Slip[] {
  return bodies.flatMap(({ start }) => {
    if (!/^"\s{0,9}[[{]\s{0,9}"[A-Za-z_]/.test(value.slice(start, start + 30))) return []
    const message = 'the quotes of the JSON close this one, and the shell sends none of them'
    return [{ range: [start, start + 1] as const, message, help: 'put the body in single quotes' }]
  })
}

/** `'X-Key: $KEY'` behind `KEY=…`: in single quotes a dollar is one. */
export function literalVariable({ command: { words } }: Call, value: string): Slip[] {
  if (!value.includes('=') || !value.includes('$')) return []
  return words.flatMap(({ start, end }) => {
    const source = value.slice(start, end)
    const [all = '', name = ''] = /^'[^']{0,300}?\$\{?([A-Za-z_]\w{0,60})/.exec(source) ?? []
    if (name === '' || source.indexOf("'", 1) !== source.length - 1) return []
    if (!new RegExp(`^[ \\t]*(?:[$>#] ?)?(?:export )?${name}=`, 'm').test(value)) return []
    const at = start + all.lastIndexOf('$')
    const edits = [
      { range: [start, start + 1] as const, text: '"' },
      { range: [end - 1, end] as const, text: '"' },
    ]
    const isPlain = !/["\\`!]/.test(source)
    return {
      range: [at, start + all.length] as const,
      message: `the shell sends "$${name}" as it stands: single quotes keep variables`,
      help: isPlain ? 'write double quotes' : `end the single quotes before it: '"$${name}"'`,
      ...(isPlain && { edits }),
    }
  })
}

const cutPlaceholder = /(?<=(["']))<([A-Z][A-Z_-]{2,40})(?=\1)/g

/** `"<USER_ID"`: who fills in what stands between the brackets looks for the second one. */
export function openPlaceholder({ command }: Call, value: string): Slip[] {
  const source = sourceOf(command, value)
  if (!source.includes('<')) return []
  return Array.from(source.matchAll(cutPlaceholder), ({ index, 0: shown }) => {
    const end = command.start + index + shown.length
    return {
      range: [end - shown.length, end],
      message: `the placeholder "${shown}" is not closed`,
      help: `write "${shown}>"`,
      edits: [{ range: [end, end], text: '>' }],
    }
  })
}
