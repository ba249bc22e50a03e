import type { InlineCode, Paragraph, PhrasingContent } from 'mdast'
import type { Range } from '../../types.ts'
import { type Located, textOf } from '../syntax.ts'
import { readType } from './types.ts'

/** Bullets with more names are seldom, and each carries all that stands below. */
const most = 6

/** A name that a bullet starts with, and its type where that is what tells it for a name. */
export interface BulletName {
  value: string
  range: Range
  typeText?: string
}

export function bulletNames(paragraph: Paragraph, text: string): { names: BulletName[]; length: number } {
  const { names, length } = leadingNames(paragraph.children)
  if (names.length > 0)
    return {
      names: names.flatMap((it) => {
        const range = rangeOf(it)
        return range ? [{ value: it.value, range }] : []
      }),
      length,
    }
  const plain = plainName(paragraph.children, textOf(paragraph), text)
  return plain ? { names: [plain], length: plain.value.length } : { names: [], length: 0 }
}

/** The names that a bullet starts with, `` `a` ``, `` **`a`** `` or `` `a`, `b` and `c` ``, and how much of its words they are. */
function leadingNames(children: readonly PhrasingContent[]): { names: InlineCode[]; length: number } {
  const names: InlineCode[] = []
  let length = 0
  for (let at = 0; names.length < most; at += 2) {
    const node = children[at]
    const name = node?.type === 'strong' ? node.children[0] : node
    if (name?.type !== 'inlineCode') break
    const between = children[at - 1]
    length += (between ? textOf(between).length : 0) + name.value.length
    names.push(name)
    const after = children[at + 1]
    if (after?.type !== 'text' || !/^(?:\s*,|\s*\/| and| or|, and|, or)\s*$/.test(after.value)) break
  }
  return { names, length }
}

const word = /^[A-Za-z_$][\w$.[\]-]{0,60}/
/** Behind the name: `(string, required)`, `: (string)`. */
const behind = /^\s{0,3}[:–—-]?\s{0,3}\(([^()]{1,60})\)/
/** At the end of the line: `: what it is (string)`. */
const atEnd = /^\s?(?:[:–—]|\s-\s).*\(([^()\n]{1,40})\)\.?\s*$/

/** `**name** (string, required): what it is`, `name: what it is (string)`. */
function plainName(children: readonly PhrasingContent[], whole: string, text: string): BulletName | undefined {
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

export function rangeOf(node: { position?: Located['node']['position'] } | undefined): Range | undefined {
  const start = node?.position?.start.offset
  const end = node?.position?.end.offset
  return start === undefined || end === undefined ? undefined : [start, end]
}
