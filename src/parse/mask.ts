import type { Nodes, Root, Text } from 'mdast'
import type { Range } from '../types.ts'
import { rewrite } from './rewrite.ts'

/** The first of the private-use blocks that the text does not use itself: icon fonts live there. */
export function unusedBlock(text: string): number {
  const used = new Set<number>()
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0xe000) used.add(text.charCodeAt(i) >> 7)
  for (let block = 0xe000; block < 0xf800; block += 128) if (!used.has(block >> 7)) return block
  return 0xe000
}

/** The text with the runs masked: as long as before, so that every offset holds. */
export function maskRuns(text: string, runs: Range[], base: number): string {
  return rewrite(text, runs, (run) => masked(run, base))
}

function masked(text: string, base: number): string {
  return text.replace(/[!-~]/g, (it) => String.fromCharCode(base + it.charCodeAt(0)))
}

function unmasked(text: string, base: number): string {
  return text.replace(/[\ue000-\uf87f]/g, (it) => {
    const code = it.charCodeAt(0) - base
    return code > 32 && code < 127 ? String.fromCharCode(code) : it
  })
}

/** Puts the URLs back, in document order: as a link where the mask is text, as they were anywhere else. */
export function restore(root: Root, runs: Range[], text: string, base: number): void {
  const left = [...runs]
  const stack: Nodes[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('children' in node)) {
      restoreStrings(node, base)
      continue
    }
    const linked = node.type === 'link' || node.type === 'linkReference'
    const children = node.children.flatMap((child): Nodes[] =>
      child.type === 'text' && !linked ? splitText(child, left, text, base) : [child],
    )
    node.children = children as typeof node.children
    restoreStrings(node, base)
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as Nodes)
  }
}

function restoreStrings(node: Nodes, base: number): void {
  const fields = node as unknown as Record<string, unknown>
  for (const key of ['value', 'url', 'title', 'alt', 'label', 'identifier']) {
    const value = fields[key]
    if (typeof value === 'string') fields[key] = unmasked(value, base)
  }
}

function splitText(node: Text, runs: Range[], text: string, base: number): Nodes[] {
  const parts: Nodes[] = []
  const { position } = node
  const origin = position?.start
  if (!position || origin?.offset === undefined) return [node]
  let value = node.value
  let start = origin
  const point = (offset: number) => ({ ...origin, column: origin.column + offset - (origin.offset ?? 0), offset })
  const add = (part: string, from: typeof origin, to: typeof origin) => {
    if (part !== '') parts.push({ type: 'text', value: part, position: { start: from, end: to } })
  }
  for (let run = runs[0]; run !== undefined; run = runs[0]) {
    const url = text.slice(...run)
    const at = value.indexOf(masked(url, base))
    if (at < 0 || run[1] > (position.end.offset ?? 0)) break
    const [from, to] = [point(run[0]), point(run[1])]
    add(value.slice(0, at), start, from)
    const label: Text = { type: 'text', value: url, position: { start: from, end: to } }
    parts.push({ type: 'link', title: null, url, children: [label], position: { start: from, end: to } })
    value = value.slice(at + url.length)
    start = to
    runs.shift()
  }
  if (parts.length === 0) return [node]
  add(value, start, position.end)
  return parts
}
