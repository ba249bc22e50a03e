import { increment, shelve } from '../../../grouped.ts'
import type { Tag } from '../../../parse/html-tags.ts'
import { byStart, sectionAt } from '../../../text.ts'
import type { Range, UnclosedElement } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'
import { type PlacedTag, tagsOf } from '../../tags.ts'

/** Elements that reach to the end of the page, or of what holds them, when nobody closes them. */
const blocks = new Set(
  'article aside blockquote center details div dl figure footer form header main nav ol pre section table ul video'.split(
    ' ',
  ),
)
/** Those that leak into what follows when their block ends before them. */
const inline = new Set('b big code em font i mark s small span strong sub sup u'.split(' '))

interface Open {
  name: string
  range: Range
}

/**
 * Elements that are opened and never closed, by the order of tags on the whole page: Markdown cuts HTML at every blank line,
 * so a single piece says nothing. A table cell ends what stands in it.
 */
export function unclosedElements(syntax: Syntax): UnclosedElement[] {
  const pieces = syntax.all('html')
  // MDX refuses to build, and a template opens in one file what it closes in another.
  if (pieces.length === 0 || syntax.path.endsWith('.mdx')) return []
  if (/\{%|<%/.test(syntax.text) && pieces.some(({ range }) => /\{%|<%/.test(syntax.text.slice(...range)))) return []
  const tags = tagsOf(syntax)
  const found = openAnchors(tags.map((it) => it.tag))
  const open = new OpenElements()
  const ends = closedInCells(tags)
  for (const { tag, inCell } of tags) {
    if (inCell) continue
    const name = tag.name.toLowerCase()
    if (tag.alone || !(blocks.has(name) || inline.has(name))) continue
    if (!tag.closing) open.add({ name, range: tag.range })
    else {
      increment(ends, name)
      const ended = open.close(name)
      if (ended.length > 0) found.push(...endedBefore(syntax.text, ended, { name, range: tag.range }))
    }
  }
  const sure = new Set([...blocks].filter((it) => open.has(it) && written(syntax.text, it) === (ends.get(it) ?? 0)))
  const left = open.left().filter((it) => sure.has(it.name) || isCut(syntax, it))
  return [...found, ...left].sort(byStart)
}

/** What is open where a block ends; its end tag may be late by a tag or two, and nobody sees that. */
function endedBefore(text: string, open: Open[], { name: endedBy, range: [, from] }: Open): UnclosedElement[] {
  const behind =
    /^(?:[ \t]{0,40}\r?\n?[ \t]{0,40}<\/\w{1,20}>){1,8}/.exec(text.slice(from, from + 200))?.[0].toLowerCase() ?? ''
  return open.map((it) => {
    const end = `</${it.name}>`
    const at = behind.indexOf(end)
    return at < 0 ? { ...it, endedBy } : { ...it, endedBy, late: [from + at, from + at + end.length] }
  })
}

/** A table with a heading of the page behind it, and no end tag before the next table. */
function isCut({ text, sections }: Syntax, { name, range: [, start] }: Open): boolean {
  const next = name === 'table' ? text.indexOf('<table', start) : -1
  if (next < 0 || /<\/table/i.test(text.slice(start, next))) return false
  const behind = sections[sectionAt(sections, start) + 1]
  return behind !== undefined && behind.heading[0] < next
}

/** How many elements of each name are opened and closed in cells. */
function closedInCells(tags: PlacedTag[]): Map<string, number> {
  const open = new OpenElements()
  const ends = new Map<string, number>()
  for (const { tag } of tags.filter((it) => it.inCell)) {
    const name = tag.name.toLowerCase()
    if (!tag.closing) open.add({ name, range: tag.range })
    else if (open.has(name)) {
      open.close(name)
      increment(ends, name)
    }
  }
  return ends
}

/** Anchors do not nest: one that nobody closes goes on to the next, and all that stands in between is part of it. */
function openAnchors(tags: Tag[]): UnclosedElement[] {
  const anchors = tags.filter(({ name }) => /^a$/i.test(name))
  return anchors.flatMap((tag, at) => {
    const isOpen = !tag.closing && !tag.alone && !anchors[at + 1]?.closing
    const isAnchor = tag.attributes.some(({ name, value }) => /^(?:href|name|id)$/.test(name) && value !== '')
    return isOpen && isAnchor ? [{ name: 'a', range: tag.range }] : []
  })
}

/** End tags in the text: one that Markdown takes for code may still close the element for another renderer. */
function written(text: string, name: string): number {
  return text.match(new RegExp(`</${name}\\s{0,9}>`, 'gi'))?.length ?? 0
}

/** The elements that are open, and where those of each name are: a hostile page opens thousands, and no end tag may look at them all. */
class OpenElements {
  readonly #all: (Open | undefined)[] = []
  readonly #places = new Map<string, number[]>()

  add(it: Open): void {
    shelve(this.#places, it.name, this.#all.push(it) - 1)
  }

  has(name: string): boolean {
    return (this.#places.get(name)?.length ?? 0) > 0
  }

  /** An end tag closes the nearest element of its name; says what was opened since and is left open. */
  close(name: string): Open[] {
    const at = this.#places.get(name)?.pop()
    if (at === undefined) return []
    // `<b><i></b></i>` is untidy, and closed: only a block that ends leaves something open for sure.
    if (!blocks.has(name)) {
      this.#all[at] = undefined
      return []
    }
    const left = this.#all
      .splice(at)
      .slice(1)
      .filter((it) => it !== undefined)
    for (const it of left) this.#places.get(it.name)?.pop()
    return left
  }

  left(): Open[] {
    return this.#all.filter((it) => it !== undefined)
  }
}
