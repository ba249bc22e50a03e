import { onlyOne } from '../../../grouped.ts'
import { literally, squash, wordsOf } from '../../../text.ts'
import type { Documented, DocumentedPath } from '../../types/parameters.ts'
import { textOf } from '../groups.ts'

/** What a section documents, and no path of it has: a slip of one that a path has may be among them. */
export function notInPath({ inPath, documented }: DocumentedPath): string[] {
  const names = new Set(inPath.map(({ name }) => name.toLowerCase()))
  return [...documented.keys()].filter((it) => !names.has(it) && !/\d/.test(it))
}

/** How many letters may be wrong in a name: short ones differ by less, and with a number they are counted. */
export function slips(name: string): number {
  return name.length < 5 || /\d/.test(name) ? 0 : name.length < 12 ? 1 : 2
}

/**
 * The parameters of the path that the section does not document, and under which names it does: those that it documents for the path, and
 * that the path has not. Of a "URI", they may be the query's.
 */
export function remainder(section: DocumentedPath): (name: string) => Documented | undefined {
  const { inPath, documented } = section
  const names = [...new Set(inPath.map(({ name }) => name.toLowerCase()))]
  const listed = [...new Set([...documented.values()].filter((it) => it.inPath))]
  const left = names.filter((it) => !listed.some(({ name }) => squash(name) === squash(it)))
  const others = listed.filter(({ name }) => !names.some((it) => squash(it) === squash(name)))
  if (left.length !== others.length || others.some((it) => isOfQuery(it, section))) return () => undefined
  const only = names.length === 1 ? onlyOne(others) : undefined
  if (!only && others.some(({ name, saysPath }, at) => !saysPath && !shareWord(name, left[at] ?? '')))
    return () => undefined
  return (name) => others[left.indexOf(name)]
}

function isOfQuery({ name, saysPath, isOptional }: Documented, { group }: DocumentedPath): boolean {
  return !saysPath && (isOptional || new RegExp(`[?&]${literally(name)}=`).test(textOf(group)))
}

/** `source_address` and `address`. */
function shareWord(one: string, other: string): boolean {
  const words = wordsOf(other)
  return wordsOf(one).some((it) => words.includes(it))
}
