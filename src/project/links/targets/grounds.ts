import { getOrAdd } from '../../../grouped.ts'
import type { Document } from '../../../types.ts'
import { later, once, onceEach } from '../../once.ts'
import type { Project } from '../../types/project.ts'
import type { Lookup, ServedSite } from '../../types/targets.ts'
import { indexTitles } from '../wikis.ts'
import { contentFolder } from './contents.ts'
import { copyFinder } from './copies.ts'
import { isInHtml, lookups } from './lookups.ts'
import { inferMount } from './mounts.ts'
import { indexNames, indexNumbered, indexRoutes } from './names.ts'
import { indexNear } from './near.ts'
import { readUrl } from './reference.ts'
import { isWhole, repositoryFinder } from './repositories.ts'
import type { Asking, Grounds, PathReference, Search } from './types.ts'

/** What looking for targets needs to know of a project, each answer remembered. */
export function indexGrounds(project: Project, served: Grounds['served']): Grounds {
  const folded = once(() => new Map(project.files.paths.map((it) => [it.toLowerCase(), it])))
  const titled = later(() => indexTitles(project.files))
  const repositoryOf = repositoryFinder(project.files)
  // Pages of a site share most of what they link to.
  const references = onceEach(readUrl)
  const grounds: Grounds = {
    project,
    served,
    repository: (path) => (served(path).site.generator === 'none' ? repositoryOf(path) : ''),
    apiHosts: once(() => apiHosts(project)),
    copyOf: copyFinder(project.files),
    isWhole: once(() => isWhole(project.files)),
    names: once(() => indexNames(project)),
    routes: once(() => indexRoutes(project)),
    numbered: once(() => indexNumbered(project)),
    referenceOf: ({ url }) => references(url),
    folded: (path, anyCase) => (anyCase ? folded().get(path.toLowerCase()) : titled(path)),
    near: indexNear(project, served),
    search: searcher(() => grounds),
    mount: onceEach((site) => inferMount(grounds, site)),
  }
  return grounds
}

function apiHosts({ documents }: Project): Set<string> {
  const found = new Set<string>()
  for (const { facts } of documents.values())
    for (const { host } of facts.endpoints) if (host !== undefined) found.add(host.toLowerCase())
  return found
}

/** Links with the same question have one answer: of a site from its root, and else of a document. */
function searcher(grounds: () => Grounds): Grounds['search'] {
  const answers = new Map<ServedSite | Document, Map<string, Search>>()
  return (document, link, reference) => {
    const { served, repository } = grounds()
    const isRooted = reference.path.startsWith('/') && (link.kind === 'image' || !ownWays.has(link.kind))
    const asker = isRooted ? served(document.path) : document
    const own = getOrAdd(answers, asker, () => new Map())
    const question = isRooted
      ? `${repository(document.path)} ${contentFolder(served(document.path), document.path) ?? ''} ${rootedQuestion(reference)}`
      : ownQuestion(document, link, reference)
    return getOrAdd(own, question, () => search(lookups(grounds(), document, link, reference)))
  }
}

/** Looks until something is found. */
function search(all: Iterable<Lookup>): Search {
  let first: Lookup | undefined
  for (const it of all) {
    if (it.found) return { found: it.found }
    first ??= it
  }
  return { first }
}

function rootedQuestion({ path, host }: PathReference): string {
  return host === undefined ? path : `host ${path}`
}

/** What is looked for in ways of its own, or in place of which something else may be. */
const ownWays: ReadonlySet<Asking['kind']> = new Set(['shortcode', 'navigation', 'image', 'figure'])

function ownQuestion(document: Document, link: Asking, { path, host }: PathReference): string {
  const { kind } = link
  const how = ownWays.has(kind) ? kind : ''
  return `${isInHtml(document, link) ? '<' : ''}${how} ${host === undefined ? '' : '//'} ${path}`
}
