import type { Endpoint } from '../../../types.ts'
import type { PathFault } from '../../types/endpoints.ts'
import { splitSegments } from '../paths.ts'

/** A page with more such paths calls all parameters so, and means the resource in front of each. */
const most = 3

/** `{id}` and `{name}` are whatever the word in front says they are, and so is all between angles; for `:id`, a router has one place. */
const parameter = /^(?::[A-Za-z]\w*|\{(?!(?:id|name)\})[A-Za-z]\w*\})$/i

/** `/jars/:id/lids/:id`: two parameters of one name, which nobody can tell apart. Each path is told once. */
export function twins(definitions: readonly Endpoint[]): PathFault[] {
  const seen = new Set<string>()
  const found = definitions.flatMap((endpoint): PathFault[] => {
    const { path } = endpoint
    if (!/[:{]/.test(path) || seen.has(path)) return []
    seen.add(path)
    const parts = splitSegments(path)
    const at = parts.findIndex(
      (it, index) => parameter.test(it) && parts.indexOf(it) < index - 1 && !parameter.test(parts[index - 1] ?? ''),
    )
    return at < 0 ? [] : [{ endpoint, kind: 'twin', part: parts.slice(at - 1, at + 1).join('/'), instead: parts[at] }]
  })
  return found.length > most ? [] : found
}
