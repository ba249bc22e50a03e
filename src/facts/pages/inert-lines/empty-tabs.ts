import type { InertLine } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'

/** `=== "Shell"` on a line of its own. */
const tab = /^={3}[!+]? "[^"\n]{1,80}"[ \t]*(?=\r?\n|$)/
/** A tab with something in it: who reads the page knows tabs. */
const filled = /\n={3}[!+]? "[^"\n]{1,80}"[ \t]*\r?\n(?:[ \t]*\r?\n)*(?: {4}|\t)[ \t]*\S/
const fenceBelow = /^(?:[ \t]*\r?\n)+(?:```|~~~)/

/** A tab of Python-Markdown above a fence that is not indented, and so stands behind the tab; on a page that fills others. */
export function emptyTabs(syntax: Syntax): InertLine[] {
  const { text } = syntax
  if (!text.includes('\n=== "') || !filled.test(text)) return []
  return syntax.all('paragraph').flatMap(({ range: [start] }): InertLine[] => {
    if (text[start] !== '=' || (start > 0 && text[start - 1] !== '\n')) return []
    const [line] = tab.exec(text.slice(start, start + 120)) ?? []
    const isEmpty = line !== undefined && fenceBelow.test(text.slice(start + line.length, start + line.length + 400))
    return isEmpty ? [{ in: 'tab', range: [start, start + line.trimEnd().length] }] : []
  })
}
