import { counted } from '../../../grouped.ts'
import type { Endpoint } from '../../../types.ts'
import type { PathFault } from '../../types/endpoints.ts'
import { headOf } from '../paths.ts'

/**
 * `items/:id` where the page's other sections have `/items/:id`. A page that writes most of its paths so has a habit; behind a
 * host there is a slash always.
 */
export function rootless(definitions: readonly Endpoint[], text: string): PathFault[] {
  const bare = definitions.filter(
    ({ path, host, range }) =>
      host === undefined && /^[a-z][\w.-]*\//i.test(path) && !followsSlash.test(text.slice(...range)),
  )
  if (bare.length === 0) return []
  const others = definitions.filter(({ host }) => host === undefined)
  if (bare.length * 2 > others.length) return []
  const paths = new Set(others.map(({ path }) => path))
  const heads = counted(others.flatMap(({ path }) => (path.startsWith('/') ? headOf(path) : [])))
  const isRootless = (path: string) =>
    paths.has(`/${path}`) || (heads.get(path.split('/', 1)[0] ?? '') ?? 0) >= fewestAlike
  return bare.flatMap((endpoint) => {
    const { path } = endpoint
    return isRootless(path) ? [{ endpoint, kind: 'rootless', part: path, instead: `/${path}` }] : []
  })
}

/** So many paths that begin with a word and have their slash show that it is none of what stands in front of all. */
const fewestAlike = 3

/** `host="https://api.example.com/" path="items"`: the attribute before the path has its slash. */
const followsSlash = /="https?:[^"\s]{1,200}\/"/
