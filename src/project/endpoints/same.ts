import type { Endpoint } from '../../types.ts'
import type { EndpointIndex, Named } from '../types/endpoints.ts'
import type { Segment } from '../types/groups.ts'
import { anyReading, suffixOffset } from './covering.ts'
import { indexPaths, patience } from './path-index.ts'

type WithPath = Pick<Named, 'path'>

/** Whether a row means what a section documents: one of the two may leave out the base. */
export function same(index: EndpointIndex, row: Named, definition: Named): boolean {
  return agree(row, definition) && samePath(index, row, definition)
}

/** Whether two say one method, or one of them says none. */
export function agree({ method }: Named, other: Named): boolean {
  return method === undefined || other.method === undefined || method === other.method
}

/** Whether a call goes by the method of a definition: HEAD asks for what GET gives, and LIST may be written as a query. */
export function sameMethod(definition: Endpoint, sample: Endpoint): boolean {
  if (agree(definition, sample) || (definition.method === 'GET' && sample.method === 'HEAD')) return true
  return definition.method === 'LIST' && sample.method === 'GET' && /\blist=true\b/.test(sample.query ?? '')
}

/** The same, whatever their methods are. */
export function samePath(index: EndpointIndex, row: WithPath, definition: WithPath): boolean {
  return anyReading(index.path(definition), index.path(row), (own, it) => suffixOffset(own, it) !== undefined)
}

/** Whether any of `all` is the same as one: a table and its page may have a thousand endpoints each. */
export function among<T extends Named, U extends Named>(
  index: EndpointIndex,
  all: readonly T[],
  isSame: (it: T, one: U) => boolean,
): (one: U) => boolean {
  const candidates = nearby(index, all)
  return (one) => candidates(one).some((it) => isSame(it, one))
}

/** One of each method and path: a page may repeat an endpoint ten thousand times, and each time would ask for all of them. */
export function distinct<T extends Named>(all: readonly T[]): T[] {
  return [...new Map(all.map((it) => [`${it.method} ${it.path}`, it])).values()]
}

/** Those of `all` that have about the path of one, some of them twice. */
export function nearby<T extends WithPath>(index: EndpointIndex, all: readonly T[]): (one: WithPath) => T[] {
  const paths = all.flatMap((it) => index.path(it).variants.map((segments) => ({ it, segments })))
  const alike = indexPaths(paths)
  // The index knows neither the root nor an open end.
  const odd = paths.filter(({ segments }) => segments.length === 0 || segments.some(isOpen)).slice(0, patience)
  return (one) => {
    const own = index.path(one).variants
    const near = own.some((it) => it.some(isOpen)) ? paths.slice(0, patience) : own.flatMap(alike)
    return [...near, ...odd].map(({ it }) => it)
  }
}

function isOpen({ kind }: Segment): boolean {
  return kind === 'rest'
}
