import type { InertLine } from '../../../types.ts'
import { linesOf } from '../../lines.ts'
import type { Syntax } from '../../syntax.ts'

/** `??? note "Title" more`; the marks are rarer than the lines that begin with one. */
const headed = /^(?:\?\?\?\+?|!!!) ?[a-z][\w -]{0,80}[ \t]+"[^"\n]{1,200}"[ \t]*[^\s"{][^"\n]*$/

/** What opens a block in Python-Markdown ends with its title: with a text behind that, it opens none. */
export function brokenHeads(syntax: Syntax): InertLine[] {
  const { text } = syntax
  if (!text.includes('???') && !text.includes('!!!')) return []
  return syntax.all('paragraph').flatMap(({ range: [start, end] }): InertLine[] => {
    if (!/^[?!]{3}/.test(text.slice(start, start + 3))) return []
    const [line] = linesOf(text.slice(start, end), start)
    return line && headed.test(line.text.trimEnd()) ? [{ in: 'head', range: [line.start, line.end] }] : []
  })
}
