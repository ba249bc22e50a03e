import { rangeOf } from '../../parse/points.ts'
import type { Located } from '../syntax.ts'
import { methodNames, pathNames } from './request-line.ts'

const colon = '[*_]{0,2}[ \\t]*[:：][*_]{0,2}[ \\t]*`?'
const line = '(?:^|\\n)[ \\t>*_]{0,9}'
const codedMethod = new RegExp(
  `${line}\`(?:${methodNames})\`${colon}(?:get|post|put|patch|delete)\`?[ \\t]*(?:\\r?\\n|$)`,
  'i',
)
const codedPath = new RegExp(`${line}\`(?:${pathNames})\`${colon}[/{]`, 'i')
const coded = new RegExp(`(${line})\`(${methodNames}|${pathNames})\`(?=${colon})`, 'gi')

/**
 * `` `METHOD`: POST `` and `` `PATH`: /pots ``, in two lines or in two neighbouring bullets: there labels are in code as they would be in
 * bold, and lose those marks; offsets hold. One without the other is the name of an option, and what its value may be.
 */
export function withoutCodedLabels(source: string, it: Located, text: string): string {
  if (!source.startsWith('`')) return source
  const [isMethod, isPath] = [codedMethod.test(source), codedPath.test(source)]
  const isLabel = isMethod ? isPath || isBeside(it, codedPath, text) : isPath && isBeside(it, codedMethod, text)
  return isLabel ? source.replace(coded, '$1 $2 ') : source
}

/** The bullet above or below says the other half. */
function isBeside({ parent: item }: Located, other: RegExp, text: string): boolean {
  const list = item?.parent?.node
  if (item?.node.type !== 'listItem' || list?.type !== 'list') return false
  const at = list.children.indexOf(item.node)
  return [list.children[at - 1], list.children[at + 1]].some((it) => {
    const range = it?.children[0] && rangeOf(it.children[0])
    return range !== undefined && other.test(text.slice(...range))
  })
}
