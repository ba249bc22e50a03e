import { incrementIn } from '../../../grouped.ts'
import type { Endpoint } from '../../../types.ts'
import type { PathFault } from '../../types/endpoints.ts'
import { splitSegments } from '../paths.ts'

/** Fewer other paths show no habit. */
const least = 3

/**
 * `POST /shop/x/v2/items` on a page that has `GET /shop/v2/items`, and whose other paths all go on from `/shop` to `/v2`: what
 * stands in between is left over from an edit.
 */
export function pathStrays(definitions: readonly Endpoint[]): PathFault[] {
  if (definitions.length <= least) return []
  const known = new Set(definitions.map(({ path }) => path))
  const steps = stepsOf(known)
  return definitions.flatMap((endpoint) => {
    const parts = splitSegments(endpoint.path)
    const at = parts.findIndex(
      (part, it) => it > 0 && isStray(steps.get(parts.slice(0, it).join('/')), part, parts[it + 1]),
    )
    const instead = parts.filter((_, it) => it !== at).join('/')
    return at > 0 && known.has(instead) ? [{ endpoint, kind: 'stray' as const, part: parts[at] ?? '', instead }] : []
  })
}

/** With what the paths go on, and how many of them, from each place that they come to. */
function stepsOf(paths: ReadonlySet<string>): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const steps = new Map<string, Map<string, number>>()
  for (const path of paths) {
    const parts = splitSegments(path)
    for (const [at, part] of parts.entries()) incrementIn(steps, parts.slice(0, at).join('/'), part)
  }
  return steps
}

/** Whether one path goes by this word, and all others straight on to the version behind it: nothing else is so sure to stay in its place. */
function isStray(next: ReadonlyMap<string, number> | undefined, part: string, behind: string | undefined): boolean {
  return (
    next?.size === 2 &&
    next.get(part) === 1 &&
    behind !== undefined &&
    /^v\d/.test(behind) &&
    (next.get(behind) ?? 0) >= least &&
    /^[A-Za-z][\w-]*$/.test(part)
  )
}
