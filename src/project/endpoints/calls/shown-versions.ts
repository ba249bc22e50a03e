import { getOrAdd } from '../../../grouped.ts'
import type { Document, Endpoint, Range } from '../../../types.ts'
import type { LinkInBody, ShownLink } from '../../types/calls.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import { isVersion, splitSegments } from '../paths.ts'
import { same } from '../same.ts'

/** Endpoints of one version: one alone may be shown in another as well. */
const fewest = 2

/**
 * `"location": "https://api.clay.test/v4/pots/7"` on a page all of whose endpoints are of v4.1, `/v4.1/pots/{id}` among them: the body was
 * copied from the page of the other version.
 */
export function versionsInBodies(index: EndpointIndex, document: Document, links: readonly LinkInBody[]): ShownLink[] {
  if (links.length === 0) return []
  const definitions = index.groups(document).flatMap((it) => it.definitions)
  const [meant, ...others] = new Set(definitions.map(versionOf))
  if (meant === undefined || others.length > 0 || new Set(definitions.map(({ path }) => path)).size < fewest) return []
  const found = new Map<Endpoint, ShownLink & { at: Range[] }>()
  for (const { path, range } of links) {
    const parts = path.split('/')
    const at = parts.findIndex(isVersion)
    const shown = parts[at]
    if (shown === undefined || shown === meant) continue
    const definition = definitions.find((it) => same(index, { path: parts.with(at, meant).join('/') }, it))
    if (!definition) continue
    const link = getOrAdd(found, definition, () => ({ path, at: [], shown, meant, definition, document }))
    const start = range[0] + parts.slice(0, at).join('/').length + 1
    link.at.push([start, start + shown.length])
  }
  return [...found.values()]
}

function versionOf({ path }: Endpoint): string | undefined {
  return splitSegments(path).find(isVersion)
}
