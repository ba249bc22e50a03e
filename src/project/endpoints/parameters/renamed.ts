import { isBodiless } from '../../../facts/methods.ts'
import { wordsIn } from '../../../facts/own-words.ts'
import { onlyOne } from '../../../grouped.ts'
import { lineAt, literally, squash, wordsOf } from '../../../text.ts'
import type { Documented, DocumentedPath } from '../../types/parameters.ts'
import { textOf } from '../groups.ts'
import { splitSegments } from '../paths.ts'

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

function isOfQuery({ name, saysPath, isOptional }: Documented, section: DocumentedPath): boolean {
  return !saysPath && (isOptional || isAsked(name, section))
}

function isAsked(name: string, { group }: DocumentedPath): boolean {
  return new RegExp(`[?&]${literally(name)}=`).test(textOf(group))
}

/**
 * `id`, "Kiln id", which is all that `GET /kilns/:number` takes besides what stands in its query: a call without a body has nowhere
 * else to put it, and the row says of what it is the id.
 */
export function onlyRow(section: DocumentedPath): Documented | undefined {
  const { group, inPath, documented } = section
  const first = onlyOne([...new Map(inPath.map((it) => [it.name.toLowerCase(), it])).values()])
  const row = onlyOne([...new Set(documented.values())].filter(({ name }) => !isAsked(name, section)))
  if (!first || !row || row.isOptional || !group.definitions.every(({ method }) => isBodiless(method))) return undefined
  const { endpoint, name } = first
  const parts = splitSegments(endpoint.path)
  const noun = wordsIn(parts[parts.findIndex((it) => it.includes(name)) - 1] ?? '').at(-1)
  const words = wordsIn(lineAt(group.document.text, row.range[0]).slice(row.name.length))
  const isOfIt = noun !== undefined && words.length <= mostWords && isIdOf(noun, words)
  return isOfIt && !textOf(group).includes(`\`${name}\``) ? row : undefined
}

/** "Pot id", "the ID of the pot". */
function isIdOf(noun: string, words: readonly string[]): boolean {
  return words.some((it, at) => {
    const isOf = words[at + 1] === 'of' || words[at + 1] === 'for'
    return ids.has(it) && (words[at - 1] === noun || (isOf && words.slice(at + 2, at + 4).includes(noun)))
  })
}

const ids: ReadonlySet<string> = new Set(['id', 'identifier', 'uuid', 'guid', 'slug', 'uri'])
/** What is said in more words may speak of other things. */
const mostWords = 12

/** `source_address` and `address`. */
function shareWord(one: string, other: string): boolean {
  const words = wordsOf(other)
  return wordsOf(one).some((it) => words.includes(it))
}
