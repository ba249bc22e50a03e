import { readStrict } from '../../../parse/json-tree.ts'
import type { Range } from '../../../types.ts'
import type { Call } from '../../endpoints/calls/index.ts'
import type { Word } from '../../endpoints/calls/shell-words.ts'
import { areClosed, hasOpenQuote } from './open-quotes.ts'
import type { Slip } from './slips.ts'

/** `-u POTTER'S_TOKEN:`: an apostrophe in the middle of a word opens a quote there, and the shell waits for its end. */
export function apostrophe({ command }: Call, value: string): Slip | undefined {
  if (!hasOpenQuote(command)) return undefined
  for (const { start, end } of command.words) {
    const [word = ''] = /^[^\s'"]*[A-Za-z]'[A-Za-z][^\s'"]*/.exec(value.slice(start, end)) ?? []
    const at = start + word.indexOf("'")
    if (word === '' || !areClosed(`${value.slice(0, at)}${value.slice(at + 1)}`)) continue
    const message = `the shell waits for the end of the quote that opens in "${word}"`
    return { range: [at, at + 1], message, help: 'leave it out, or put the value in double quotes' }
  }
  return undefined
}

/** `-d '{ "lid": "Ann's" }'`: to a shell the body ends behind "Ann". */
export function apostropheInBody({ bodies }: Call, value: string): Slip | undefined {
  for (const body of bodies) {
    const meant = meantBody(body, value)
    if (!meant) continue
    const at = value.indexOf("'", meant[0])
    const message = 'the apostrophe ends the quote before the body'
    return { range: [at, at + 1], message, help: String.raw`write '\'' for it, or send the body from a file` }
  }
  return undefined
}

/** An apostrophe as words have them: `'$NAME'` puts a variable into the body. */
const ofWord = /(?<=[A-Za-z])'(?=[a-z]{1,2}\b|[ ,.!?])/g
/** The end of a JSON value and of its quote, with nothing else on the line but an option. */
const quotedEnd = /[}\]]\s{0,99}'(?=[ \t]*(?:\\?[ \t]*(?:\n|$)|-))/

/** A block may hold thousands of bodies, each of which would look through all behind it. */
const longest = 10_000

/** The JSON between single quotes that an apostrophe in one of its strings cuts off for a shell: where it stands in the block. */
export function meantBody({ start }: Word, value: string): Range | undefined {
  if (!/^'\s{0,99}[{[]/.test(value.slice(start, start + 110))) return undefined
  const found = quotedEnd.exec(value.slice(start, start + longest))
  if (!found) return undefined
  const range = [start + 1, start + found.index + found[0].length - 1] as const
  const body = value.slice(...range)
  if (!body.includes("'") || body.replace(ofWord, '').includes("'")) return undefined
  return readStrict(body) ? range : undefined
}
