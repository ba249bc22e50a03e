import { textBefore } from '../text.ts'
import type { Range } from '../types.ts'
import { rewrite } from './rewrite.ts'

/** `{% highlight json %}`, `{{< highlight json >}}`, `{{< code-block lang="json" >}}`, each with a line for itself. Its words begin with no blank: else a long run of them could be read in as many ways as it has parts. */
const opening =
  /^(?<margin>[ \t]{0,40})(?:\{%-?[ \t]*highlight|\{\{<[ \t]*(?<shortcode>highlight|code(?:-?(?:block|snippet|sample))?))[ \t]+[^\s{}%<>][^\n{}%<>]{0,200}?[ \t]*(?:-?%\}|>\}\})[ \t]*\r?$/gm
const fence = /^[ \t]*(?:`{3,}(?=[^`\n]*$)|~{3,})/gm
const language = /^["']?([\w+#-]+)["']?(?![\w=])|\blang(?:uage)?=["']?([\w+#-]+)/

/**
 * Jekyll and Hugo have tags for code that colours it, where Markdown sees paragraphs. A fence in place of the tags, as long as they are, makes
 * a block of it, and offsets hold. Most pages have none, which a look for their names tells.
 */
export function fenceCodeTags(text: string): string {
  if (!text.includes('highlight') && !text.includes('{{< code')) return text
  const marks: Range[] = []
  const endOf = endings(text)
  let inFence = false
  let seen = 0
  for (const { 0: line, index, groups: { margin = '', shortcode } = {} } of text.matchAll(opening)) {
    if (index < seen) continue
    if (fencesIn(text.slice(seen, index)) % 2 === 1) inFence = !inFence
    seen = index
    const end = inFence ? undefined : endOf(index + line.length, shortcode)
    if (!end) continue
    seen = end[1]
    if (fencesIn(text.slice(index + line.length, end[0])) === 0)
      marks.push([index + margin.length, index + line.length], end)
  }
  return marks.length === 0 ? text : rewrite(text, marks, asFence)
}

function fencesIn(stretch: string): number {
  return stretch.match(fence)?.length ?? 0
}

/** Where a tag of Jekyll ends, or a shortcode of Hugo, if its end has a line for itself. Asked from the first to the last: each end is searched once. */
function endings(text: string): (from: number, shortcode: string | undefined) => Range | undefined {
  const tagEnd = finder(text, /\{%-?[ \t]*endhighlight[ \t]*-?%\}/g)
  const shortcodeEnd = finder(text, /\{\{<[ \t]*\/[ \t]*([\w-]+)[ \t]*>\}\}/g)
  return (from, shortcode) => {
    const found = shortcode === undefined ? tagEnd(from) : shortcodeEnd(from)
    if (!found || found[1] !== shortcode) return undefined
    const end = found.index + found[0].length
    const before = textBefore(text, found.index, 40)
    return /(?:^|\n)[ \t]*$/.test(before) && /^[ \t]*(?:\r?\n|$)/.test(text.slice(end, end + 40))
      ? [found.index, end]
      : undefined
  }
}

/** The first match at or behind an offset. Offsets come in order: what was found for one may do for the next. */
function finder(text: string, pattern: RegExp): (from: number) => RegExpExecArray | undefined {
  let last: RegExpExecArray | null | undefined
  return (from) => {
    if (last === undefined || (last !== null && last.index < from)) {
      pattern.lastIndex = from
      last = pattern.exec(text)
    }
    return last ?? undefined
  }
}

function asFence(tag: string): string {
  const [, rest = ''] = /(?:highlight|code[\w-]*)[ \t]+([^%>]*)/.exec(tag) ?? []
  const [, first, named] = /^\{(?:%-?|\{<)[ \t]*(?:end|\/)/.test(tag) ? [] : (language.exec(rest) ?? [])
  return `\`\`\`${first ?? named ?? ''}`.padEnd(tag.length)
}
