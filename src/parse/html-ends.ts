import type { Html, Root } from 'mdast'
import { Lines } from '../text.ts'
import type { Range } from '../types.ts'
import type { ParseMarkdown } from './markdown.ts'
import { rewrite } from './mask.ts'

/** Elements that begin a block of HTML wherever they stand. */
const names =
  'address|article|aside|blockquote|center|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|main|nav|ol|p|section|table|ul'
/** An end tag that has a line for itself, and Markdown right below. */
const early = new RegExp(
  String.raw`^</(?:${names})>[ \t]*\r?\n(?:[^\s<]|<(?:a|b|br|code|em|i|img|span|strong)\b)`,
  'im',
)
const tag = new RegExp(String.raw`<(/?)(${names})\b[^<>]*>`, 'gi')

/**
 * CommonMark takes a block of HTML to go on to the next empty line; for kramdown, Redcarpet and Python's Markdown it ends with its element, and
 * Markdown may begin in the next line. There, the end tag is blanked, the text parsed once more, and the tag put back.
 */
export function withHtmlEnds(text: string, parse: ParseMarkdown): Root {
  const root = parse(text)
  // Most pages pay one look for such a line.
  if (!early.test(text)) return root
  const ends = root.children.flatMap((it) =>
    it.type === 'html' ? endsIn(text, it.position?.start.offset ?? 0, it.position?.end.offset ?? 0) : [],
  )
  if (ends.length === 0) return root
  // As long as before, so that every offset holds.
  const whole = parse(rewrite(text, ends, (it) => ' '.repeat(it.length)))
  whole.children = [...whole.children, ...endTags(text, ends)].sort(
    (a, b) => (a.position?.start.offset ?? 0) - (b.position?.start.offset ?? 0),
  )
  return whole
}

/** Where Markdown begins too late for CommonMark: end tags of elements that are not open any more. One pass. */
function endsIn(text: string, start: number, end: number): Range[] {
  const found: Range[] = []
  const open = new Map<string, number>()
  for (const { index, 0: shown, 1: slash, 2: name = '' } of text.slice(start, end).matchAll(tag)) {
    const left = (open.get(name) ?? 0) + (slash ? -1 : 1)
    open.set(name, Math.max(0, left))
    const at = start + index
    if (slash && left <= 0 && startsLine(text, at) && early.exec(text.slice(at, at + 200))?.index === 0) {
      found.push([at, at + shown.length])
      open.clear()
    }
  }
  return found
}

function startsLine(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n'
}

function endTags(text: string, ranges: readonly Range[]): Html[] {
  const lines = new Lines(text)
  return ranges.map(([start, end]) => ({
    type: 'html',
    value: text.slice(start, end),
    position: { start: { ...lines.at(start), offset: start }, end: { ...lines.at(end), offset: end } },
  }))
}
