import { placeOf } from '../../../parse/places.ts'
import { startOfLine } from '../../../text.ts'
import type { HttpFault, Range } from '../../../types.ts'
import type { Call } from '../../endpoints/calls/index.ts'
import type { CodeBlock } from '../blocks/code.ts'
import { blankBehind, blankJoined, brokenOff, joinedWord, joinsNothing, keptBackslash } from './backslashes.ts'
import { bareData, noMethod, noName, quotesInUrl, secondPrompts, tornHeaders } from './bare-values.ts'
import { blankField, blankType } from './blanks.ts'
import { mayBePasted } from './clients.ts'
import { apostrophe, openBody, openUrl, openValue } from './open-quotes.ts'
import { placed, type Slip } from './slips.ts'
import { strangeType } from './strange-types.ts'
import {
  curlyQuotes,
  literalVariable,
  lostQuotes,
  openPlaceholder,
  spokenName,
  strayBacktick,
  strayQuote,
  strayUrlQuote,
} from './stray-marks.ts'

/** Looks for one kind of slip in a call; `value` is the block that shows it. */
type Check = (call: Call, value: string) => Slip[]

interface Checks {
  /** Behind a quote that is not closed nobody can tell what is what: of these, the first that finds something tells all. */
  quotes: Check[]
  others: Check[]
  /** Those that mind no open quote. */
  always: Check[]
}

const ofAnyClient: Checks = {
  quotes: [openUrl, openValue, openBody],
  others: [openPlaceholder, cutUrl, blankBehind, blankJoined, keptBackslash, joinsNothing, brokenOff, secondPrompts],
  always: [],
}

const ofCurl: Checks = {
  quotes: [curlyQuotes, apostrophe, ...ofAnyClient.quotes, bareData, strayQuote, strayUrlQuote],
  others: [
    ...ofAnyClient.others,
    strayBacktick,
    spokenName,
    literalVariable,
    lostQuotes,
    joinedWord,
    blankUrl,
    longLetter,
    twoTypes,
    strangeType,
    noValue,
    bareBody,
    noMethod,
    tornHeaders,
    quotesInUrl,
  ],
  always: [noName, blankType, blankField],
}

/** What makes a shell run another command than the reader sees. */
export function commandFaults(block: CodeBlock): HttpFault[] {
  if (!mayBePasted(block)) return []
  return block.calls().flatMap((call) => {
    const { quotes, others, always } = call.client === 'curl' ? ofCurl : ofAnyClient
    const found = (checks: Check[]) => checks.flatMap((it) => it(call, block.value))
    const open = firstOf(quotes, call, block.value)
    return [...found(always), ...(open.length > 0 ? open : found(others))].map((it) => placed(it, block))
  })
}

function firstOf(checks: readonly Check[], call: Call, value: string): Slip[] {
  for (const check of checks) {
    const found = check(call, value)
    if (found.length > 0) return found
  }
  return []
}

