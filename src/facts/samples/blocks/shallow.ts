import { startOfLine } from '../../../text.ts'
import type { Problem } from '../../../types.ts'
import { commonMethods } from '../../methods.ts'
import type { Syntax } from '../../syntax.ts'
import type { CodeBlock } from './code.ts'

const request = new RegExp(`^(?:${commonMethods}) /\\S*\\s*$`)
/** As many requests that are code say what the others were to be. */
const usual = 2

/** A request alone in its paragraph, and three blanks in front of it, where the page's others have four and are code. */
export function shallowCode({ text, blocks: all }: Syntax, code: readonly CodeBlock[]): Problem[] {
  const shallow = all.flatMap(({ node, range }) => {
    const before = node.type === 'paragraph' ? text.slice(startOfLine(text, range[0]), range[0]) : ''
    return /^ {1,3}$/.test(before) && request.test(text.slice(...range)) ? [{ range, blanks: before.length }] : []
  })
  const [first] = shallow
  if (!first || code.filter((it) => !it.fenced && request.test(it.value)).length < usual) return []
  const { range, blanks } = first
  const places = shallow.length > 1 ? ` (${shallow.length} places)` : ''
  const message = `this line has ${blanks === 1 ? 'one blank' : `${blanks} blanks`} in front and is no code${places}`
  return [{ kind: 'code', range, message, help: "indent it by four, as the page's other requests are" }]
}
