import type { Link, Nodes, Root } from 'mdast'
import type { Range } from '../types.ts'
import { maskRuns, restore, unusedBlock } from './mask.ts'
import { rangeOf } from './points.ts'

type Parse = (text: string) => Root

/**
 * satteri 0.10.5 lets a bare URL that stands directly before a `|` swallow the rest of its table row. Such a URL is found
 * in the finished tree, masked by characters that mean nothing, and the text is parsed once more; then the URL is put
 * back as the link that it is. (One page in 2,600 has the bug; loading the reference parser for it takes longer than
 * 200 ordinary pages.)
 */
export function withWholeCells(parse: Parse): Parse {
  return (text) => {
    const tree = parse(text)
    const runs = hasUrlBeforePipe(text) ? swallowing(tree, text) : []
    if (runs.length === 0) return tree
    const base = unusedBlock(text)
    const whole = parse(maskRuns(text, runs, base))
    restore(whole, runs, text, base)
    return whole
  }
}

/** A URL whose characters run up to a `|`. Linear: each character is looked at once. */
function hasUrlBeforePipe(text: string): boolean {
  if (!text.includes('|')) return false
  const end = /[\s|]|$/g
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', end.lastIndex)) {
    end.lastIndex = at
    end.exec(text)
    if (text[end.lastIndex - 1] === '|') return true
  }
  return false
}

/** The bare URLs in the rows that were swallowed, without what only ends a sentence. */
function swallowing(root: Root, text: string): Range[] {
  const runs: Range[] = []
  const stack: { node: Nodes; cell: boolean }[] = [{ node: root, cell: false }]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node } = next
    const cell = next.cell || node.type === 'tableCell'
    if (node.type === 'link') {
      // A swallowing link may be split in two that overlap.
      for (const run of urlsOf(node, cell, text)) if (run[0] >= (runs.at(-1)?.[1] ?? 0)) runs.push(run)
    }
    if ('children' in node) for (const child of node.children.toReversed()) stack.push({ node: child, cell })
  }
  return runs
}

function urlsOf(link: Link, cell: boolean, text: string): Range[] {
  const range = rangeOf(link)
  if (!range || !/[hw]/i.test(text[range[0]] ?? '')) return []
  const [start, end] = range
  const pipe = barePipe(text, start, end)
  if (pipe === end || !(cell || headsTable(text, end))) return []
  const runs: Range[] = []
  const scheme = /https?:\/\//gi
  for (let at = start; at >= 0 && at < end; ) {
    const stop = barePipe(text, at, end)
    const url = trimmed(text.slice(at, stop))
    if (url !== '') runs.push([at, at + url.length])
    scheme.lastIndex = stop
    const next = scheme.exec(text)
    at = next ? next.index : -1
  }
  return runs
}

/** The first `|` that no backslash escapes; `end` if there is none. */
function barePipe(text: string, start: number, end: number): number {
  for (let i = start; i < end; i++) if (text[i] === '|' && text[i - 1] !== '\\') return i
  return end
}

/** Whether the next line underlines a table's header: satteri does not see the table when its header is swallowed. */
function headsTable(text: string, from: number): boolean {
  const line = /[^\r\n]*(?:\r\n|\n|\r)([^\r\n]*)/y
  line.lastIndex = from
  const next = line.exec(text)?.[1] ?? ''
  return next.includes('-') && next.includes('|') && /^[\s|:>-]+$/.test(next)
}

/** GFM leaves closing punctuation, an entity, and a closing bracket that nothing opened outside the link. */
function trimmed(url: string): string {
  const whole = url.replace(/&[a-z0-9]+;$/i, '')
  let end = whole.length
  for (; end > 0; end--) {
    const last = whole[end - 1] ?? ''
    if (last === ')' ? count(whole, ')', end) <= count(whole, '(', end) : !'?!.,:;*_~\'"'.includes(last)) break
  }
  return whole.slice(0, end)
}

function count(text: string, character: string, end: number): number {
  let found = 0
  for (let i = 0; i < end; i++) if (text[i] === character) found++
  return found
}
