import type { Anchor, Document, InertLink, Link, Range, Section } from '../../types.ts'
import type { TargetIndex } from './targets.ts'

/** Which places a page has: its anchors, as its site makes them. */
export interface AnchorIndex {
  /** Whether a fragment leads somewhere on a page: `undefined` where that cannot be told. */
  has(path: string, fragment: string): boolean | undefined
  /** All anchors of a page: those that somebody wrote, and the ids of its headings. */
  of(path: string): ReadonlySet<string>
  /** The section of a document that a fragment means: a browser may have to know it exactly, a reader need not. */
  section(document: Document, fragment: string): number | undefined
  /** Whether a program seems to fill a page: most that others ask it for is like nothing that it shows. */
  isFilled(path: string): boolean
  /** Anchors of a page that differ from a fragment by case, dashes and the like only. */
  alike(path: string, fragment: string): readonly string[]
  /** Anchors of a document that its page already has. */
  duplicates(document: Document): DuplicateAnchor[]
  /** Headings of a document that are called as the one right before them. */
  repeated(document: Document): RepeatedHeading[]
  /** Anchors of headings that are another's. */
  foreign(document: Document): readonly ForeignId[]
  /** Links of a document that are called as one of its headings, and lead to another. */
  crossed(document: Document): readonly CrossedLink[]
  /** Links of a document to places of a folder that has no page. */
  pageless(document: Document): readonly PagelessLink[]
  /** Whether a page is read by MyST, which finds the place of that name wherever it is. */
  isLabel(path: string, name: string): boolean
  /** Whether a page that docs-lint does not read may have a place of that name, for a page that MyST reads. */
  mayBeLabel(path: string, name: string): boolean
}

/** Answers where links lead, and what is wrong with them as they are written. */
export interface LinkIndex extends TargetIndex {
  /** What is wrong with a link as it is written; asked of links that lead nowhere. */
  flaw(document: Document, link: Link): Flaw | undefined
  /** Ids that a heading shows, since they are not written as the generator wants them. */
  shownIds(document: Document): readonly ShownId[]
  /** Links that are shown as they are written: in HTML, where the generator reads no Markdown, or with a fault in their own marks. */
  inert(document: Document): readonly InertLink[]
  /** The links of a menu: of a file that is one, and of Markdown that its generator reads as one. */
  navigation(document: Document): readonly Link[]
  /** Sections of a document that its list of contents leaves out. */
  leftOut(document: Document): readonly LeftOut[]
  undefinedReferences(document: Document): UndefinedReference[]
  repeatedDefinitions(document: Document): RepeatedDefinition[]
  redirectConflicts(document: Document): readonly RedirectConflict[]
  /** Links that are called otherwise than what they lead to. */
  misnamed(document: Document): readonly MisnamedTarget[]
}

/** A section, and the entry of the list of contents behind which it lacks. */
export interface LeftOut {
  section: Section
  before: Link
}

/** A link, what its text names, and what it leads to. */
export interface MisnamedTarget {
  link: Link
  named: string
  aim: string
}

/** An anchor that its page already has. */
export interface DuplicateAnchor {
  anchor: Anchor
  first: { path: string; anchor: Anchor }
}

/** A heading, and the one of its kind right before it, which is called as it is, or has its number. */
export interface RepeatedHeading {
  heading: Section
  first: Section
  number?: string
}

/** A link, the heading that it is called as, if there is one, and the one that it leads to. */
export interface CrossedLink {
  link: Link
  named: Section | undefined
  aim: Section
}

/** A link to a place of a folder that has no page. */
export interface PagelessLink {
  link: Link
  folder: string
  /** The URL that the author would have to write, where the place is known. */
  instead?: string
}

/** An anchor that is written at a heading and means another one. */
export interface ForeignId {
  id: string
  range: Range
  /** What the heading is called. */
  name: string
}

/** What is wrong with a URL as it is written, whatever it was to lead to. */
export interface Flaw {
  /** A statement about the link, for a message. */
  says: string
  help?: string
  /** What the author must have meant. */
  instead?: string
}

/** An id of a heading that is not written as the generator wants it, and is shown. */
export interface ShownId {
  id: string
  range: Range
}

/** A redirect that cannot do what it says. */
export interface RedirectConflict {
  url: string
  range: Range
  /** `claimed`: another page has it too, at `at`. `shadows`: it stands where another page is. */
  kind: 'claimed' | 'shadows'
  path: string
  at: Range
}

/** A reference that no definition completes. */
export interface UndefinedReference {
  link: Link
  /** A label that is defined. */
  near?: string
}

/** A label with two definitions that lead to two places: only one of them counts, the first to some parsers and the last to others. */
export interface RepeatedDefinition {
  first: Link
  second: Link
}
