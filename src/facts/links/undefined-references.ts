import { textBefore } from '../../text.ts'
import type { Link, Range } from '../../types.ts'
import { type Located, type Syntax, textOf } from '../syntax.ts'

/** What a reference cannot be: `[a-z]` is a class of characters, `[0]` an index. */
const notLabel = /^(?:\^|[\d\s,.:*-]+$)|[a-z]-z|A-Z|0-9|[\\|$]/

/**
 * `[text][label]` that no definition completes: the parser leaves it as text. Code between the brackets splits that
 * text, so the opening bracket may stand in an earlier node, and only the source shows both.
 */
export function undefinedReferences(syntax: Syntax): Link[] {
  // API Blueprint refers to its models so.
  if (!syntax.text.includes('][') || /^\ufeff?FORMAT:/.test(syntax.text)) return []
  return syntax.all('text').flatMap((it) => (it.node.value.includes('][') ? references(it, syntax) : []))
}

function references(node: Located, { text }: Syntax): Link[] {
  const found: Link[] = []
  const { section } = node
  const [start] = node.range
  const [from, end] = surroundings(node, text)
  for (let at = text.indexOf('][', start); at >= 0 && at < end; at = text.indexOf('][', at + 1)) {
    const open = openingBracket(text, at, Math.max(from, at - 500))
    const close = text.indexOf(']', at + 2)
    if (open === undefined || close < 0 || close >= end) continue
    const caption = text.slice(open + 1, at)
    const label = text.slice(at + 2, close) || caption
    if (isNotation(text, caption, label) || isTuple(node, caption, close === at + 2)) continue
    // `Name[][]` is an array of arrays: no label is empty.
    if (
      label.trim() === '' ||
      (notLabel.test(label) && !isNumbered(caption, label)) ||
      notLabel.test(caption) ||
      /[[\n]/.test(label) ||
      /[\w[\])\\`]/.test(text[open - 1] ?? '') ||
      isFormat(text, close) ||
      isCode(text, open, close) ||
      isQuoted(text.slice(Math.max(from, open - 500), open))
    )
      continue
    found.push({
      kind: 'reference',
      range: [text[open - 1] === '!' ? open - 1 : open, close + 1],
      section,
      url: label,
      urlRange: close === at + 2 ? [open + 1, at] : [at + 2, close],
      text: caption,
    })
  }
  return found
}

/** Where the brackets of a text may stand. A bare URL between them is a link, and swallows the two in the middle. */
function surroundings({ range: [start, end], parent }: Located, text: string): Range {
  const isUrl = parent?.node.type === 'link' && /^h/i.test(text[parent.range[0]] ?? '')
  return isUrl && parent.parent ? [parent.parent.range[0], end + 1] : [parent?.range[0] ?? start, end]
}

/** `[the guide][1]`: behind a name or several words, a number is a label; behind `[row]`, it may be an index. */
function isNumbered(caption: string, label: string): boolean {
  return /^[1-9]\d?$/.test(label) && /\p{L} +\p{L}|\p{Lu}\p{Ll}{2}|:\/\//u.test(caption)
}

/** `[tab][tab]`, `[ctrl][c]`: what to press. */
const key = /^(?:tab|enter|return|esc|escape|ctrl|control|alt|shift|cmd|meta)$/i

/** The hash of a commit, as a rule cut short. */
const commit = /^(?=[a-f]*\d)[\da-f]{7,40}$/

const index = /^(?:[a-z]|index|idx|key)(?:[ \t]*[-+][ \t]*\d)?$/i

/** `[FEATURE][ui]` in a list of changes that has a plain `[FEATURE]`, too, as it may have `[2.x]`, and `[@][lo:]hi`: brackets that mean no link. */
function isNotation(text: string, caption: string, label: string): boolean {
  if (key.test(caption)) return true
  if (caption === '' || label === caption) return false
  // `[i][j]`, or the array's name as code: where a value stands in an array.
  if (index.test(label) && /^(?:[a-z]|`[^`]+`)$/i.test(caption)) return true
  // `[4f2a9c1][b03d7e6]`: two commits; `[TEA-12][TEA-13]`: two tickets.
  if (commit.test(label) && commit.test(caption)) return true
  if (/\d/.test(label) && ticket(label) === ticket(caption)) return true
  if (!/[\p{L}\p{N}]/u.test(caption)) return true
  return /^(?:[A-Z][A-Z ]+|v?\d+(?:\.(?:\d+|x))+)$/.test(caption) && text.includes(`[${caption}] `)
}

const names = /^[a-z]\w*(?:, ?[a-z]\w*)+$/i
const types = /^(?:(?:string|number|boolean|bool|int|integer|float|double|any)(?:, ?|$)){2,}$/i

/** `[string, number][]` is a list of pairs; so is `[size, price][]` where it is all that a cell holds. */
function isTuple({ node, parent }: Located, caption: string, isBare: boolean): boolean {
  if (!isBare || !caption.includes(',')) return false
  if (types.test(caption)) return true
  const isCell = parent?.node.type === 'tableCell' && textOf(node).trim() === `[${caption}][]`
  return isCell && names.test(caption)
}

function ticket(text: string): string {
  return text.replace(/\d+/g, '0')
}

/** `"[C++][Python] Check validity"`: what stands in quotation marks is a text, brackets and all. */
function isQuoted(before: string): boolean {
  return before.includes('"') && before.split('"').length % 2 === 0
}

/** `tcp://[host]:[port][path]` shows how an address is written, and `headers?: [string, string][];` is a type. */
function isCode(text: string, open: number, close: number): boolean {
  return text[close + 1] === ';' || /:\/\/\S*$/.test(textBefore(text, open, 80))
}

/** `[3 letters][dash][4 digits]`: three pairs in a row describe how a value is built. */
function isFormat(text: string, close: number): boolean {
  return text[close + 1] === '[' && /^\[[\w ]+\]/.test(text.slice(close + 1, close + 60))
}

/** The bracket that the one at `close` closes, on the same paragraph. */
function openingBracket(text: string, close: number, from: number): number | undefined {
  let depth = 0
  for (let i = close - 1; i >= from; i--) {
    if (text[i] === ']') depth++
    else if (text[i] === '[' && depth-- === 0) return i
  }
  return undefined
}
