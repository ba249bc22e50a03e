import type { UserSchema } from '../../schema/user-schema.ts'
import type { Document, HttpName, Include, InertLine, Range } from '../../types.ts'

export interface PageIndex {
  /** The page that a document is the entry of. */
  entry(path: string): Page | undefined
  /** The pages that a document is part of, its own first. A fragment that nobody includes is part of none. */
  of(path: string): readonly Page[]
  /** What a document would be a page of, whether or not it is one: itself and all that it includes. */
  from(document: Document): Page
  /** How a fragment comes to be shown: the includes that lead to it from the first page that it is part of. */
  chain(path: string): readonly Step[]
  /** Whether a document is only ever shown inside others. */
  isFragment(path: string): boolean
  /** A fragment that no page includes, though others in its place are included. */
  isUnused(path: string): boolean
  /** Why the document's generator makes no page of it; undefined when it does, or when no generator is known. */
  unbuilt(path: string): Unbuilt | undefined
  /** Whether a link, a navigation or an include of another document leads to a document. */
  isReached(path: string): boolean
  /** Whether a document's front matter is YAML for what reads it. */
  isYaml(document: Document): boolean
  /** Where a document's front matter is not what its reader expects. */
  frontMatter(document: Document): FrontMatterFault[]
  /** Names that stand once, with a letter wrong. */
  misspelt(document: Document): readonly MisspeltName[]
  /** Codes of currencies that no standard has, where the page names it. */
  strangeCurrencies(document: Document): readonly StrangeCurrency[]
  /** Words that mix Latin letters with Cyrillic or Greek ones that look alike. */
  mixedWords(document: Document): readonly MixedWord[]
  /** Lines of Markdown that the page's renderer takes for text. */
  inertLines(document: Document): readonly InertLine[]
  /** Whether what else a document's pages hold may end an element that it leaves open. */
  isEndedElsewhere(document: Document, name: string): boolean
  /** The includes that pull a file in, as a part of the page or as code. */
  includers(path: string): readonly Step[]
}

/** What a reader sees as one page: a document that the site builds, and all that it includes. */
export interface Page {
  entry: Document
  /** The entry first, then what is included, in order; a document that is included twice stands there twice. */
  parts: Part[]
}

export interface Part {
  document: Document
  /** The includes that lead here from the entry, outermost first; empty for the entry itself. */
  chain: Step[]
}

/** One include, and the document that holds it. */
export interface Step {
  document: Document
  include: Include
}

/** Why a generator makes no page of a source that stands among its pages. */
export type Unbuilt = 'byte-order-mark' | 'no-front-matter' | 'not-in-summary' | 'draft'

/** Where front matter is not what its reader expects. */
export interface FrontMatterFault {
  range: Range
  message: string
  /** The key that must have been meant. */
  near?: string
}

/** A JSON Schema of the user's for the front matter of some pages. */
export interface FrontMatterSchema extends UserSchema {
  matches(path: string): boolean
  /** The pages that it is for, where it cannot be used. */
  pages: readonly string[]
}

/** A name that stands once, where all but it stands often. */
export interface MisspeltName {
  name: string
  at: Range
  /** The name that stands elsewhere, and this one with the word that it has: they may differ in case, and in what joins their words. */
  usual: string
  meant: string
  /** What HTTP calls so, where the other name is its own, and need not stand anywhere. */
  registered?: HttpName['kind']
  /** Where else it stands on the page. */
  others?: Range[]
  /** It was copied to a second page. */
  copied?: true
  /** The letter that it has three times in a row, where the page has the word with two. */
  tripled?: string
}

/** A Latin word with a letter that only looks like one of its own. */
export interface MixedWord {
  name: string
  letter: string
  meant: string
  /** Where it stands on the page, first to last. */
  places: Range[]
}

/** What a page shows among the codes of ISO 4217, and that standard does not have. */
export interface StrangeCurrency {
  name: string
  /** Where it stands on the page, first to last. */
  places: Range[]
}
