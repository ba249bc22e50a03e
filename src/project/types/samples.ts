import type { Contradiction } from '../../schema/contradiction.ts'
import type { Place } from '../../schema/place.ts'
import type { UserSchema } from '../../schema/user-schema.ts'
import type { Document, Endpoint, Fence, Field, Range, Sample, Schema, Spot } from '../../types.ts'

/** Samples against the schemas that the project's own pages give them. */
export interface SampleIndex {
  /** What the samples of a document contradict, in order. */
  contradictions(document: Document): readonly SampleContradiction[]
  /** What a page says around a sample. */
  context(document: Document, sample: Sample): SampleContext
  /** Whether a schema is what a call takes, and not what comes back. */
  isSent(document: Document, schema: Schema): boolean
  /** Whether a page gives the sample a schema to be held against. */
  hasSchema(document: Document, sample: Sample): boolean
  /** What tables of a page describe together: those of required and of optional fields, below headings of their own. */
  wholes(document: Document): readonly Schema[]
  /** Bodies of the page's calls of which the other page that documents the same call shows next to nothing. */
  sentTwice(document: Document): readonly SentTwice[]
  /** Whether the samples of a page show a field, and never as what holds one of that name. */
  isPlain(document: Document, field: Field, name: string): boolean
  /** The pages that have two rows of one name as this one has them, if they say different things. */
  pairedRows(document: Document, first: Field, again: Field): readonly string[]
  /** Tables of pages, and the schemas of contracts that are about the same object. */
  describedTwice(document: Document): readonly DescribedTwice[]
  /** What a fence holds, where its label promises something else and that is no house style. */
  mislabelled(document: Document, fence: Fence): Fence['holds']
  /** Names of samples that a page shows, and that no file keeps. */
  unkept(document: Document): readonly UnkeptName[]
  /** Whether a word is a label that promises something. */
  isLanguage(word: string): boolean
}

/** The name of a sample, where a page shows it, and the one under which there is one. */
export interface UnkeptName {
  name: string
  at: Range
  meant: string
}

/** What a page says around a sample. */
export interface SampleContext {
  role: 'request' | 'response' | 'unknown'
  status?: number
  /** It shows what goes wrong: a refused request, an error. */
  failing: boolean
}

/** The one body that a page shows for a call that it documents. */
export interface Sent {
  document: Document
  endpoint: Endpoint
  at: Range
  names: readonly string[]
}

export interface SentTwice extends Sent {
  other: Sent
}

/** An object that a page and a contract describe. The table may stand on another page than the sample that shows the object. */
export interface DescribedTwice {
  page: Place
  contract: Place
}

export interface SampleContradiction extends Contradiction {
  sample: Sample
  /** Where else the sample does the same. */
  again: readonly Spot[]
}

export interface SampleSchemas {
  /** The schema that the user names for a sample, and whether it is the first sample that it is for. */
  of(document: Document, sample: Sample): { schema: UserSchema; isFirst: boolean } | undefined
}
