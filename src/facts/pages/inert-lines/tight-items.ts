import type { InertLine } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'

const tight = /(?<=^|\n)[ \t]{0,3}1\.(?=`[^`\n]{1,80}`)/

/** ``1.`glaze` ``: a list's number has a blank behind it. */
export function tightItems(syntax: Syntax): InertLine[] {
  if (!syntax.text.includes('1.`')) return []
  return syntax.all('paragraph').flatMap(({ range: [start, end] }): InertLine[] => {
    const source = syntax.text.slice(start, end)
    const found = tight.exec(source)
    if (!found) return []
    const at = start + found.index
    const line = source.slice(found.index).split(/\r?\n/, 1)[0] ?? ''
    return [{ in: 'item', range: [at, at + line.length] }]
  })
}