/** `?a=1&b=2` without quotes: the shell takes `&` for the end of the command. */
function cutUrl({ url }: Call, value: string): Slip[] {
  const source = url ? value.slice(url.start, url.end) : ''
  const at = source.indexOf('&')
  // Whoever escapes one character knows what a shell does; an entity is what the page's own language makes of `&`.
  if (!url || at < 0 || /['"\\`]|&(?:amp|#38);/.test(source) || !/:\/\/|\?/.test(source)) return []
  const quote = source.includes('$') ? '"' : "'"
  return [
    {
      range: [url.start + at, url.start + at + 1],
      message: 'the shell ends the command at this "&"',
      help: 'put the URL in quotes',
      edits: [
        { range: [url.start, url.start], text: quote },
        { range: [url.end, url.end], text: quote },
      ],
    },
  ]
}

const placeholders = /<[^<>]*>|\{[^{}]*\}|\[[^[\]]*\]|\$\([^()]*\)/g

/** `'https://…?q=a b'`: curl takes no URL with blanks. Whoever has a command where the URL belongs pasted it twice. */
function blankUrl({ url }: Call, value: string): Slip[] {
  if (!url) return []
  if (/^['"]?https?:\/\/ +[\w.-]+\.\w/.test(value.slice(url.start, url.start + 200))) {
    const message = `a blank stands behind "${url.text.replace(/ .*/s, '')}"`
    return [{ range: [url.offset(0), url.offset(0) + url.text.indexOf('//') + 2], message, help: 'delete it' }]
  }
  if (!url.text.includes(' ')) return []
  const twice = /^curl\s+-/.test(url.text)
  const at = url.text.trim().indexOf(' ')
  if (!twice && !/^https?:\/\/[^\s?]+\?.* /.test(url.text.trim().replace(placeholders, ''))) return []
  const range: Range = [url.offset(0), twice ? url.offset(3) + 1 : url.offset(at) + 1]
  return twice
    ? [{ range, message: 'a second command stands where the URL belongs', help: 'delete one of the two' }]
    : [{ range, message: 'the URL has blanks, which curl does not take', help: 'write "%20" for each' }]
}

/** `--F`: options of one letter have one dash. */
function longLetter({ command }: Call): Slip[] {
  const [word] = command.words.filter(
    ({ text, start, end }) => /^--[A-Za-z]$/.test(text) && end - start === text.length,
  )
  if (!word) return []
  const range: Range = [word.start, word.end]
  const write = word.text.slice(1)
  return [
    {
      range,
      message: `"${word.text}" is no option of curl`,
      help: `write "${write}"`,
      edits: [{ range, text: write }],
    },
  ]
}

/** Two headers that say what the body is, and do not agree: curl sends both. An empty one only takes the default away. */
function twoTypes({ command, headers }: Call): Slip[] {
  const types = headers.flatMap((word) => {
    const type = /^content-type:\s{0,9}([\w.+-]+\/[\w.+-]+)/i.exec(word.text)?.[1]?.toLowerCase()
    return type === undefined ? [] : [{ word, type }]
  })
  const [first] = types
  const other = types.find(({ type }) => type !== first?.type)
  if (!first || !other || command.words.some(({ text }) => text === '--next')) return []
  const { word, type } = other
  return [
    {
      range: placeOf([0, word.text.length], word.offset),
      message: `Content-Type is "${first.type}" and "${type}" in one request`,
      help: 'keep the one that the body is',
    },
  ]
}

/** `-H 'X-Token'`: without a colon curl sends nothing; and `-H "X-Token": 17` sends the name alone. */
function noValue({ headers }: Call, value: string): Slip[] {
  return headers.flatMap((word) => {
    const isTorn = /^['"][A-Za-z][\w-]{1,80}['"]: +[^\s\\-]/.test(value.slice(word.start, word.start + 100))
    if (!isTorn && !isHeaderName(word.text)) return []
    const name = word.text.replace(/:$/, '')
    const range: Range = [word.start, word.end]
    return [
      isTorn
        ? { range, message: `the value of header "${name}" stands outside of its quotes`, help: 'close them behind it' }
        : { range, message: `header "${name}" has no value, and curl does not send it`, help: `write "${name}: …"` },
    ]
  })
}

/** Two words with a dash, or one that everybody knows; `AUTH-HEADER` stands for a header as a whole. */
function isHeaderName(text: string): boolean {
  const isPlaceholder = text === text.toUpperCase() && !/^X-/.test(text)
  return /^(?:[A-Za-z]+(?:-[A-Za-z]+)+|Authorization|Accept|Cookie|Host)$/.test(text) && !isPlaceholder
}

/** JSON on a line of its own that no option introduces: a shell takes it apart, and curl asks for it as for another URL. */
function bareBody({ bodies, others }: Call, value: string): Slip[] {
  const word = others.find((it) => /^\s{0,9}[{[]/.test(it.text))
  if (!word || bodies.length > 0) return []
  const before = value.slice(startOfLine(value, word.start), word.start)
  const json = /^(['"]?)\s{0,9}[{[]\s{0,9}(?:["}\]{[\\]|$)/.exec(value.slice(word.start))
  if (before.trim() !== '' || !json) return []
  return [
    {
      range: [word.start, word.start + 1],
      message: 'no option of curl sends this body',
      help: `write "--data" in front of it${json[1] ? '' : ', and put it in quotes'}`,
    },
  ]
}
