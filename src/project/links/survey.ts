import { joinPath, splitPath } from '../../text.ts'
import type { Document, Link } from '../../types.ts'
import type { Project } from '../index.ts'
import type { Grounds, PathReference } from './lookups.ts'
import { firstOf, outOfSight } from './out-of-sight.ts'
import { referenceOf } from './reference.ts'
import type { ServedSite } from './served.ts'

/**
 * What the links of a site have in common. One that fails is broken; where most of a kind fail, it is rather the
 * model of the site that fails: pages that a plugin makes, another site on the same domain, files kept elsewhere.
 */
export interface Survey {
  /** Whether a domain is the document's own site: its config says so, or most URLs of that domain lead into it. */
  isOwn(document: Document, host: string): boolean
  /** Why nothing can be said about a link that leads nowhere. */
  cannotTell(document: Document, link: Pick<Link, 'kind'>, reference: PathReference): string | undefined
}

/** Distinct targets of one kind. */
interface Tally {
  resolved: Set<string>
  failed: Set<string>
}

/** Fewer prove nothing. */
const enough = 5

const download = /\.(?:pdf|zip|gz|tgz|7z|rar|docx?|xlsx?|pptx?|exe|dmg|jar|mp4|mov|webm|mp3)$/i

export function survey(project: Project, grounds: Grounds): Survey {
  const tallies = new Map<string, Tally>()
  const elsewhere = new Map<string, number>()
  const ids = new Map<ServedSite, number>()
  const idOf = (path: string) => {
    const home = grounds.served(path)
    const id = ids.get(home) ?? ids.size
    ids.set(home, id)
    return id
  }
  const keys = (document: Document, link: Pick<Link, 'kind'>, reference: PathReference) => {
    const id = idOf(document.path)
    const found = kinds(link, reference)
    if (leaves(grounds.served(document.path), document, reference)) found.push('links out of the site')
    return found.map((it) => `${id} ${it}`)
  }
  for (const document of project.documents.values()) {
    for (const link of document.facts.links) {
      const reference = referenceOf(link)
      if (reference.kind !== 'path' || link.kind === 'reference') continue
      const found = grounds.search(document, link, reference).found !== undefined
      for (const key of keys(document, link, reference)) count(tallies, key, reference.path, found)
      const first = reference.host === undefined || found ? undefined : firstOf(reference.path)
      if (first !== undefined) elsewhere.set(first, (elsewhere.get(first) ?? 0) + 1)
    }
  }
  const own = (id: number, host: string) => {
    const { resolved, failed } = tallies.get(`${id} host ${host}`) ?? none
    return resolved.size >= 2 * enough && resolved.size >= 4 * failed.size
  }
  return {
    isOwn(document, host) {
      const id = idOf(document.path)
      // A site may be served from a folder of its domain that its config does not name.
      const named = grounds.served(document.path).site.address.hosts.includes(host)
      return named ? !isDoubtful(tallies.get(`${id} host ${host}`)) : own(id, host)
    },
    cannotTell(document, link, reference) {
      const home = grounds.served(document.path)
      if (reference.host !== undefined && home.site.address.open) return 'a program makes redirects'
      const why = outOfSight({ project, home, elsewhere }, document, link, reference)
      if (why !== undefined) return why
      const doubtful = keys(document, link, reference).find((key) => isDoubtful(tallies.get(key)))
      return doubtful && `most ${doubtful.slice(doubtful.indexOf(' ') + 1)} lead nowhere that docs-lint knows`
    },
  }
}

const none: Tally = { resolved: new Set(), failed: new Set() }

/** The kinds that a link is of: how it is written, and what it asks for. */
function kinds({ kind }: Pick<Link, 'kind'>, { path, host }: PathReference): string[] {
  if (host !== undefined) return [`host ${host}`]
  if (kind === 'shortcode') return ['links by name']
  if (kind === 'image') return ['images']
  if (download.test(path)) return ['downloads']
  if (path.startsWith('/')) return ['links from the root', `links into ${path.split('/', 2).join('/')}`]
  return [
    /\.(?:md|mdx|markdown)$/.test(path)
      ? 'links to sources'
      : /\.html?$/.test(path)
        ? 'links to .html'
        : 'relative links',
  ]
}

function count(tallies: Map<string, Tally>, key: string, path: string, found: boolean): void {
  let tally = tallies.get(key)
  if (!tally) {
    tally = { resolved: new Set(), failed: new Set() }
    tallies.set(key, tally)
  }
  tally[found ? 'resolved' : 'failed'].add(path)
}

/** `../../other/index.html` from the first level of a site: to a neighbour on its domain. */
function leaves({ site }: ServedSite, { path }: Document, reference: PathReference): boolean {
  if (site.generator === 'none' || !reference.path.startsWith('../')) return false
  const content = site.contents.find(({ folder }) => folder === '' || path.startsWith(`${folder}/`))?.folder
  if (content === undefined) return false
  const file = joinPath(splitPath(path).folder, reference.path)
  return file === undefined || (content !== '' && !`${file}/`.startsWith(`${content}/`))
}

function isDoubtful(tally: Tally | undefined): boolean {
  return tally !== undefined && tally.failed.size >= enough && tally.failed.size > tally.resolved.size
}
