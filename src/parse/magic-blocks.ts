import type { JsonNode, Range, Shown } from '../types.ts'
import { parseJson } from './json-tree.ts'
import { blank } from './rewrite.ts'

/** `[block:parameters] {…} [/block]`: what an editor keeps as JSON between two marks, in the middle of Markdown. */
export interface MagicBlock {
  kind: string
  range: Range
  data: JsonNode
  /** Where the JSON begins: its own ranges count from there. */
  base: number
}

const opening = /\[block:([a-z-]{2,30})\][ \t]*\r?\n/g
const closing = '[/block]'

/** The blocks of a stretch of text, in order. Most have none, which one look tells. */
export function magicBlocks(text: string, [start, end]: Range = [0, text.length]): MagicBlock[] {
  const stretch = text.slice(start, end)
  if (!stretch.includes('[block:')) return []
  const found: MagicBlock[] = []
  let after = start
  for (const { 0: mark, 1: kind = '', index } of stretch.matchAll(opening)) {
    const at = start + index
    if (at < after) continue
    const base = at + mark.length
    const close = text.indexOf(closing, base)
    if (close < 0) break
    const { data } = parseJson(text.slice(base, close))
    after = close + closing.length
    if (data) found.push({ kind, range: [at, after], data, base })
  }
  return found
}

/** Samples in such blocks are read from their JSON: Markdown would take their source for text. As long as before, so that every offset holds. */
export function hideMagicCode(text: string): string {
  if (!text.includes('[block:code]')) return text
  const samples = magicBlocks(text).filter(({ kind }) => kind === 'code')
  return blank(
    text,
    samples.map(({ range }) => range),
  )
}

const escaped = /\\(?:u[\da-fA-F]{4}|.)/g

/** A string of JSON without its escapes. */
export function shownString(text: string, [start, end]: Range): Shown {
  const [from, to] = [start + 1, end - 1]
  const source = text.slice(from, to)
  const starts = [{ value: 0, text: from }]
  let value = ''
  let at = 0
  for (const { 0: written, index } of source.matchAll(escaped)) {
    value += source.slice(at, index) + String(JSON.parse(`"${written}"`))
    at = index + written.length
    starts.push({ value: value.length, text: from + at })
  }
  return { value: value + source.slice(at), starts }
}
