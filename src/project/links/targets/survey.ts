import { getOrAdd, increment } from '../../../grouped.ts'
import { isBelow, pathFrom } from '../../../paths.ts'
import { contentAround } from '../../../site/contents.ts'
import { isMarkdown } from '../../../site/urls.ts'
import type { Document } from '../../../types.ts'
import { onceEach } from '../../once.ts'
import type { Project } from '../../types/project.ts'
import type { ServedSite } from '../../types/targets.ts'
import { figuresOf, isFigure, whatFigureLacks } from './figures.ts'
import { isFromTop, isSlip } from './near.ts'
import { firstOf, outOfSight, whatAnswers } from './out-of-sight.ts'
import { areExplained, count, enough, isDoubtful, isHopeless, isMostlyFound, type Tally } from './tallies.ts'
import type { Asking, Grounds, PathReference, Search } from './types.ts'
import { indexVariants } from './variants.ts'

/**
 * What the links of a site have in common. One that fails is broken; where most of a kind fail, it is rather the
 * model of the site that fails: pages that a plugin makes, another site on the same domain, files kept elsewhere.
 */
export interface Survey {
  /** Whether a domain is the document's own site: its config says so, or most URLs of that domain lead into it. */
  isOwn(document: Document, host: string, path: string): boolean
  /** Why nothing can be said about a link that leads nowhere. */
  cannotTell(document: Document, link: Asking, reference: PathReference, place: string): string | undefined
}

/** A place that is not there: which of its headings are linked, and from where. */
interface Place {
  fragments: Set<string>
  pages: Set<string>
}

const download = /\.(?:pdf|zip|gz|tgz|7z|rar|docx?|xlsx?|pptx?|exe|dmg|jar|mp4|mov|webm|mp3)$/i

export function survey(grounds: Grounds): Survey {
  const { project } = grounds
  const tallies = new Map<ServedSite, Map<string, Tally>>()
  const elsewhere = new Map<string, number>()
  const places = new Map<string, Place>()
  const variants = indexVariants(project)
  const parts = onceEach(ownPart)
  const linesOf = onceEach(({ text }: Document) => new Set(text.split(/\r?\n/)))
  for (const document of project.documents.values()) {
    const own = getOrAdd(tallies, grounds.served(document.path), () => new Map())
    for (const link of document.facts.links) {
      const reference = grounds.referenceOf(link)
      if (reference.kind !== 'path' || link.kind === 'reference') continue
      const { found, first } = grounds.search(document, link, reference)
      for (const kind of counted(grounds, document, link, reference, found))
        count(own, kind, reference.path, !found && { document, isFromTop: isFromTop(project, reference) })
      if (found) continue
      countFolder(elsewhere, reference)
      variants.note(document, reference)
      if (first) notePlace(places, first.place, document, reference)
    }
  }
  return {
    isOwn(document, host, path) {
      const home = grounds.served(document.path)
      const tally = tallies.get(home)?.get(`host ${host}`)
      // A site may be served from a folder of its domain that its config does not name.
      return home.site.address.hosts.includes(host) ? !isDoubtful(tally) : parts(tally)(path)
    },
    cannotTell(document, link, reference, place) {
      const home = grounds.served(document.path)
      const answers = whatAnswers(home, grounds, reference)
      if (answers !== undefined) return answers
      if (isApplication(reference)) return 'a program with routes of its own stands there'
      if (leadsToNeighbour(home, document, reference)) return 'another book may stand beside this one'
      const around = { ...grounds, home, elsewhere, mount: grounds.mount(home), linesOf }
      const why = outOfSight(around, document, link, reference)
      if (why !== undefined || isSlip(around.near, document, link, reference)) return why
      if (variants.areMeant(document, reference)) return 'a program seems to make it, as others that have a variant'
      if (isKnownWell(home, places.get(place)) && !around.near(document, link.kind, reference.path))
        return 'a program seems to make it, so many of its headings are known'
      const own = tallies.get(home)
      if (isFigure(link, reference)) return whatFigureLacks(project, home, document.path, own)
      return whatFails(project, home, document, { link, reference }, own)
    },
  }
}

/** The kinds that a link tells something of: what somebody misspelt, or looked for in a wrong folder, is here, and says nothing of what is not. */
function counted(
  { near, served }: Grounds,
  document: Document,
  link: Asking,
  reference: PathReference,
  found: Search['found'],
): string[] {
  if (!found && isMarkdown(reference.path) && isSlip(near, document, link, reference)) return []
  return kinds(served(document.path), document, link, reference)
}

/** The kinds that a link is of: how it is written, what it asks for, and whether it leaves the site. */
function kinds(home: ServedSite, document: Document, link: Asking, reference: PathReference): string[] {
  if (isFigure(link, reference)) return [figuresOf(home, document.path)]
  const found = written(link, reference)
  if (leaves(home, document, reference)) found.push('links out of the site')
  return found
}

