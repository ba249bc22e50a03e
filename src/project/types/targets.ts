import type { Languages } from '../../site/languages.ts'
import type { UrlRules } from '../../site/urls.ts'
import type { Document, JsonNode, Link, Site } from '../../types.ts'
import type { Unbuilt } from './pages.ts'

/** Where a link leads, and what there is in place of a target that is missing. */
export interface TargetIndex {
  resolve(document: Document, link: Pick<Link, 'kind' | 'url'>): Target
  /** What a link that leads nowhere must have meant. */
  near(document: Document, link: Link): Near | undefined
  /** Every place that was looked at, up to the one that holds the target. */
  lookups(document: Document, link: Pick<Link, 'kind' | 'url'>): Iterable<Lookup>
  /** What the site of a document serves. */
  served(path: string): ServedSite
}

/** Where a link leads. Paths are those of sources; a fragment is what stands behind "#", as written. */
export type Target =
  | { kind: 'document' | 'file'; path: string; fragment: string }
  | { kind: 'unbuilt'; path: string; fragment: string; why: Unbuilt }
  /** Remote: nothing is known beside the place, so that something unknown may serve it. */
  | { kind: 'missing'; place: string; fragment: string; isRemote: boolean }
  | { kind: 'external' }
  | { kind: 'unknown'; why: string }

/** One place where the target of a link was looked for, and what stands there. */
export interface Lookup {
  /** How the place follows from the link; for people. */
  how: string
  place: string
  found?: Served
}

/** What exists in place of a missing target. */
export interface Near {
  /** The whole URL that the author would have to write. */
  url: string
  change: Alike['change']
}

/** What a URL of a built site leads to. */
export interface Served {
  kind: 'document' | 'file' | 'redirect' | 'listing' | 'moved'
  /** The source; for a redirect, the page that claims it; for a listing, the folder; for what the site's config has moved, that config. */
  path: string
  unbuilt?: Unbuilt
}

/** A URL path that a page claims besides its own, and where it says so. */
export interface Redirect {
  url: string
  path: string
  range: JsonNode['range']
}

/** All that one site serves. URL paths start with "/" and do not carry the site's base. */
export interface ServedSite {
  site: Site
  rules: UrlRules
  languages?: Languages
  /** Every URL path of a page or a redirect. */
  urls: ReadonlyMap<string, Served>
  redirects: readonly Redirect[]
  /** The pages' own URL paths. */
  pages: readonly string[]
  get(url: string): Served | undefined
  /** The page's own URL path. */
  urlOf(path: string): string | undefined
  /** The page that a sidebar of Docusaurus calls so. */
  byId(id: string): Served | undefined
}

export interface Alike {
  name: string
  /** What must have happened. */
  change: 'case' | 'extension' | 'root' | 'renamed' | 'moved'
}
