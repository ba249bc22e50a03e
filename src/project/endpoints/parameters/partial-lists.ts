import { getOrAdd } from '../../../grouped.ts'
import type { DocumentedPath } from '../../types/parameters.ts'
import { splitSegments } from '../paths.ts'

/**
 * The last parameter of a path whose others are listed as such: what many paths begin with may be told elsewhere, but not how one ends.
 */
export function onlyMissing({ inPath, documented }: DocumentedPath): string | undefined {
  const names = [...new Set(inPath.map(({ name }) => name))]
  const last = names.at(-1)
  const isListed = (name: string) => documented.get(name.toLowerCase())?.inPath === true
  return names.length > 1 && names.slice(0, -1).every(isListed) ? last : undefined
}

/** What stands up to a parameter → how many lists of a page have that parameter, and how many have others of their path only. */
type Beginnings = Map<string, { listed: number; missing: number }>

/**
 * `{shed}/{pot}` with a list of `pot` alone, where each other list of the page whose path begins so has `shed`, too: nothing of a path is
 * told elsewhere here.
 */
export function partialLists(sections: readonly DocumentedPath[]): (section: DocumentedPath, name: string) => boolean {
  const counts: Beginnings = new Map()
  for (const it of sections)
    if (isListing(it))
      for (const beginning of beginningsOf(it)) {
        const count = getOrAdd(counts, beginning.text, () => ({ listed: 0, missing: 0 }))
        count[it.documented.has(beginning.name.toLowerCase()) ? 'listed' : 'missing']++
      }
  return (section, name) =>
    isListing(section) &&
    beginningsOf(section).some((it) => {
      const count = it.name === name ? counts.get(it.text) : undefined
      return count !== undefined && count.missing === 1 && count.listed > 1
    })
}

/**
 * Where one section of a page forgot what another one documents of the same path, the others whose paths begin so forgot it as well, if
 * no fewer have it.
 */
export function forgottenBeside(
  sections: readonly DocumentedPath[],
  isForgotten: (section: DocumentedPath, name: string) => boolean,
): (section: DocumentedPath, name: string) => boolean {
  const listing = sections.filter(({ documented }) => documented.size > 0)
  const counts: Beginnings = new Map()
  const told = new Set<string>()
  for (const it of listing)
    for (const { name, text } of beginningsOf(it)) {
      const isListed = it.documented.has(name.toLowerCase())
      getOrAdd(counts, text, () => ({ listed: 0, missing: 0 }))[isListed ? 'listed' : 'missing']++
      if (!isListed && isForgotten(it, name)) told.add(text)
    }
  return (section, name) =>
    beginningsOf(section).some((it) => {
      const count = it.name === name && told.has(it.text) ? counts.get(it.text) : undefined
      return count !== undefined && count.listed >= count.missing
    })
}

function isListing({ inPath, documented }: DocumentedPath): boolean {
  return inPath.some(({ name }) => documented.has(name.toLowerCase()))
}

function beginningsOf({ inPath }: DocumentedPath): { name: string; text: string }[] {
  const found = inPath.flatMap(({ endpoint, name }) => {
    const parts = splitSegments(endpoint.path)
    const at = parts.findIndex((it) => it.replace(/^[^\w]+|[^\w]+$/g, '') === name && it !== name)
    return at < 0 ? [] : [{ name, text: parts.slice(0, at + 1).join('/') }]
  })
  return [...new Map(found.map((it) => [it.text, it])).values()]
}
