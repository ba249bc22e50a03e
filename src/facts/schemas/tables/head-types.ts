import { unescapeHtml } from '../../../parse/entities.ts'
import { isPlainType, readType } from '../types.ts'

/** `**String** <br> What it is`: a word in bold, and nothing else of a sentence. */
const inBold = /^[|\s]{0,9}(?:\*\*|__)([^*_\n]{1,60})(?:\*\*|__)[:.,]?\s{0,9}(?:<br|[-–—|]|$)/

/** `Boolean, whether it is fired`. */
const inWords = /^[|\s]{0,9}([A-Za-z][\w [\]<>]{1,30})[:.,]\s/

/** The types that the descriptions of a table begin with, where four in five do and most are known; '' for a cell without. */
export function headTypes(descriptions: readonly string[]): string[] | undefined {
  if (descriptions.length < 2) return undefined
  return typesBy(inBold, descriptions, 2) ?? typesBy(inWords, descriptions, 1)
}

/** `unknown`: of so many heads one may be a type of the page's own. */
function typesBy(head: RegExp, descriptions: readonly string[], unknown: number): string[] | undefined {
  const heads = descriptions.map((it) => unescapeHtml(head.exec(it)?.[1] ?? '').replaceAll('\\', ''))
  const found = heads.filter((it) => it !== '')
  const known = found.filter((it) => readType(it).kinds)
  const are = found.length * 5 >= descriptions.length * 4 && known.length * unknown >= found.length
  return are && known.some((it) => isPlainType.test(it)) ? heads : undefined
}
