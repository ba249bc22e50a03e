import { type Call, calls } from '../endpoints/calls.ts'
import type { Slip } from './slips.ts'

/** As far as a URL goes that no quote ends; a template's tag may hold blanks. */
const bare = /(?:<%[^\n%]{0,200}%>|\{\{[^\n}]{0,200}\}\}|[^\s'"])+/y

/** A URL that takes the lines below it along, since the quote before it is not closed: some quote of the command remains open. */
export function openUrl({ url, command }: Call, value: string): Slip[] | undefined {
  const quote = url && value[url.start]
  if (!url || (quote !== '"' && quote !== "'") || !command.words.some(({ unclosed }) => unclosed)) return undefined
  if (!url.unclosed && !value.slice(url.start, url.end).includes('\n')) return undefined
  bare.lastIndex = url.start + 1
  if (!bare.test(value)) return undefined
  const end = value[bare.lastIndex - 1] === '\\' ? bare.lastIndex - 1 : bare.lastIndex
  return [
    {
      range: [url.start, url.start + 1],
      message: `the quote ${quote} before the URL is not closed`,
      help: 'close it behind the URL',
      edits: closes(value, end, quote) ? [{ range: [end, end], text: quote }] : undefined,
    },
  ]
}

/** A header ends where its line does. Whether it is the one that lacks its quote shows when all others have theirs then. */
export function openHeader({ headers, command }: Call, value: string): Slip[] | undefined {
  if (!command.words.some(({ unclosed }) => unclosed)) return undefined
  for (const { start, end: last, unclosed } of headers) {
    const quote = value[start]
    const [line = '', more] = value.slice(start + 1, last).split('\n', 2)
    if ((quote !== '"' && quote !== "'") || (more === undefined && !unclosed) || line.includes(quote)) continue
    if (more !== undefined && !line.endsWith('\\') && !/^\s{0,40}(?:-|['"]?https?:)/.test(more)) continue
    const end = trimmedEnd(value, start + 1 + line.length - (line.endsWith('\\') ? 1 : 0))
    if (more === undefined && cutOff.test(line)) return [cutHeader(start, quote, line)]
    if (!/^[A-Za-z][\w-]{0,80} ?: ?\S/.test(line) || !closes(value, end, quote)) continue
    return [
      {
        range: [start, start + 1],
        message: `the quote ${quote} before the header is not closed`,
        help: 'close it behind the header',
        edits: [{ range: [end, end], text: quote }],
      },
    ]
  }
  return undefined
}

/** `-H "Authorization` is the last that the block shows: not only the quote is missing. */
const cutOff = /^[A-Za-z][\w-]{1,80}:?\s*$/

function cutHeader(start: number, quote: string, line: string): Slip {
  return {
    range: [start, start + 1],
    message: `the quote ${quote} before the header is not closed`,
    help: `write the value of "${line.trimEnd().replace(':', '')}", and close the quote`,
  }
}

/** The end of a JSON value, and behind it the end of a line that goes on, or of all. */
const bodyEnd = /[}\]](?=[ \t]*\\[ \t]*\n|\s*$)/

/** A body that takes the lines below it along, since its quote is not closed: where its JSON ends, it was to be. */
export function openBody({ bodies }: Call, value: string): Slip[] | undefined {
  const body = bodies.find(({ unclosed }) => unclosed)
  if (!body || !/^'\s*[{[]/.test(value.slice(body.start, body.start + 20))) return undefined
  const found = bodyEnd.exec(value.slice(body.start))
  const end = found ? body.start + found.index + 1 : 0
  if (value.slice(body.start + 1, end || undefined).includes("'") || !closes(value, end, "'")) return undefined
  return [
    {
      range: [body.start, body.start + 1],
      message: "the quote ' before the body is not closed",
      help: 'close it behind the body',
      edits: [{ range: [end, end], text: "'" }],
    },
  ]
}

/** Whether one more quote there leaves none open. */
function closes(value: string, at: number, quote: string): boolean {
  const repaired = calls(`${value.slice(0, at)}${quote}${value.slice(at)}`)
  return repaired.every((call) => call.command.words.every(({ unclosed }) => !unclosed))
}

/** The end of a line without its blanks, which would take the place of what a backslash is for. */
export function trimmedEnd(value: string, at: number): number {
  let end = at
  while (value[end - 1] === ' ' || value[end - 1] === '\t') end--
  return end
}
