import { grouped } from '../../../grouped.ts'
import type { Document, Endpoint } from '../../../types.ts'
import type { PathFault } from '../../types/endpoints.ts'
import { splitSegments } from '../paths.ts'

/** So many other URLs of the page that go on behind the word as this one does show that it stands there once. */
const enough = 3

/** `https://kiln.test/api/api/v1/lids`, where the page's other URLs of this host begin with `/api/v1`. */
export function doubledWords({ facts }: Document): PathFault[] {
  const doubled = facts.endpoints.filter(({ host, path }) => host !== undefined && twice.test(path))
  if (doubled.length === 0) return []
  const byHost = grouped(facts.endpoints, ({ host }) => host)
  return doubled.flatMap((endpoint): PathFault[] => {
    const [start = '', part = '', next = ''] = (twice.exec(endpoint.path) ?? []).slice(1)
    const others = (byHost.get(endpoint.host) ?? []).filter(({ path }) => path !== endpoint.path)
    if (others.some((it) => hasTwice(it, part))) return []
    const meant = others.filter(({ path }) => `${path}/`.startsWith(`${start}/${part}/${next}/`))
    const [witness] = meant
    return witness && meant.length >= enough ? [{ endpoint, kind: 'stray', part, instead: witness.path }] : []
  })
}

/** A word of a path twice in a row, what stands before it, and what behind. */
const twice = /^(.*?)\/([A-Za-z][\w-]*)\/\2\/([^/]+)/

function hasTwice({ path }: Endpoint, word: string): boolean {
  const parts = splitSegments(path)
  return parts.some((it, at) => it === word && parts[at + 1] === word)
}
