import type { Root } from 'mdast'
import { leading } from '../text.ts'
import type { Range } from '../types.ts'
import { putBack } from './blanked-tags.ts'
import { type ComponentLine, componentLines } from './component-blocks.ts'
import type { ParseMarkdown } from './markdown.ts'
import { pointsOf } from './points.ts'
import { blanked } from './rewrite.ts'

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
  return putBack(
    root,
    text,
    lines.filter(({ blanked }) => blanked).map(({ range }) => trimmed(text, range)),
  )
}

function shown(line: string, isBlanked: boolean, cut: number): string {
  return isBlanked ? blanked(line) : line.slice(cut)
}

/** Every point of the tree, from where its line now begins to where it began. */
function moveBack(root: Root, lines: readonly ComponentLine[]): void {
  let at = 0
  const placed = lines.map(({ range: [start, end], cut }) => {
    const place = { now: at, before: start + cut, cut }
    at += end - start - cut + 1
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

function trimmed(text: string, [start, end]: Range): Range {
  const line = text.slice(start, end)
  return [start + line.search(/\S/), start + line.trimEnd().length]
}
