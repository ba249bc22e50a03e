import type { Range } from '../types.ts'

/** Where a document's front matter stands: the whole block with its fences, and the YAML between them. */
interface FrontMatterBlock {
  range: Range
  yaml: Range
}

/**
 * `---` on the first line (a byte order mark before it is tolerated: whether the site tolerates it is a rule's question),
 * up to the next line of `---` or `...`. An opening without an end is not front matter.
 */
export function findFrontMatter(text: string): FrontMatterBlock | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const open = /---[ \t]*(\r\r\n|\r\n|\n|\r)/y
  open.lastIndex = start
  if (!open.test(text)) return undefined
  const yamlStart = open.lastIndex
  const close = /(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?=[\r\n]|$)/g
  close.lastIndex = yamlStart
  const end = close.exec(text)
  if (end === null) return undefined
  return { range: [start, end.index + end[0].length], yaml: [yamlStart, end.index] }
}
