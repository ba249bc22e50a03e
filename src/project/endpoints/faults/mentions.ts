import type { Document, Endpoint } from '../../../types.ts'

/** The paths of a page, which several questions go through. */
export type Mentions = (document: Document) => readonly Endpoint[]

/** All paths that a page writes, each place once: the one in a heading may be that of several methods. */
export function mentionsIn({ facts }: Document): Endpoint[] {
  const places = new Map<number, Endpoint>()
  for (const it of [...facts.endpoints, ...facts.namedPaths])
    if (it.form !== 'name' && !places.has(it.pathRange[0])) places.set(it.pathRange[0], it)
  return [...places.values()]
}
