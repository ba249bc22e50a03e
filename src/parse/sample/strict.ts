import type { JsonMember, JsonNode, Range } from '../../types.ts'

const maxDepth = 200

/**
 * Reads a text that is nothing but one JSON value, as most samples are; `undefined` for any other, which is the tolerant
 * parser's business. One pass without tokens: some twenty times as fast, and the same tree. `offset` says where a character
 * stands in the document; it is asked in the order of the text.
 */
export function readStrict(text: string, offset: (at: number) => number = (at) => at): JsonNode | undefined {
  const cursor: Cursor = { text, at: 0, offset }
  skip(cursor)
  const node = value(cursor, 0)
  if (node === undefined) return undefined
  skip(cursor)
  return cursor.at === text.length ? node : undefined
}

interface Cursor {
  readonly text: string
  at: number
  offset(at: number): number
}

const quote = 34
const comma = 44
const colon = 58

function value(cursor: Cursor, depth: number): JsonNode | undefined {
  const code = cursor.text.charCodeAt(cursor.at)
  if (code === quote) {
    const place = cursor.offset(cursor.at)
    const read = string(cursor)
    return read === undefined ? undefined : { kind: 'string', value: read, range: rangeTo(cursor, place) }
  }
  if (depth > maxDepth) return undefined
  if (code === 123) return object(cursor, depth)
  if (code === 91) return array(cursor, depth)
  return plain(cursor)
}

function object(cursor: Cursor, depth: number): JsonNode | undefined {
  const start = cursor.offset(cursor.at++)
  const members: JsonMember[] = []
  skip(cursor)
  if (take(cursor, 125)) return { kind: 'object', members, range: rangeTo(cursor, start) }
  do {
    skip(cursor)
    const from = cursor.offset(cursor.at)
    const key = cursor.text.charCodeAt(cursor.at) === quote ? string(cursor) : undefined
    if (key === undefined) return undefined
    const keyRange = rangeTo(cursor, from)
    skip(cursor)
    if (!take(cursor, colon)) return undefined
    skip(cursor)
    const node = value(cursor, depth + 1)
    if (node === undefined) return undefined
    members.push({ key, keyRange, value: node })
    skip(cursor)
  } while (take(cursor, comma))
  return take(cursor, 125) ? { kind: 'object', members, range: rangeTo(cursor, start) } : undefined
}

function array(cursor: Cursor, depth: number): JsonNode | undefined {
  const start = cursor.offset(cursor.at++)
  const items: JsonNode[] = []
  skip(cursor)
  if (take(cursor, 93)) return { kind: 'array', items, range: rangeTo(cursor, start) }
  do {
    skip(cursor)
    const node = value(cursor, depth + 1)
    if (node === undefined) return undefined
    items.push(node)
    skip(cursor)
  } while (take(cursor, comma))
  return take(cursor, 93) ? { kind: 'array', items, range: rangeTo(cursor, start) } : undefined
}

/** Up to the last character that was read; the next one may stand on another line. */
function rangeTo(cursor: Cursor, start: number): Range {
  return [start, cursor.offset(cursor.at - 1) + 1]
}

/** From the opening quote; leaves the cursor behind the closing one. */
function string(cursor: Cursor): string | undefined {
  const { text, at: start } = cursor
  let escapes = false
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 32) return undefined
    if (code === 92) {
      escapes = true
      i++
    } else if (code === quote) {
      cursor.at = i + 1
      return escapes ? unescaped(text.slice(start, i + 1)) : text.slice(start + 1, i)
    }
  }
  return undefined
}

function unescaped(source: string): string | undefined {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}

const word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

function plain(cursor: Cursor): JsonNode | undefined {
  word.lastIndex = cursor.at
  const source = word.exec(cursor.text)?.[0]
  if (source === undefined) return undefined
  const place = cursor.offset(cursor.at)
  cursor.at = word.lastIndex
  const range = rangeTo(cursor, place)
  if (source === 'null') return { kind: 'null', value: null, range }
  if (source === 'true' || source === 'false') return { kind: 'boolean', value: source === 'true', range }
  return { kind: 'number', value: Number(source), range }
}

function take(cursor: Cursor, code: number): boolean {
  if (cursor.text.charCodeAt(cursor.at) !== code) return false
  cursor.at++
  return true
}

function skip(cursor: Cursor): void {
  const { text } = cursor
  for (let code = text.charCodeAt(cursor.at); code === 32 || code === 10 || code === 13 || code === 9; ) {
    cursor.at++
    code = text.charCodeAt(cursor.at)
  }
}
