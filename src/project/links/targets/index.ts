import type { Document, Link } from '../../../types.ts'
import { once, onceEach, onceIn } from '../../once.ts'
import type { Project } from '../../types/project.ts'
import type { Lookup, Served, Target, TargetIndex } from '../../types/targets.ts'
import { definesOnly } from '../definitions.ts'
import { indexGrounds } from './grounds.ts'
import { lookups } from './lookups.ts'
import { withPath } from './near.ts'
import { indexRemote } from './remote.ts'
import { indexSites } from './sites.ts'
import { type Survey, survey } from './survey.ts'
import type { Asking, Grounds } from './types.ts'

export function indexLinkTargets(project: Project): TargetIndex {
  const served = indexSites(project)
  const grounds = indexGrounds(project, served)
  const resolver: Resolver = {
    grounds,
    survey: once(() => survey(grounds)),
    definesOnly: onceEach(definesOnly),
    isRemote: indexRemote(grounds),
  }
  return {
    resolve: onceIn((document, link) => resolve(resolver, document, link)),
    near(document, link) {
      const reference = grounds.referenceOf(link)
      const found = reference.kind === 'path' ? grounds.near(document, link.kind, reference.path) : undefined
      return found && { change: found.change, url: withPath(link.url, found.path) }
    },
    lookups: (document, link) => trail(grounds, document, link),
    served,
  }
}

interface Resolver {
  grounds: Grounds
  survey(): Survey
  /** Asked for each of a page's definitions. */
  definesOnly(document: Document): boolean
  isRemote(document: Document, place: string): boolean
}

function resolve(
  { grounds, survey, definesOnly, isRemote }: Resolver,
  document: Document,
  link: Pick<Link, 'kind' | 'url'>,
): Target {
  const reference = grounds.referenceOf(link)
  if (reference.kind === 'external') return reference
  if (reference.kind === 'template') return { kind: 'unknown', why: 'a template makes the URL' }
  const { generator } = grounds.served(document.path).site
  if (isOfOtherEngine(link, generator)) return { kind: 'unknown', why: 'another template engine reads the tag' }
  const { fragment } = reference
  if (grounds.project.pages.unbuilt(document.path) === 'draft')
    return { kind: 'unknown', why: 'the page itself is a draft' }
  if (reference.kind === 'page') return { kind: 'document', path: document.path, fragment }
  if (reference.host !== undefined && !survey().isOwn(document, reference.host, reference.path))
    return { kind: 'external' }
  // The README is what the host of a repository shows; a site that nobody knows has a home page of its own.
  if (reference.path === '/' && reference.host === undefined && generator === 'none')
    return { kind: 'unknown', why: 'the home page of the site is not known' }
  const { found, first } = grounds.search(document, link, reference)
  if (found) return reached(found, fragment)
  if (grounds.project.anchors.isLabel(document.path, reference.path))
    return { kind: 'unknown', why: 'a place of the site goes by that name' }
  if (first === undefined) return { kind: 'unknown', why: 'no page is known that shows this fragment' }
  if (link.kind === 'definition' && definesOnly(document) && !grounds.project.pages.isFragment(document.path))
    return { kind: 'unknown', why: 'nobody knows the page that a build joins the definition to' }
  const why = survey().cannotTell(document, link, reference, first.place)
  if (why !== undefined) return { kind: 'unknown', why }
  return { kind: 'missing', place: first.place, fragment, isRemote: isRemote(document, first.place) }
}

function isOfOtherEngine({ kind }: Asking, generator: string): boolean {
  return (
    (kind === 'shortcode' && generator !== 'hugo' && generator !== 'jekyll') ||
    (kind === 'figure' && generator !== 'hugo')
  )
}

function reached({ kind, path, unbuilt }: Served, fragment: string): Target {
  if (unbuilt) return { kind: 'unbuilt', path, fragment, why: unbuilt }
  return { kind: kind === 'document' || kind === 'redirect' ? 'document' : 'file', path, fragment }
}

function* trail(grounds: Grounds, document: Document, link: Pick<Link, 'kind' | 'url'>): Generator<Lookup> {
  const reference = grounds.referenceOf(link)
  if (reference.kind !== 'path') return
  for (const it of lookups(grounds, document, link, reference)) {
    yield it
    if (it.found) return
  }
}
