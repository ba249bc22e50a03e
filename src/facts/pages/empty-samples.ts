import type { Placeholder } from '../../types.ts'
import type { Syntax } from '../syntax.ts'

/** Marks right below marks; most pages pay one look for them. */
const empty = /^(?:```|~~~)[a-z]{0,12}[ \t\r]*\n(?:[ \t\r]*\n)?(?:```|~~~)[ \t\r]*$/m
/** "An example response is:", "> The above command returns JSON structured like this:". A response that is announced alone may be empty. */
const announced =
  /^(?=.*\b(?:examples?|samples?|like this|as follows)\b)(?:[^\n]*:|>[^\n]*|[*_#]+[^\n]{1,60})[*_\s]{0,9}$/i

/** Blocks with nothing in them, where the line above says what they show. */
export function emptySamples(syntax: Syntax): Placeholder[] {
  const { text, path } = syntax
  if (!empty.test(text) || /(?:^|\/)\.git/.test(path)) return []
  return syntax.all('code').flatMap(({ node, range }) => {
    const source = text.slice(...range)
    if (node.value.trim() !== '' || node.meta || !empty.test(source)) return []
    const above = text.slice(Math.max(0, range[0] - 300), range[0]).trimEnd()
    const line = above.slice(above.lastIndexOf('\n') + 1)
    return announced.test(line) ? [{ range, announced: line.replace(/^[>\s*_#]+|[*_\s:]+$/g, '') }] : []
  })
}
