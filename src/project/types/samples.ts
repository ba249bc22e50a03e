import type { Contradiction } from '../../schema/contradiction.ts'
import type { Place } from '../../schema/place.ts'
import type { UserSchema } from '../../schema/user-schema.ts'
import type { Document, Endpoint, Fence, Range, Sample, Schema, Spot } from '../../types.ts'

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
  /** Bodies of the page's calls of which the other page that documents the same call shows next to nothing. */
  sentTwice(document: Document): readonly SentTwice[]
  /** Fields that a page documents twice, where the two cannot be those of two objects. */
  repeatedFields(document: Document): readonly RepeatedField[]
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

/** A field, where the page documents it again and where first. */
export interface RepeatedField {
  name: string
  at: Range
  first: Range
  /** What has it twice; nothing where a table of what is required has it, and one of what is optional. */
  place?: 'table' | 'list' | 'section'
  /** How many other pages have the two rows as this one has them. */
  others: number
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
