import type { Html, Nodes, Root } from 'mdast'
import { Lines, leading } from '../text.ts'
import type { Range } from '../types.ts'
import { type ComponentLine, componentLines } from './component-blocks.ts'
import type { ParseMarkdown } from './markdown.ts'
import { pointsOf } from './points.ts'

/** A line that is a component's tag, and text in the next one or the one behind an empty line. */
const quick = /^[ \t]*<\/?(?:[A-Z]|code-[gb])[^\n]*>[ \t]*\r?\n(?:[ \t]*\r?\n)?[ \t]*[^\s<]/m

/**
 * In MDX, Markdown begins in the line below a component's tag, however far it is indented. CommonMark sees HTML that goes on to the next
 * empty line, and code in what is indented by four. Such tags are blanked, what is indented moves to the margin, and when that is parsed, all
 * offsets are moved back and the tags put where they were. Most pages pay one look for such a line.
 */
export function withComponentLines(text: string, parse: ParseMarkdown): Root {
  if (!quick.test(text)) return parse(text)
  const lines = componentLines(text)
  if (!lines.some(({ blanked, cut }) => blanked || cut > 0)) return parse(text)
  const root = parse(
    lines.map(({ range: [start, end], blanked, cut }) => shown(text.slice(start, end), blanked, cut)).join('\n'),
  )
  if (lines.some(({ cut }) => cut > 0)) moveBack(root, lines)
  const tags = lines.filter(({ blanked }) => blanked).map(({ range }) => range)
  root.children = [...root.children, ...htmlOf(text, tags)].sort((a, b) => startOf(a) - startOf(b))
  return root
}

function shown(line: string, blanked: boolean, cut: number): string {
  return blanked ? line.replace(/[^\r]/g, ' ') : line.slice(cut)
}

function startOf({ position }: Nodes): number {
  return position?.start.offset ?? 0
}

/** Every point of the tree, from where its line now begins to where it began. */
function moveBack(root: Root, lines: readonly ComponentLine[]): void {
  let at = 0
  const placed = lines.map(({ range: [start, end], blanked, cut }) => {
    const own = blanked ? 0 : cut
    const place = { now: at, before: start + own, cut: own }
    at += end - start - own + 1
    return place
  })
  for (const point of pointsOf(root)) {
    const { offset } = point
    if (offset === undefined) continue
    const line = placed[leading(placed, ({ now }) => now <= offset) - 1]
    if (!line) continue
    point.offset = line.before + offset - line.now
    point.column += line.cut
  }
}

function htmlOf(text: string, ranges: readonly Range[]): Html[] {
  const lines = new Lines(text)
  return ranges.map(([from, to]) => {
    const start = from + text.slice(from, to).search(/\S/)
    const end = from + text.slice(from, to).trimEnd().length
    return {
      type: 'html',
      value: text.slice(start, end),
      position: { start: { ...lines.at(start), offset: start }, end: { ...lines.at(end), offset: end } },
    }
  })
}
