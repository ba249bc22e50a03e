import type { Root } from 'mdast'
import { increment } from '../grouped.ts'
import type { Range } from '../types.ts'
import { withBlankedTags } from './blanked-tags.ts'
import type { ParseMarkdown } from './markdown.ts'
import { codeBehind } from './open-fence.ts'
import { byPlace, rangeOf } from './points.ts'

const opening = /^[ \t]*<[a-z][a-z\d]*\b[^<>]*\smarkdown(?:=(?:"(?:1|block|span)"|'1'|1))?(?=[\s>])[^<>]*>[ \t]*$/i
const tag = /^[ \t]*<(\/?)([a-z][a-z\d]*)\b[^<>]*>[ \t]*$/i

/** Whether a text may have an element that asks for Markdown: most have none, and one look tells. */
export function mayHoldMarkdown(text: string): boolean {
  return /\smarkdown[=>]/.test(text)
}

/**
 * `<div markdown="1">` of kramdown and of Python-Markdown holds Markdown, where CommonMark sees nothing but HTML up to the next
 * empty line. What is hidden so is parsed by itself, everything else blanked, and put behind the HTML that holds it.
 */
export function withMarkdownInTags(text: string, parse: ParseMarkdown): Root {
  if (!mayHoldMarkdown(text)) return parse(text)
  const above = tagsAboveFences(text)
  const root = above.length > 0 ? withBlankedTags(text, above, parse) : parse(text)
  const html = root.children.flatMap((it): Range[] => (it.type === 'html' ? [rangeOf(it) ?? [0, 0]] : []))
  const hidden = hiddenLines(text, html)
  if (hidden.length === 0) return root
  const more = parse(blankAround(text, hidden)).children.filter(
    (it) => it.type !== 'html' || it.value.trim() !== between,
  )
  root.children = [...root.children, ...more].sort(byPlace)
  return root
}

/** Where a fence begins before the next empty line. An empty line in the fence would be the end of the HTML, and the end of the fence the beginning of another. */
function tagsAboveFences(text: string): Range[] {
  const found: Range[] = []
  let tags: Range[] = []
  let code = ''
  // A byte order mark is no part of the first line.
  let at = Number(text.startsWith('\ufeff'))
  for (const whole of text.slice(at).split('\n')) {
    const line = whole.trimEnd()
    const isInCode = code !== ''
    code = codeBehind(code, line)
    if (!isInCode && code !== '') found.push(...tags)
    if (isInCode || code !== '' || line === '') tags = []
    else if (opening.test(line)) tags.push([at, at + line.length])
    at += whole.length + 1
  }
  return found
}

/** The lines of HTML that stand in an element for Markdown, and are no tags themselves. */
function hiddenLines(text: string, html: readonly Range[]): Range[] {
  const open = new OpenElements()
  return html.flatMap(([start, end]) => {
    let at = start
    return text
      .slice(start, end)
      .split('\n')
      .flatMap((line): Range[] => {
        const range: Range = [at, at + line.length]
        at += line.length + 1
        open.follow(line.trimEnd())
        const isText = !/^[ \t]*(?:<|$)/.test(line)
        return isText && open.holdMarkdown ? [range] : []
      })
  })
}

/** The elements that are open. They are counted, for a hostile page opens thousands, and no line may look at them all. */
class OpenElements {
  readonly #all: { name: string; holds: boolean }[] = []
  readonly #counts = new Map<string, number>()
  #holding = 0

  /** Whether one of them is for Markdown. */
  get holdMarkdown(): boolean {
    return this.#holding > 0
  }

  follow(line: string): void {
    const [, slash, name = ''] = tag.exec(line) ?? []
    if (slash === undefined || line.endsWith('/>')) return
    if (slash === '') this.#open(name, opening.test(line))
    else if (this.#counts.get(name)) while (this.#close() !== name);
  }

  #open(name: string, holds: boolean): void {
    this.#all.push({ name, holds })
    increment(this.#counts, name)
    if (holds) this.#holding++
  }

  /** The name of the last one. */
  #close(): string {
    const { name = '', holds } = this.#all.pop() ?? {}
    increment(this.#counts, name, -1)
    if (holds) this.#holding--
    return name
  }
}

/** What parts the Markdown of two elements: a list in one of them does not go on in the next. */
const between = '<!---->'

/** The lines, and blanks for all else: offsets hold. */
function blankAround(text: string, lines: readonly Range[]): string {
  let result = ''
  let at = 0
  for (const [start, end] of lines) {
    result += blank(text.slice(at, start)) + text.slice(start, end)
    at = end
  }
  return result + blank(text.slice(at))
}

function blank(text: string): string {
  return text
    .split('\n')
    .map((line) => (opening.test(line) ? between : '').padEnd(line.length))
    .join('\n')
}
