import type { Code, Html, Root } from 'mdast'
import type { Range } from '../types.ts'
import { withBlankedTags } from './blanked-tags.ts'
import type { ParseMarkdown } from './markdown.ts'
import { rangeOf } from './points.ts'

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
  return wholeTables(text, withEarlyEnds(text, parse))
}

/** What is indented behind an empty line is code to CommonMark; to those, the rows of a table are the table's. */
function wholeTables(text: string, root: Root): Root {
  let open = 0
  root.children = root.children.map((it) => {
    const node = open > 0 && it.type === 'code' ? rowsIn(text, it) : it
    if (node.type !== 'html') return node
    for (const [, end] of node.value.matchAll(/<(\/?)table\b/gi)) open = Math.max(0, open + (end ? -1 : 1))
    return node
  })
  return root
}

/** Indented code that begins with a part of a table. */
function rowsIn(text: string, code: Code): Code | Html {
  const { position } = code
  const source = text.slice(position?.start.offset, position?.end.offset)
  return /^[ \t]*<\/?t(?:able|body|d|foot|h|head|r)\b/i.test(source) ? { type: 'html', value: source, position } : code
}

function withEarlyEnds(text: string, parse: ParseMarkdown): Root {
  const root = parse(text)
  // Most pages pay one look for such a line.
  if (!early.test(text)) return root
  const ends = root.children.flatMap((it) => (it.type === 'html' ? endsIn(text, rangeOf(it) ?? [0, 0]) : []))
  if (ends.length === 0) return root
  return withBlankedTags(text, ends, parse)
}

/** Where Markdown begins too late for CommonMark: end tags of elements that are not open any more. One pass. */
function endsIn(text: string, [start, end]: Range): Range[] {
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
