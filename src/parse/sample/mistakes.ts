import { excerpt, textBefore } from '../../text.ts'
import type { Range } from '../../types.ts'
import type { Cause, Fault } from './faults.ts'
import { malformedNumber } from './phrases.ts'
import type { Token } from './scanner.ts'

/** Where the reader stopped: the token that fits nowhere, and the one before it. */
export interface Place {
  text: string
  last: Token
  token: Token
}

const memberForm = 'a member is "name": value'

export function noComma(text: string, [start, end]: Range, next: Range): Fault {
  const message = `comma missing before ${quoted(text, next)}`
  return fault('missing comma', [start, end], message, 'add a comma', { range: [end, end], text: ',' })
}

/** Something follows a value that cannot follow it. */
export function afterValue({ text, last, token }: Place): Fault {
  const { kind, range, leads } = token
  const source = quoted(text, range)
  if (kind === ':')
    return fault(
      'missing value',
      last.range,
      `${quoted(text, last.range)} opens a new object without "{"`,
      'add the "{"',
    )
  if (last.kind === 'string' && !leads && !/^[;.]/.test(text.slice(...range)))
    return {
      ...fault('unescaped quote', last.range, `string ends before ${source}`, 'write a quote inside a string as \\"'),
      found: text.slice(...range),
    }
  const found = text.slice(...range)
  if (kind === 'word' && /^[.;]/.test(found))
    return { ...fault('stray character', range, `"${found[0]}" stands where a comma belongs`, 'write ","'), found }
  if (last.kind === 'number' && leads && /^\d/.test(text.charAt(range[0])))
    return fault(
      'malformed number',
      range,
      `number ${text.slice(...last.range)} is broken over two lines`,
      'write it in one',
    )
  if (kind === 'word') return bareWord(text, range)
  if (kind === 'string') return fault('missing colon', range, `${source} has no colon and no value`, memberForm)
  return fault('missing key', range, `value ${source} has no key`, memberForm)
}

/** `"pots" {`: what stands behind the name belongs to it. */
export function noColon(text: string, range: Range): Fault {
  const end = range[1]
  const repair = { range: [end, end] as const, text: ':' }
  return fault('missing colon', range, `no colon after ${quoted(text, range)}`, 'add a colon', repair)
}

/** Members whose last brace nothing opens. */
export function noBrace(text: string, range: Range): Fault {
  const [start] = range
  const message = `the sample begins with ${quoted(text, range)}, and ends with a brace that nothing opens`
  return fault('missing brace', range, message, 'put "{" before it', { range: [start, start], text: '{' })
}

/** No value stands where one belongs. */
export function noValue({ text, last, token }: Place): Fault | undefined {
  const { kind, range } = token
  if (kind === 'word') return bareWord(text, range)
  if (last.kind === ':') {
    const key = /"[^"\n]*"[ \t]*$/.exec(textBefore(text, last.range[0], 200))?.[0] ?? 'the member'
    return fault('missing value', last.range, `${excerpt(key.trim())} has no value`, 'write one, or null')
  }
  if (kind === ',') return fault('extra comma', range, 'no value before ","', 'delete the comma')
  if (kind === ':') return fault('stray character', range, 'no name before ":"', memberForm)
  return undefined
}

/** What stands in an object is no member; `first`: nothing stands before it. */
export function noMember({ text, token }: Place, first: boolean, after: Token['kind']): Fault | undefined {
  const { kind, range } = token
  const source = quoted(text, range)
  if (kind === '{' && first)
    return fault('double opening brace', range, '"{" follows "{": a name belongs here', 'delete one of the braces')
  if (kind === 'word' && /^[ \t]+"[^"\n]*"[ \t]*:/.test(text.slice(range[1], range[1] + 200)))
    return fault('bare word', range, `${source} stands before a name`, 'delete it')
  if (kind === 'word') return bareWord(text, range)
  if (kind === 'string') {
    if (!first || (after !== '}' && after !== ','))
      return fault('missing colon', range, `no colon after ${source}`, memberForm)
    return fault('not an object', range, `${source} in braces has no value`, 'a list of values is in [ and ]')
  }
  if (kind === 'end' || kind === ']') return undefined
  return {
    ...fault('missing key', range, `${source} stands where a name belongs`, memberForm),
    found: text.slice(...range),
  }
}

export function unquotedKey(text: string, range: Range): Fault {
  if (text.charAt(range[1]) === '"') return missingQuote(text, range)
  return fault('unquoted key', range, `key ${quoted(text, range)} has no quotes`, 'put it in double quotes')
}

export function keyInArray(text: string, range: Range): Fault {
  const help = 'put the members of an object between { and }'
  return fault('key in array', range, `${quoted(text, range)} is a name, but an array holds values only`, help)
}

function bareWord(text: string, range: Range): Fault {
  const source = text.slice(...range)
  const follows = text.charAt(range[1])
  if ((follows === '"' || follows === '”') && /^[\w.$ :@/-]+$/.test(source)) return missingQuote(text, range)
  const number = malformedNumber(source, range[0])
  if (number) return number
  const literal =
    ({ none: 'null', nil: 'null', undefined: 'null' } as const)[source.toLowerCase()] ?? source.toLowerCase()
  const message = `${quoted(text, range)} is not a JSON value`
  const isLiteral = /^(?:null|true|false)$/.test(literal)
  const wrong = isLiteral
    ? fault('misspelt literal', range, message, `write ${literal}`)
    : fault('bare word', range, message, 'put a string in double quotes')
  return { ...wrong, found: source }
}

function missingQuote(text: string, range: Range): Fault {
  const source = excerpt(text.slice(...range))
  return fault('missing quote', range, `opening quote missing before ${source}`, `write "${source}"`)
}

/** Quotes a piece of the sample in a message; a string brings its quotes along. */
export function quoted(text: string, range: Range): string {
  const source = excerpt(text.slice(...range))
  return source.startsWith('"') ? source : `"${source}"`
}

export function fault(cause: Cause, range: Range, message: string, help?: string, repair?: Fault['repair']): Fault {
  return { cause, range, message, help, repair }
}
