import type { JsonMember, JsonNode, Range } from '../types.ts'
import type { ParsedYaml } from './yaml/parsed.ts'

/** Deeper nesting is an attack or a mistake; recursion over the tree must not overflow. */
const maxDepth = 200

/**
 * Strict JSON with positions, in the shape that `parseYaml` gives. One pass without tokens: specifications come by the
 * megabyte, and a reader that is made for editing needs five times as long. Never throws.
 */
export function parseJson(text: string): ParsedYaml {
  const reader: Reader = { text, at: text.charCodeAt(0) === 0xfeff ? 1 : 0 }
  try {
    const data = value(reader, 0)
    blanks(reader)
    if (reader.at < text.length) fail(reader, 'something stands after the end of the JSON')
    return { data, errors: [] }
  } catch (error) {
    if (!(error instanceof Mistake)) throw error
    return { errors: [{ range: error.range, message: error.message }] }
  }
}

class Mistake extends Error {
  readonly range: Range
  constructor(message: string, range: Range) {
    super(message)
    this.range = range
  }
}

interface Reader {
  readonly text: string
  at: number
}

function fail(reader: Reader, message: string): never {
  throw new Mistake(message, [reader.at, Math.min(reader.at + 1, reader.text.length)])
}

function blanks(reader: Reader): number {
  for (;;) {
    const code = reader.text.charCodeAt(reader.at)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return code
    reader.at++
  }
}

function value(reader: Reader, depth: number): JsonNode {
  if (depth > maxDepth) fail(reader, `the JSON is nested deeper than ${maxDepth} levels`)
  const code = blanks(reader)
  if (code === 123) return object(reader, depth)
  if (code === 91) return array(reader, depth)
  const start = reader.at
  if (code === 34) return { kind: 'string', value: string(reader), range: [start, reader.at] }
  return literal(reader)
}

function object(reader: Reader, depth: number): JsonNode {
  const start = reader.at++
  const members: JsonMember[] = []
  if (blanks(reader) === 125) return { kind: 'object', members, range: [start, ++reader.at] }
  for (;;) {
    if (blanks(reader) !== 34) fail(reader, 'a property name in double quotes is expected here')
    const keyStart = reader.at
    const key = string(reader)
    const keyRange: Range = [keyStart, reader.at]
    if (blanks(reader) !== 58) fail(reader, 'a colon is expected here')
    reader.at++
    members.push({ key, keyRange, value: value(reader, depth + 1) })
    if (next(reader, 125)) return { kind: 'object', members, range: [start, reader.at] }
  }
}

function array(reader: Reader, depth: number): JsonNode {
  const start = reader.at++
  const items: JsonNode[] = []
  if (blanks(reader) === 93) return { kind: 'array', items, range: [start, ++reader.at] }
  for (;;) {
    items.push(value(reader, depth + 1))
    if (next(reader, 93)) return { kind: 'array', items, range: [start, reader.at] }
  }
}

/** Reads a comma, or the closer; true at the closer. */
function next(reader: Reader, closer: number): boolean {
  const code = blanks(reader)
  if (code !== closer && code !== 44) fail(reader, `a comma or "${String.fromCharCode(closer)}" is expected here`)
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
      fail(reader, 'a string is not closed on its line')
    }
  }
  return fail(reader, 'a string is never closed')
}

function unescaped(reader: Reader, start: number): string {
  try {
    return JSON.parse(reader.text.slice(start, reader.at))
  } catch {
    reader.at = start
    return fail(reader, 'a string holds an escape that JSON does not know')
  }
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const words = new Map<string, null | boolean>([
  ['true', true],
  ['false', false],
  ['null', null],
])

function literal(reader: Reader): JsonNode {
  const { text, at: start } = reader
  for (const [word, value] of words) {
    if (!text.startsWith(word, start)) continue
    reader.at += word.length
    return { kind: value === null ? 'null' : 'boolean', value, range: [start, reader.at] }
  }
  number.lastIndex = start
  const found = number.exec(text)
  if (!found) return fail(reader, start < text.length ? 'a value is expected here' : 'the JSON ends too early')
  reader.at = number.lastIndex
  return { kind: 'number', value: Number(found[0]), range: [start, reader.at] }
}
