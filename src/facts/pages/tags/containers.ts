import type { UnclosedElement } from '../../../types.ts'
import { ranges } from '../../ranges.ts'
import type { Syntax } from '../../syntax.ts'

/** `::: details More`, and `:::`, which closes the one that was opened last. */
const mark = /(?<=^|\n)[ \t]*(:{3,})([^\n]*)/g
/** Pandoc and MyST write attributes and directives in braces, and have ends of their own. */
const named = /^[a-z][\w-]*(?=$|[\s[{])/i

/** A container that goes on to the end of the page, since nothing closes it: of several, the innermost, with what it was to close. */
export function openContainers(syntax: Syntax): UnclosedElement[] {
  const { text } = syntax
  if (!text.includes(':::')) return []
  const comments = ranges(syntax.all('html').map(({ range }) => range))
  const open: UnclosedElement[] = []
  for (const { match, at } of syntax.matchesOutsideCode(mark)) {
    const [line = '', marks = '', behind = ''] = match
    const words = behind.trim()
    // A stretch between two pieces of code may begin in the middle of a line.
    if (comments.at(at) || (at > 0 && text[at - 1] !== '\n')) continue
    const start = at + line.indexOf(':')
    if (words === '') open.pop()
    else if (named.test(words))
      open.push({
        name: `${marks} ${words.split(/[\s[{]/, 1)[0]}`,
        range: [start, at + line.trimEnd().length],
        isContainer: true,
      })
    else return []
  }
  return open.slice(-1)
}
