import type { DocumentedPath } from '../../types/parameters.ts'

/**
 * The last parameter of a path whose others are listed as such: what many paths begin with may be told elsewhere, but not how one ends.
 */
export function onlyMissing({ inPath, documented }: DocumentedPath): string | undefined {
  const names = [...new Set(inPath.map(({ name }) => name))]
  const last = names.at(-1)
  const isListed = (name: string) => documented.get(name.toLowerCase())?.inPath === true
  return names.length > 1 && names.slice(0, -1).every(isListed) ? last : undefined
}
