import { readSample } from '../../../parse/sample.ts'
import type { Problem } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'

const mark = /\{\s{0,9}[“”„](?<=`\{\s{0,9}[“”„])/
const curlyObject = /^\{\s*[“”„][\w .-]{1,60}[“”]\s*:[^"]*\}$/
const object = /^\{\s*"[\w .:[{-]{1,60}"[^`]*\}$/

/**
 * What is wrong with objects in code spans: `` `{“name”:”jug”}` ``, of which a word processor made typographic quotes and no reader of
 * JSON knows these; and `` `{"name":"jug,"lid":true}` ``, with a quote or a brace too few.
 */
export function objectSpans(syntax: Syntax): Problem[] {
  if (!syntax.text.includes('`{"') && !mark.test(syntax.text)) return []
  return syntax.all('inlineCode').flatMap(({ node: { value }, range }): Problem[] => {
    if (value[0] !== '{') return []
    const fault = curlyObject.test(value) ? curly : slipIn(value)
    return fault ? [{ kind: 'json', range, ...fault }] : []
  })
}

type Fault = Pick<Problem, 'message' | 'help'>

const curly: Fault = {
  message: 'the quotes of this object are typographic, and JSON has none such',
  help: 'write straight ones',
}

/** A quote or a closer that is missing; whatever else is no JSON may be another notation, or says what belongs there. */
function slipIn(value: string): Fault | undefined {
  if (!object.test(value)) return undefined
  const { error } = readSample({ value, offset: (at) => at }, 'json')
  if (!error) return undefined
  const { cause, found = '', message } = error
  const isSlip =
    /^unclosed (?:brace|bracket)$/.test(cause) ||
    (cause === 'unescaped quote' && /^\w/.test(found)) ||
    (cause === 'missing colon' && /^\{\s*"\w+:[[{"]/.test(value))
  return isSlip ? { message, help: error.help } : undefined
}
