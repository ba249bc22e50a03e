import { getOrAdd, grouped } from '../../../grouped.ts'
import type { Document, Endpoint } from '../../../types.ts'
import { sortedDocuments } from '../../documents.ts'
import { once } from '../../once.ts'
import type { PathFault } from '../../types/endpoints.ts'
import type { Project } from '../../types/project.ts'
import { ofPublic } from '../hosts/index.ts'
import { shape } from '../paths.ts'

/** What a server may put in front of all of its paths, and what is no resource of any API. */
const mount = /^\/(?:api|rest)(?=\/[a-z])/i
/** One endpoint alone may stand in two places. */
const least = 2

interface Call {
  endpoint: Endpoint
  document: Document
  /** Method and path, without what is in front. */
  key: string
  isMounted: boolean
  /** `/api`. */
  front: string
}

/**
 * `https://clay.test/api/pots/fire` on one page, and `https://clay.test/pots/fire` on the others: no page calls that host in both ways,
 * and what both ways have in common sends something, so that neither is a page of the site. The lesser side is told.
 */
export function indexMounts(project: Project): (document: Document) => PathFault[] {
  const found = once(() => grouped([...byHost(project).values()].flatMap(lesserSide), ({ document }) => document))
  return (document) => (found().get(document) ?? []).map(faultOf)
}

function faultOf({ endpoint, isMounted, front }: Call): PathFault {
  return isMounted
    ? { endpoint, kind: 'mounted', part: front, instead: endpoint.path.slice(front.length) }
    : { endpoint, kind: 'unmounted', part: endpoint.path, instead: front }
}

function byHost(project: Project): Map<string, Call[]> {
  const found = new Map<string, Call[]>()
  for (const document of sortedDocuments(project)) {
    if (document.facts.spec) continue
    for (const endpoint of document.facts.endpoints) {
      const { host = '', method, path, role } = endpoint
      if (method === undefined || role === 'mention' || !ofPublic.test(host)) continue
      const key = `${method} ${shape(path.replace(mount, ''))}`
      getOrAdd(found, host.toLowerCase(), () => []).push({
        endpoint,
        document,
        key,
        isMounted: mount.test(path),
        front: mount.exec(path)?.[0] ?? '',
      })
    }
  }
  return found
}

/** The calls of one side that the other one has, too, where no page has both sides. */
function lesserSide(calls: readonly Call[]): Call[] {
  const mounted = calls.filter((it) => it.isMounted)
  const bare = calls.filter((it) => !it.isMounted)
  if (mounted.length === 0 || bare.length === 0) return []
  const pages = new Set(mounted.map(({ document }) => document))
  if (bare.some(({ document }) => pages.has(document))) return []
  const [lesser, others] = mounted.length < bare.length ? [mounted, bare] : [bare, mounted]
  const known = new Set(others.map(({ key }) => key))
  const shared = [...new Map(lesser.filter(({ key }) => known.has(key)).map((it) => [it.key, it])).values()]
  const sends = shared.some(({ key }) => !key.startsWith('GET '))
  const front = mounted[0]?.front ?? ''
  return lesser.length < others.length && shared.length >= least && sends ? shared.map((it) => ({ ...it, front })) : []
}
