import type { Document, Endpoint } from '../../../types.ts'
import type { EndpointIndex, PathFault } from '../../types/endpoints.ts'
import { headOf, splitSegments } from '../paths.ts'

/** A page whose calls begin in more ways than these has no way of its own. */
const most = 3

/**
 * `PUT /v4/hooks/web`, where others of the page's calls begin with `/events`, nobody documents it as it stands, and
 * somebody does with that in front. Only calls that no section of the page documents: the others are held against that.
 */
export function cutCalls(index: EndpointIndex, document: Document): PathFault[] {
  const calls = index.strayCalls(document).filter(({ method, path }) => method !== undefined && path.startsWith('/'))
  const heads = new Set(calls.map(({ path }) => headOf(path)).filter((it) => /^[a-z][a-z-]*$/.test(it)))
  if (calls.length < 2 || heads.size > most) return []
  return calls.flatMap((endpoint): PathFault[] => {
    const others = [...heads].filter((it) => it !== headOf(endpoint.path))
    if (others.length === 0 || index.matching(endpoint).length > 0) return []
    const head = others.find((it) => isDocumented(index, endpoint, it))
    return head === undefined ? [] : [{ endpoint, kind: 'cut', part: endpoint.path, instead: `/${head}` }]
  })
}

/** Two words at least must be the same ones: what is a parameter there may be anything. */
function isDocumented(index: EndpointIndex, call: Endpoint, head: string): boolean {
  const path = `/${head}${call.path}`
  const parts = splitSegments(path)
  return index.matching({ ...call, path }).some(({ definition, base }) => {
    const same = splitSegments(definition.path).filter((it, at) => it !== '' && it === parts[at])
    return base === '' && definition.method === call.method && same.includes(head) && same.length > 2
  })
}
