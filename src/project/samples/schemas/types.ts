import type { Judge } from '../../../schema/judge.ts'
import type { Place } from '../../../schema/place.ts'
import type { Document, Endpoint, Field, JsonMember, JsonNode, Link, Range, Sample, Schema } from '../../../types.ts'
import type { Operation } from '../../types/contracts.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { SampleContext } from '../../types/samples.ts'
import type { CommonKeys } from '../common-keys.ts'
import type { Beside } from './beside.ts'
import type { Views } from './fit.ts'
import type { Halves } from './halves.ts'
import type { Inherited } from './inherited.ts'
import type { PageObject } from './page-object.ts'

/** The schema that a page gives a sample, and which part of the sample it describes. */
export interface Match {
  schema: Place
  /** The sample itself, the items of its list, or what an envelope holds. */
  roots: JsonNode[]
  /** Whether the author named the schema; otherwise the keys gave it away. */
  named: boolean
  /** Whether the schema lists what a call takes, and may leave out what every call takes. */
  isParameters?: boolean
  /** Whether each of those says where it is sent, and several are in the body: then there are no others. */
  isPlaced?: boolean
  /** Whether the schema lists what the call takes, and the sample shows what it answers. */
  isEcho?: true
  /** Other lists of the section, which say what the names that the schema lacks are. */
  rest?: Place[]
  /** It stands with another call of the page, of which it tells first of all. */
  isBorrowed?: boolean
  /** And one of the two calls reads, the other writes. */
  isOfOtherCall?: boolean
  /** The keys alone gave it away, anywhere on the page. */
  isFar?: boolean
  /** Keys that other tables of the section document: the sample may well show both. */
  isElsewhere(key: string): boolean
  /** Set where the author's link means this schema, and leads to another one. */
  wrong?: WrongLink
  /** The key of the one member that holds all that the schema describes, where the schema knows no such key. */
  envelope?: JsonMember
  /** The list that the author's link names, shown under another name. */
  renamed?: { member: JsonMember; place: Place }
}

export interface Candidate {
  document: Document
  schema: Schema
  /** Whether the author names it, by a link to its table or to its page. */
  named: 'table' | 'page' | false
  wrong?: WrongLink
  /** The link that names it, and the words around that. */
  label?: { link: Link; words: string }
}

export interface Search {
  document: Document
  sample: Sample
  context: SampleContext
  views: Views
  links: SchemaLinks
  /** How many of its names the schema must know, as a share, where nothing else can be meant: one name that both have is enough then. */
  sure?: number
}

/** Schemas of Markdown pages, as JSON Schema, and where links lead to them. */
export interface SchemaLinks extends SchemaTargets {
  /** Follows the links of derived schemas; `undefined` where one leads to no table. */
  resolve(place: Place): Place | undefined
  /** What a sample contradicts in a schema. */
  judge: Judge
  schema(document: Document, schema: Schema): Place
  /** Tables of a page that describe one thing together. */
  halves(document: Document): Halves
  /** The names of a schema's own properties, folded. */
  keys(schema: Schema): ReadonlySet<string>
  /** Links that may name a payload: those of a table describe its rows. */
  outsideTables(document: Document): readonly Link[]
  /** The words around a link that names a payload. */
  label(document: Document, link: Link): string | undefined
  /** What the page says of the type that an annotation gives the sample. */
  annotated(document: Document, sample: Sample): NamedSchema | undefined
  /** Tables without a row. */
  emptyTables(document: Document): readonly { range: Range }[]
  /** Whether some line of the page may say what is returned: a look that spares most pages others. */
  saysWhatReturns(document: Document): boolean
  /** The operation of a contract that a section documents, if it is one. */
  operation(group: EndpointGroup): Operation | undefined
  /** The section's endpoint. */
  call(document: Document, section: number): EndpointGroup | undefined
  /** The parameters in its path. */
  pathNames(document: Document, section: number): ReadonlySet<string>
  /** The command that sends a sample. */
  sentBy(document: Document, sample: Sample): Endpoint | undefined
  /** Whether a schema is what a call takes, and not what comes back. */
  isSent(document: Document, schema: Schema): boolean
  /** What titles and the line above say of a schema. */
  about(document: Document, schema: Schema): About
  /** The bodies that a page says its calls take. */
  taken(document: Document): readonly Schema[]
  /** What the page says around a sample. */
  context(document: Document, sample: Sample): SampleContext
  /** The objects of a page whose titles no others have, by the letters of those. */
  titled(document: Document): ReadonlyMap<string, Schema>
  beside: Beside
  inherited: Inherited
  /** Whether some list of the project has that name, whatever it is a list of. */
  isListed(name: string): boolean
  /** The same of a name in this spelling. */
  isWritten(name: string): boolean
  /** Whether a name is one of those that all objects of the project have. */
  isEverywhere(name: string): boolean
  /** Which keys a page shows in objects of several kinds. */
  common(document: Document): CommonKeys
}

/** What the titles above a schema, and the line right above it, say of it; read once, for each sample of a page asks. */
export interface About {
  failing: boolean
  /** Which way it goes, where they do not speak of both. */
  way?: SampleContext['role']
}

/** A link that names one schema and leads to another. */
interface WrongLink {
  link: Link
  /** The titles of the schemas. */
  leads: string
  means: string
}

export interface NamedSchema {
  document: Document
  schema: Schema
  named: 'table' | 'page'
}

/** Where links lead, for who asks what they say of a payload: to objects, and not only to pages. */
export interface SchemaTargets {
  /** The object that a link names: the first one in the section, or on the page, that it leads to. */
  target(document: Document, link: Destination): NamedSchema | undefined
  /** Where the type of a field leads, or what has its words as a title where that is broken. */
  typeOf(document: Document, field: Field): string | undefined
  /** What a list holds, where it is all that a table describes. */
  listed(whole: NamedSchema): NamedSchema | undefined
  /** What a table and the object of its page say together: a part of a page may add to its object for one of its kinds. */
  extended(document: Document, part: Schema): Schema | undefined
  /** What a page as a whole describes. */
  object(document: Document): PageObject | undefined
}

export type Destination = Pick<Link, 'kind' | 'url'>
