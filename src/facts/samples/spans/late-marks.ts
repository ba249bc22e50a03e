import type { Problem } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'

const sentenceEnd = /^([^\s.][^\s`]*) ([a-z]{2,20}\.)$/

/** `` `kilns.read scope.` `` where the page has `` `kilns.read` scope ``, too: the mark ends the sentence, and was to end the code. */
export function lateMarks(syntax: Syntax): Problem[] {
  const { text } = syntax
  const spans = syntax.all('inlineCode')
  const late = spans.filter(
    ({ node, range: [, end] }) => sentenceEnd.test(node.value) && /^\s?$/.test(text.charAt(end)),
  )
  if (late.length === 0) return []
  const said = new Set(
    spans.flatMap(({ node, range: [, end] }) => {
      const word = /^ [a-z]{2,20}/.exec(text.slice(end, end + 22))?.[0]
      return word === undefined ? [] : [node.value + word]
    }),
  )
  return late.flatMap(({ node, range: [, end] }): Problem[] => {
    if (!said.has(node.value.slice(0, -1))) return []
    const [, code = '', word = ''] = sentenceEnd.exec(node.value) ?? []
    const message = `"${word}" is inside the code, and belongs behind it`
    return [{ kind: 'code', range: [end - 1, end], message, help: `write "\`${code}\` ${word}"` }]
  })
}
