import { counted } from '../../../grouped.ts'
import type { Placeholder } from '../../../types.ts'
import { labelWords, lineAbove } from '../../lines.ts'
import type { Syntax } from '../../syntax.ts'

/** Marks right below marks; most pages pay one look for them. */
const empty = /^(?:```|~~~)[a-z]{0,12}[ \t\r]*\n(?:[ \t\r]*\n)?(?:```|~~~)[ \t\r]*$/im
/** "An example response is:", "> The above command returns JSON structured like this:", "> HTTP 200 response body". A response that is announced alone may be empty. */
const announced =
  /^(?=.*\b(?:examples?|samples?|like this|as follows)\b)(?:[^\n]*:|>[^\n]*|[*_#]+[^\n]{1,60})[*_\s]{0,9}$|^>[^\n]*\bresponse body[*_\s:]{0,9}$/i

/** A line that says what is to be written; what is left to the reader is an exercise. */
const noted =
  /^\s*(?:(?:\/\/|#|--)\s*(?:TODO|FIXME)(?:$|:? )|(?:TODO|FIXME): )(?:$|(?:add|document|explain|insert|provide|show|write)\b(?!.*\byour?\b))/i

/** Blocks with nothing in them, where the line above or the others of the page say what they show, and those that hold but the note that they are missing. */
export function emptySamples(syntax: Syntax): Placeholder[] {
  const { text, path } = syntax
  const mayBeEmpty = empty.test(text) && !/(?:^|\/)\.git/.test(path)
  if (!mayBeEmpty && !/TODO|ToDo|FIXME/.test(text)) return []
  const answered = mayBeEmpty ? answeredLines(syntax) : undefined
  return syntax.all('code').flatMap(({ node, range }): Placeholder[] => {
    const lines = node.value.length > 300 ? [''] : node.value.split('\n').filter((it) => it.trim() !== '')
    const [note] = lines.every((it) => noted.test(it)) ? lines : []
    const at = note === undefined ? -1 : text.indexOf(note.trim(), range[0])
    if (note !== undefined && at >= 0) return [{ range: [at, at + note.trim().length] }]
    const source = text.slice(...range)
    if (!mayBeEmpty || node.value.trim() !== '' || node.meta || !empty.test(source)) return []
    const line = lineAbove(text, range[0])
    return announced.test(line) || (node.lang === 'json' && answered?.has(line.trimEnd()))
      ? [{ range, announced: labelWords(line) }]
      : []
  })
}

/** So many blocks of a page below the same line, each with its JSON, say that one belongs there. */
const often = 3
/** What leads to a block and says nothing else: the end of the one above does not, nor does a body that is none. */
const leadsToBody = /^(?!```|~~~|\||.*(?:\b(?:20[45]|304)\b|\b(?:no|empty|deleted?)\b)).*[\p{L}\d]/iu

/** Below which lines other blocks of the page show what comes back: what is labelled as JSON there holds an empty object at least. */
function answeredLines(syntax: Syntax): ReadonlySet<string> {
  const full = syntax.all('code').filter(({ node }) => node.lang === 'json' && node.value.trim() !== '')
  const counts = counted(full.map(({ range }) => lineAbove(syntax.text, range[0]).trimEnd()))
  return new Set([...counts].flatMap(([line, count]) => (count >= often && leadsToBody.test(line) ? line : [])))
}