function written({ kind }: Asking, { path, host }: PathReference): string[] {
  if (host !== undefined) return [`host ${host}`]
  if (kind === 'shortcode') return ['links by name']
  if (kind === 'image') return ['images']
  if (download.test(path)) return ['downloads']
  if (path.startsWith('/')) return ['links from the root', `links into ${path.split('/', 2).join('/')}`]
  if (isMarkdown(path)) return ['links to sources']
  return [/\.html?$/.test(path) ? 'links to .html' : 'relative links']
}

function countFolder(elsewhere: Map<string, number>, { path, host }: PathReference): void {
  const first = host === undefined ? undefined : firstOf(path)
  if (first !== undefined) increment(elsewhere, first)
}

function notePlace(places: Map<string, Place>, place: string, { path }: Document, { fragment }: PathReference): void {
  if (fragment === '') return
  const known = getOrAdd(places, place, () => ({ fragments: new Set<string>(), pages: new Set<string>() }))
  known.fragments.add(fragment)
  known.pages.add(path)
}

/**
 * Who links to many headings of a page has seen it: one that is not there is made by a program. Where a generator says which pages there
 * are, one writer's word is not enough: pages are moved.
 */
function isKnownWell({ site }: ServedSite, place: Place | undefined): boolean {
  return (place?.fragments.size ?? 0) >= enough && (site.generator === 'none' || (place?.pages.size ?? 0) >= enough)
}

/** `../../other/index.html` from the first level of a site: to a neighbour on its domain. */
function leaves({ site }: ServedSite, { path }: Document, reference: PathReference): boolean {
  if (site.generator === 'none' || !reference.path.startsWith('../')) return false
  const content = contentAround(site, path)?.folder
  if (content === undefined) return false
  const file = pathFrom(path, reference.path)
  return file === undefined || !isBelow(`${file}/`, content)
}

/** `/api/#/pots/get_pots`: no page has such headings, but Swagger's user interface and others have such routes. */
function isApplication({ path, fragment }: PathReference): boolean {
  return path.endsWith('/') && /^\/\w/.test(fragment)
}

/** mdBook touches links to sources only: who writes out `.html` and leaves the book means what is published beside it. */
function leadsToNeighbour(home: ServedSite, document: Document, reference: PathReference): boolean {
  return home.site.generator === 'mdbook' && /\.html$/.test(reference.path) && leaves(home, document, reference)
}

/** Which kind of links leads nowhere; of those that a site's pages lead to each other by, three that all fail are enough. */
function whatFails(
  project: Project,
  home: ServedSite,
  document: Document,
  { link, reference }: { link: Asking; reference: PathReference },
  tallies: ReadonlyMap<string, Tally> | undefined,
): string | undefined {
  if (isOtherSite(project, home, tallies?.get('links from the root'), reference))
    return 'no link from the root leads anywhere'
  const own = kinds(home, document, link, reference)
  const isAstray = !isFromTop(project, reference)
  const fails = own.flatMap((kind) => {
    const tally = tallies?.get(kind)
    return tally === undefined || (isAstray && areExplained(tally)) ? [] : [{ kind, tally }]
  })
  const isOfPages = home.site.generator !== 'none' && link.kind !== 'navigation'
  if (isOfPages && fails.some(({ kind, tally }) => kind === 'relative links' && isHopeless(tally)))
    return 'no relative link of the site leads anywhere'
  const pathOf = (kind: string) => (kind === 'links to sources' ? document.path : undefined)
  const doubtful = fails.find(({ kind, tally }) => isDoubtful(tally, pathOf(kind)))
  return doubtful && `most ${doubtful.kind} lead nowhere that docs-lint knows`
}

/**
 * Without a generator, "/" is the root of a repository: where nothing is found from it, pages are shown by a site that is not here. A
 * single route tells that where it has no file in mind, nor a folder that there is.
 */
function isOtherSite(
  { files }: Project,
  { site, get }: ServedSite,
  tally: Tally | undefined,
  { path, host }: PathReference,
): boolean {
  if (site.generator !== 'none' || host !== undefined || !path.startsWith('/')) return false
  if (tally === undefined || tally.resolved.size > 0) return false
  const first = firstOf(path)
  const leadsOut = first !== undefined && !/\.[a-z]\w*$/i.test(path)
  return isHopeless(tally) || (leadsOut && !files.hasDirectory(first.slice(1)) && get(first) === undefined)
}

/** What of a domain is a document's own site, as the links with it tell: where all lead into one folder, no more than that. */
function ownPart(tally: Tally | undefined): (path: string) => boolean {
  if (!isMostlyFound(tally)) return () => false
  const firsts = new Set([...tally.resolved].map((it) => firstOf(`${it}/`)))
  // Every domain has a home page.
  firsts.delete(undefined)
  return (path) => firsts.size !== 1 || firsts.has(firstOf(`${path}/`))
}
