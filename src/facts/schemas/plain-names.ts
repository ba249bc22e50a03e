import type { PhrasingContent } from 'mdast'
import type { Range } from '../../types.ts'
import { readType } from './types.ts'

/** A bullet's name that is not set in code; the type in parentheses is what tells it from any other word. */
export interface PlainName {
  value: string
  range: Range
  typeText: string
}

const word = /^[A-Za-z_$][\w$.[\]-]{0,60}/
/** Behind the name: `(string, required)`, `: (string)`. */
const behind = /^\s{0,3}[:–—-]?\s{0,3}\(([^()]{1,60})\)/
/** At the end of the line: `: what it is (string)`. */
const atEnd = /^\s?(?:[:–—]|\s-\s).*\(([^()\n]{1,40})\)\.?\s*$/

/** `**name** (string, required): what it is`, `name: what it is (string)`. */
export function plainName(children: readonly PhrasingContent[], whole: string, text: string): PlainName | undefined {
  const [first] = children
  const source = first?.type === 'strong' ? first.children[0] : first
  const start = source?.position?.start.offset
  if (source?.type !== 'text' || start === undefined) return undefined
  const value = word.exec(source.value)?.[0]
  if (value === undefined || (first?.type === 'strong' && !/^:?\s*$/.test(source.value.slice(value.length))))
    return undefined
  const rest = whole.slice(value.length).split('\n')[0] ?? ''
  const typeText = (behind.exec(rest) ?? atEnd.exec(rest))?.[1]?.replace(/[:,].*/, '').trim() ?? ''
  // Behind an escape the name stands elsewhere, and is longer.
  if (!readType(typeText).kinds || !text.startsWith(value, start)) return undefined
  return { value, range: [start, start + value.length], typeText }
}
