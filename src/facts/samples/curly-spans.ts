import type { Problem } from '../../types.ts'
import type { Syntax } from '../syntax.ts'

const mark = /\{\s{0,9}[“”„](?<=`\{\s{0,9}[“”„])/
const curlyObject = /^\{\s*[“”„][\w .-]{1,60}[“”]\s*:[^"]*\}$/

/** `` `{“name”:”jug”}` ``: a word processor made typographic quotes of all of them, and no reader of JSON knows these. */
export function curlySpans(syntax: Syntax): Problem[] {
  if (!mark.test(syntax.text)) return []
  return syntax.all('inlineCode').flatMap(({ node: { value }, range }): Problem[] => {
    if (!curlyObject.test(value)) return []
    const message = 'the quotes of this object are typographic, and JSON has none such'
    return [{ kind: 'json', range, message, help: 'write straight ones' }]
  })
}
