import type { Link, Range } from '../../types.ts'
import { rawBlocks } from '../pages/liquid.ts'
import { ranges } from '../ranges.ts'
import type { Syntax } from '../syntax.ts'
import { textOfLink } from './destination.ts'

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
    const opened = textOfLink(text, at)
    // Without blanks it is a link to Markdown, too.
    if (!/\s/.test(url) || !opened || raw.at(at)) return []
    const { start, caption } = opened
    const urlRange: Range = [at + 2, at + 2 + url.length]
    return {
      kind: text[start] === '!' ? 'image' : 'link',
      range: [start, urlRange[1] + 1],
      section: syntax.sectionAt(at),
      url,
      text: caption,
      urlRange,
    }
  })
}
