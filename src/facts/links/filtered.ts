import { textBefore } from '../../text.ts'
import type { Link } from '../../types.ts'
import { rawBlocks } from '../pages/liquid.ts'
import { ranges } from '../ranges.ts'
import type { Syntax } from '../syntax.ts'

const filtered =
  /\]\((\{\{-?\s*(?:site\.(?:baseurl|url)|(["'])[^"'\n]{0,300}\2\s*\|\s*(?:relative|absolute)_url)\s*-?\}\}[^\s()<>]{0,300})\)/g

/**
 * `[a page]({{ '/page.html' | relative_url }})`, `![a picture]({{ site.baseurl }}/picture.png)`: Jekyll fills such a tag in before anything
 * is read as Markdown, where a destination that holds blanks is none.
 */
export function filteredLinks(syntax: Syntax): Link[] {
  const { text } = syntax
  if (!text.includes(']({{')) return []
  const raw = ranges(rawBlocks(text))
  return syntax.matchesOutsideCode(filtered).flatMap(({ match: [, url = ''], at }): Link | Link[] => {
    const before = textBefore(text, at, 300)
    const opened = before.lastIndexOf('[')
    // Without blanks it is a link to Markdown, too.
    if (!/\s/.test(url) || opened < 0 || raw.at(at)) return []
    const start = at - before.length + opened
    const isImage = text[start - 1] === '!'
    return {
      kind: isImage ? 'image' : 'link',
      range: [isImage ? start - 1 : start, at + 2 + url.length + 1],
      section: syntax.sectionAt(at),
      url,
      text: before.slice(opened + 1),
      urlRange: [at + 2, at + 2 + url.length],
    }
  })
}
