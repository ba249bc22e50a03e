import type { Problem } from '../../types.ts'
import type { Syntax } from '../syntax.ts'

/** `` `(string: <required>)` ``: code that says a type and what stands for the value. */
const defined = /^\([a-z]{3,20}: [^\\]{1,80}\)$/

/** `` `(string: <required>")` ``: a quote that another form of the line has left behind. */
export function oddQuotes(syntax: Syntax): Problem[] {
  const types = syntax.all('inlineCode').filter(({ node: { value } }) => value.startsWith('('))
  return types.flatMap(({ node: { value }, range }): Problem[] => {
    if (!defined.test(value) || value.split('"').length % 2 === 1) return []
    const at = syntax.text.lastIndexOf('"', range[1])
    const message = `this quote of "${value}" has no other one`
    return [{ kind: 'type', range: [at, at + 1], message, help: 'write the other one, or delete it' }]
  })
}
