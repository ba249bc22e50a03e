import type { InertLine } from '../../../types.ts'
import { linesOf } from '../../lines.ts'
import type { Syntax } from '../../syntax.ts'

/** What ends a line for readers, too. */
const broken = /(?:\\| {2,}|<br ?\/?>)\r?$/
/** So many lines of a paragraph show that each of them was to stand alone. */
const usual = 3

/** Lines that say what they are: `**Type:** String`, `4.2.0 - added`. A line that goes on with the one above it begins otherwise. */
const forms = [/^\*\*[^*\n]{1,60}(?::\*\*|\*\*:)/, /^v?\d+(?:\.\d+)+[ \t]+[-–—:][ \t]/]

/** A line of a paragraph that lacks the break that its neighbours have, so that the next one, which begins as it does, is joined to it. */
export function lostBreaks(syntax: Syntax): InertLine[] {
  const { text } = syntax
  if (!/\n(?<=(?:\\| {2}|<br ?\/?>)\r?\n)/.test(text)) return []
  return syntax.all('paragraph').flatMap(({ range: [start, end] }): InertLine[] => {
    const source = text.slice(start, end)
    const isBroken = source.split('\n').map((it) => broken.test(it))
    if (isBroken.length < usual + 2 || isBroken.filter(Boolean).length < usual) return []
    return linesOf(source, start).flatMap((line, at, lines): InertLine[] => {
      const next = lines[at + 1]
      const isJoined = next && !isBroken[at] && forms.some((it) => it.test(line.text) && it.test(next.text))
      return isJoined ? [{ in: 'joined', range: [line.start, line.end] }] : []
    })
  })
}
