import type { Link, Range } from '../../types.ts'
import { rawBlocks } from '../pages/liquid.ts'
import { ranges } from '../ranges.ts'
import type { Syntax } from '../syntax.ts'

/** Template tags that lead to a page by the name of its source. */
const hugo = /^(?:ref|relref|[\w-]+-relref)$/
const jekyll = /^(?:link|post_url)$/

const opening = /\{\{[<%]-?|\{%-?/g

/**
 * Links by template tag. They stand inside Markdown destinations as well as alone, and Markdown sees neither:
 * the text itself is searched, code left out.
 */
export function shortcodeLinks(syntax: Syntax): Link[] {
  const { text } = syntax
  if (!text.includes('{{<') && !text.includes('{{%') && !text.includes('{%')) return []
  const raw = ranges(rawBlocks(text))
  return syntax.outsideCode().flatMap(([from, to]) => {
    const found: Link[] = []
    const stretch = text.slice(from, to)
    for (const { index, 0: open } of stretch.matchAll(opening)) {
      const close = stretch.indexOf(open.startsWith('{%') ? '%}' : '}}', index)
      if (close < 0) break
      const link = readTag(text, [from + index, from + close + 2], open.length)
      if (link && !raw.at(link.range[0])) found.push({ ...link, section: syntax.sectionAt(from + index) })
    }
    return found
  })
}

/** `{{< highlight html >}} … {{< /highlight >}}`: what shortcodes of Hugo show as it stands is code, though Markdown cannot know. */
export function shownAsCode(text: string): Range[] {
  if (!text.includes('{{<') || !/\{\{<\s*\//.test(text)) return []
  const found: Range[] = []
  const open = /\{\{<\s*(highlight|code(?:-?(?:block|snippet|sample|toggle))?)(?=[\s>])[^\n{}]{0,300}>\}\}/g
  for (let start = open.exec(text); start !== null; start = open.exec(text)) {
    if (start[0].endsWith('/>}}')) continue
    const close = new RegExp(`\\{\\{<\\s*/\\s*${start[1]}\\s*>`, 'g')
    close.lastIndex = open.lastIndex
    const end = close.exec(text)?.index
    if (end === undefined) break
    found.push([start.index, end])
    open.lastIndex = end
  }
  return found
}

function readTag(text: string, range: Range, skip: number): Link | undefined {
  const body = text.slice(range[0] + skip, range[1])
  if (body.length > 500) return undefined
  const name = /^\s*([\w-]+)\s/.exec(body)?.[1] ?? ''
  if (!(text[range[0] + 1] === '{' ? hugo : jekyll).test(name)) return undefined
  const named = /\s(?:ref|path|page)\s*=\s*(["'`])([^"'`]*)\1/.exec(body)
  const quoted = named ?? /^\s*[\w-]+\s+(["'`])([^"'`]*)\1/.exec(body)
  const bare = quoted ? undefined : /^\s*[\w-]+\s+([^\s=]+?)\s*-?[%>]?\}/.exec(body)
  const url = quoted?.[2] ?? bare?.[1]
  const match = quoted ?? bare
  if (!url || !match) return undefined
  const at = range[0] + skip + match.index + match[0].lastIndexOf(url)
  const caption = /\scaption\s*=\s*(["'`])([^"'`]*)\1/.exec(body)?.[2] ?? textBefore(text, range[0])
  return { kind: 'shortcode', range, section: 0, url, urlRange: [at, at + url.length], text: caption }
}

/** `[the text]({{< ref "page" >}})`: of a tag that stands where Markdown has the URL. */
function textBefore(text: string, at: number): string {
  if (text[at - 1] !== '(' || text[at - 2] !== ']') return ''
  const before = text.slice(Math.max(0, at - 300), at - 2)
  return before.slice(before.lastIndexOf('[') + 1).replaceAll('`', '')
}
