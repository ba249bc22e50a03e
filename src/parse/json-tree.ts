import type { JsonMember, JsonNode, Range } from '../types.ts'
import type { ParsedYaml } from './yaml/parsed.ts'

/** Deeper nesting is an attack or a mistake; recursion over the tree must not overflow. */
const maxDepth = 200

/**
 * Strict JSON with positions, in the shape that `parseYaml` gives. One pass without tokens: specifications come by the
 * megabyte, and a reader that is made for editing needs five times as long. Never throws.
 */
export function parseJson(text: string): ParsedYaml {
  return read({ text, at: text.charCodeAt(0) === 0xfeff ? 1 : 0 })
}

/**
 * A text that is nothing but one JSON value, as most samples are; `undefined` for any other, which is the tolerant parser's
 * business. `offset` says where a character stands in the document; it is asked in the order of the text.
 */
export function readStrict(text: string, offset?: Reader['offset']): JsonNode | undefined {
  return read({ text, at: 0, offset }).data
}

function read(reader: Reader): ParsedYaml {
  try {
    const data = value(reader, 0)
    blanks(reader)
    if (reader.at < reader.text.length) fail('something stands after the end of the JSON')
    return { data, errors: [] }
  } catch (error) {
    if (error !== mistake) throw error
    return { errors: [{ range: [reader.at, Math.min(reader.at + 1, reader.text.length)], message: mistake.message }] }
  }
}

/** One for all: what makes an error takes longer than to read the sample up to it. */
const mistake = new Error()

interface Reader {
  readonly text: string
  at: number
  /** Absent where the text is the document. */
  readonly offset?: (at: number) => number
}

function fail(message: string): never {
  mistake.message = message
  throw mistake
}

function blanks(reader: Reader): number {
  for (;;) {
    const code = reader.text.charCodeAt(reader.at)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return code
    reader.at++
  }
}

function value(reader: Reader, depth: number): JsonNode {
  if (depth > maxDepth) fail(`the JSON is nested deeper than ${maxDepth} levels`)
  const code = blanks(reader)
  if (code === 123) return object(reader, depth)
  if (code === 91) return array(reader, depth)
  const start = offsetOf(reader.at, reader)
  if (code === 34) return { kind: 'string', value: string(reader), range: rangeFrom(start, reader) }
  return literal(reader, start)
}

/** Up to the last character that was read; the next one may stand on another line. */
function rangeFrom(start: number, reader: Reader): Range {
  return [start, offsetOf(reader.at - 1, reader) + 1]
}

function offsetOf(at: number, { offset }: Reader): number {
  return offset ? offset(at) : at
}

function object(reader: Reader, depth: number): JsonNode {
  const start = offsetOf(reader.at++, reader)
  const members: JsonMember[] = []
  if (took(reader, 125)) return { kind: 'object', members, range: rangeFrom(start, reader) }
  for (;;) {
    if (blanks(reader) !== 34) fail('a property name in double quotes is expected here')
    const keyStart = offsetOf(reader.at, reader)
    const key = string(reader)
    const keyRange = rangeFrom(keyStart, reader)
    if (blanks(reader) !== 58) fail('a colon is expected here')
    reader.at++
    members.push({ key, keyRange, value: value(reader, depth + 1) })
    if (next(reader, 125)) return { kind: 'object', members, range: rangeFrom(start, reader) }
  }
}

function array(reader: Reader, depth: number): JsonNode {
  const start = offsetOf(reader.at++, reader)
  const items: JsonNode[] = []
  if (took(reader, 93)) return { kind: 'array', items, range: rangeFrom(start, reader) }
  for (;;) {
    items.push(value(reader, depth + 1))
    if (next(reader, 93)) return { kind: 'array', items, range: rangeFrom(start, reader) }
  }
}

/** Reads the closer, where it stands next. */
function took(reader: Reader, closer: number): boolean {
  if (blanks(reader) !== closer) return false
  reader.at++
  return true
}

/** Reads a comma, or the closer; true at the closer. */
function next(reader: Reader, closer: number): boolean {
  const code = blanks(reader)
  if (code !== closer && code !== 44) fail(`a comma or "${String.fromCharCode(closer)}" is expected here`)
  reader.at++
  return code === closer
}

function string(reader: Reader): string {
  const { text, at: start } = reader
  let escaped = false
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 92) {
      escaped = true
      i++
    } else if (code === 34) {
      reader.at = i + 1
      return escaped ? unescaped(reader, start) : text.slice(start + 1, i)
    } else if (code < 32) {
      reader.at = i
      fail('a string is not closed on its line')
    }
  }
  return fail('a string is never closed')
}

function unescaped(reader: Reader, start: number): string {
  try {
    return JSON.parse(reader.text.slice(start, reader.at))
  } catch {
    reader.at = start
    return fail('a string holds an escape that JSON does not know')
  }
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
/** By the letter that they begin with. */
const words: ReadonlyMap<string, { word: string; value: null | boolean }> = new Map([
  ['t', { word: 'true', value: true }],
  ['f', { word: 'false', value: false }],
  ['n', { word: 'null', value: null }],
])

function literal(reader: Reader, start: number): JsonNode {
  const { text, at } = reader
  const known = words.get(text.charAt(at))
  if (known && text.startsWith(known.word, at)) {
    reader.at += known.word.length
    return { kind: known.value === null ? 'null' : 'boolean', value: known.value, range: rangeFrom(start, reader) }
  }
  number.lastIndex = at
  const found = number.exec(text)
  if (!found) return fail(at < text.length ? 'a value is expected here' : 'the JSON ends too early')
  reader.at = number.lastIndex
  return { kind: 'number', value: Number(found[0]), range: rangeFrom(start, reader) }
}
