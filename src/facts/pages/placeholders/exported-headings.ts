import type { Placeholder } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'

/** `{ "type": "basic", "title": "Lids" }`: how ReadMe exports a heading. On the same page, one may have its title only. */
const typed = /^\s*\{\s*"type":\s*"basic",\s*"title":\s*"([^"\n]{1,120})"\s*\}\s*$/
const untyped = /^\s*\{\s*"title":\s*"([^"\n]{1,120})"\s*\}\s*$/

/** Headings that a converter took for code. */
export function exportedHeadings(syntax: Syntax): Placeholder[] {
  if (!syntax.text.includes('"basic"')) return []
  const codes = syntax.all('code')
  if (!codes.some(({ node }) => typed.test(node.value))) return []
  return codes.flatMap(({ node, range }): Placeholder[] => {
    const title = (typed.exec(node.value) ?? (node.lang ? null : untyped.exec(node.value)))?.[1]
    return title === undefined ? [] : [{ range, title }]
  })
}
