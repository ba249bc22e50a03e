import { type Call, calls } from '../../endpoints/calls/index.ts'
import type { Command } from '../../endpoints/calls/shell.ts'
import type { Word } from '../../endpoints/calls/shell-words.ts'
import { type Slip, sourceOf } from './slips.ts'

/** As far as a URL goes that no quote ends; a template's tag may hold blanks. */
const bare = /(?:<%[^\n%]{0,200}%>|\{\{[^\n}]{0,200}\}\}|[^\s'"])+/y

/** No URL goes on so, on a line that no backslash joins. */
const optionBelow = /[^\\\s][ \t]*\n[ \t]*--?[A-Za-z]/

/** A URL that takes the lines below it along, since the quote before it is not closed, whether or not some quote remains open at the end. */
export function openUrl({ url, command }: Call, value: string): Slip | undefined {
  const quote = url && value[url.start]
  if (!url || (quote !== '"' && quote !== "'")) return undefined
  const source = sourceOf(url, value)
  const isOpen = hasOpenQuote(command) && (url.unclosed || source.includes('\n'))
  if (!isOpen && !optionBelow.test(source)) return undefined
  bare.lastIndex = url.start + 1
  if (!bare.test(value)) return undefined
  const end = value[bare.lastIndex - 1] === '\\' ? bare.lastIndex - 1 : bare.lastIndex
  return {
    range: [url.start, url.start + 1],
    message: `the quote ${quote} before the URL is not closed`,
    help: 'close it behind the URL',
    edits: closes(value, end, quote) ? [{ range: [end, end], text: quote }] : undefined,
  }
}

/** A header ends where its line does, and so does a field (`name=x`). Whether it is the one that lacks its quote shows when all others have theirs then. */
export function openValue({ headers, bodies, command }: Call, value: string): Slip | undefined {
  if (!hasOpenQuote(command)) return undefined
  return (
    openAmong(headers, { shape: /^[A-Za-z][\w-]{0,80} ?: ?\S/, noun: 'header' }, value) ??
    openAmong(bodies, { shape: /^[A-Za-z_][\w.-]{0,80} ?= ?\S/, noun: 'field' }, value)
  )
}

function openAmong(
  words: readonly Word[],
  { shape, noun }: { shape: RegExp; noun: string },
  value: string,
): Slip | undefined {
  for (const word of words) {
    const quote = value[word.start]
    const line = quote === '"' || quote === "'" ? lineIn(word, value, quote) : undefined
    const end = trimmedEnd(value, word.start + 1 + (line?.length ?? 0))
    if (quote === undefined || line === undefined) continue
    const name = noun === 'header' ? cutHeader.exec(line)?.[1] : undefined
    if (name === undefined && !(shape.test(line) && closes(value, end, quote))) continue
    return {
      range: [word.start, word.start + 1],
      message: `the quote ${quote} before the ${noun} is not closed`,
      help: name ? `write the value of "${name}", and close the quote` : `close it behind the ${noun}`,
      edits: name ? undefined : [{ range: [end, end], text: quote }],
    }
  }
  return undefined
}

/** `-H "Authorization` is the last that the block shows: not only the quote is missing. */
const cutHeader = /^([A-Za-z][\w-]{1,80}):?\s*$/

/** What is left of a value that took along what stands behind it: up to the end of its line, or to the option before the next quote. */
function lineIn({ start, end, unclosed }: Word, value: string, quote: string): string | undefined {
  const [line = '', more] = value.slice(start + 1, end).split('\n', 2)
  const next = line.indexOf(quote)
  if (next >= 0) {
    const before = line.slice(0, next).trimEnd()
    const option = /[ \t]--?[A-Za-z][\w-]{0,20}$/.exec(before.slice(-24))?.[0]
    return option && /\s$/.test(line.slice(0, next)) ? before.slice(0, -option.length) : undefined
  }
  if (more === undefined) return unclosed ? line : undefined
  if (line.endsWith('\\')) return line.slice(0, -1)
  return /^\s{0,40}(?:-|['"]?https?:)/.test(more) ? line : undefined
}

/** The end of a JSON value, and behind it the end of a line that goes on, or of all. */
const bodyEnd = /[}\]](?=[ \t]*\\[ \t]*\n|\s*$)/

/** A body that takes the lines below it along, since its quote is not closed: where its JSON ends, it was to be. */
export function openBody({ bodies }: Call, value: string): Slip | undefined {
  const body = bodies.find(({ unclosed }) => unclosed)
  if (!body || !/^'\s*[{[]/.test(value.slice(body.start, body.start + 20))) return undefined
  const found = bodyEnd.exec(value.slice(body.start))
  const end = found ? body.start + found.index + 1 : 0
  if (value.slice(body.start + 1, end || undefined).includes("'") || !closes(value, end, "'")) return undefined
  return {
    range: [body.start, body.start + 1],
    message: "the quote ' before the body is not closed",
    help: 'close it behind the body',
    edits: [{ range: [end, end], text: "'" }],
  }
}

/** Whether one more quote there leaves none open. */
export function closes(value: string, at: number, quote: string): boolean {
  return areClosed(`${value.slice(0, at)}${quote}${value.slice(at)}`)
}

export function hasOpenQuote({ words }: Command): boolean {
  return words.some(({ unclosed }) => unclosed)
}

export function areClosed(value: string): boolean {
  return !calls(value).some(({ command }) => hasOpenQuote(command))
}

/** The end of a line without its blanks, which would take the place of what a backslash is for. */
export function trimmedEnd(value: string, at: number): number {
  let end = at
  while (value[end - 1] === ' ' || value[end - 1] === '\t') end--
  return end
}
