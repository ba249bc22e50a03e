import type { Document, Link } from '../../../types.ts'
import type { Project } from '../../types/project.ts'
import type { Alike, Lookup, Served, ServedSite } from '../../types/targets.ts'

export type PathReference = Extract<Reference, { kind: 'path' }>

/** What looking for targets needs to know. */
export interface Grounds {
  project: Project
  served(path: string): ServedSite
  /** A link's URL, taken apart. */
  referenceOf(link: Pick<Link, 'url'>): Reference
  /** A prefix that root-absolute links of the site carry or lack; see `mounts.ts`. */
  mount(site: ServedSite): Mount
  /** The hosts at which endpoints are called. */
  apiHosts(): ReadonlySet<string>
  /** See `repositoryFinder`. */
  repository(path: string): string
  /** See `copyFinder`. */
  copyOf(folder: string): string | undefined
  /** See `isWhole`. */
  isWhole(): boolean
  /** A file that is written in another way: with other cases, or as the title of a page of a wiki. */
  folded(path: string, anyCase: boolean): string | undefined
  /** `search`, remembered: the survey of a site asks for every link, and each link's own judge asks again. */
  search(document: Document, link: Asking, reference: PathReference): Search
  /** What a link that leads nowhere must have meant. */
  near: NearIndex
  /** See `indexNames`. */
  names(): ReadonlyMap<string, string>
  /** See `indexRoutes`. */
  routes(): ReadonlyMap<string, string>
  /** See `indexNumbered`. */
  numbered(): ReadonlyMap<string, string>
}

/** What is known where a link leads nowhere. */
export interface Surroundings extends Pick<Grounds, 'project' | 'near' | 'routes'> {
  home: ServedSite
  /** First folders of URLs with a domain, such as "/manual", and how many links have them. */
  elsewhere: ReadonlyMap<string, number>
  mount: Mount
  /** The lines of a page: a link is looked for among them, and a page may have thousands. */
  linesOf(document: Document): ReadonlySet<string>
}

export interface Mount {
  strip: string
  add: string
}

/** What a link that leads nowhere must have meant: looked for among URLs where links are URLs, else among files. */
export type NearIndex = (document: Document, kind: Link['kind'], path: string) => NearPath | undefined

/** The path that the author would have to write. */
export interface NearPath {
  path: string
  change: Alike['change']
}

/** How looking for a target ended: where it was found, or where it was looked for first. */
export interface Search {
  found?: Served
  first?: Lookup
}

/** A link, or one that somebody thinks up. */
export type Asking = Pick<Link, 'kind'> & Partial<Pick<Link, 'range'>>

/** A URL taken apart the way a browser does it, as far as finding its target needs. */
export type Reference =
  | { kind: 'page'; fragment: string }
  | { kind: 'path'; host?: string; path: string; fragment: string }
  | { kind: 'external' }
  | { kind: 'template' }
