import type { Document, Endpoint } from '../../../types.ts'
import { isConcrete, splitSegments } from '../paths.ts'

/** All paths that a page writes, each place once: the one in a heading may be that of several methods. */
export function mentionsIn({ facts }: Document): Endpoint[] {
  const places = new Map<number, Endpoint>()
  for (const it of [...facts.endpoints, ...facts.namedPaths])
    if (it.form !== 'name' && !places.has(it.pathRange[0])) places.set(it.pathRange[0], it)
  return [...places.values()]
}

/** A parameter of a path, by its name and its marks. */
export const parameter = /^(?::|\{\{?|<)([A-Za-z][\w-]*)(?:\}\}?|>)?$/

/** What a parameter is called, and what stands for it, makes no other path. */
export function shaped(path: string): string {
  const parts = splitSegments(path.replace(/\/$/, ''))
  return parts.map((it) => (parameter.test(it) || isConcrete(it) ? '{}' : it)).join('/')
}
