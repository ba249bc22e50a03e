import type { Contradiction } from '../../schema/contradiction.ts'
import type { Place } from '../../schema/place.ts'
import type { Document, Endpoint, Finding, Range, Spot } from '../../types.ts'
import type { Contract, Covers, Documented, Input, Likeness, Operation, Trees } from './contracts.ts'
import type { Difference } from './groups.ts'

export interface SpecIndex extends Omit<Trees, 'unparsed'> {
  /** The operations of a contract; none for a file that is no OpenAPI. */
  operations(document: Document): readonly Operation[]
  /** Contracts and pages side by side. */
  readonly comparison: Comparison
  /**
   * The operation that a documented endpoint is: of the contract that speaks for its page, where several publish it.
   * `undefined` also where nobody can tell, as for a path without a method that the contract has several of.
   */
  operationOf(endpoint: Endpoint): Operation | undefined
  /** The operation that a command of a page calls, of a contract that speaks for the page. */
  calledBy(call: Endpoint): Operation | undefined
  /** Endpoints of a page that the contract which speaks for it does not have. */
  unspecified(document: Document): readonly Unspecified[]
  /** Operations of a contract that no page documents. */
  undocumented(document: Document): readonly Operation[]
  /** Parameters that a page and a contract describe differently. */
  parameterDrift(document: Document): readonly ParameterDrift[]
  /** Fields of objects that a page and a contract describe differently. */
  fieldDrift(document: Document): readonly FieldDrift[]
  scopeDrift(document: Document): readonly ScopeDrift[]
  statusDrift(document: Document): readonly StatusDrift[]
  /** What a contract shows of its own schemas, and they say otherwise. */
  examples(document: Document): readonly Contradiction[]
  /** What is wrong with a contract, as its own language sees it. */
  problems(document: Document): Finding[]
}

/** Contracts and pages side by side. */
export interface Comparison {
  /** Those that hold operations, by path. */
  contracts: readonly Contract[]
  endpoints: readonly Documented[]
  /** Whether a contract speaks for a documented endpoint: it holds most of what is documented around it. */
  covers: Covers
  /** The operations that a documented endpoint is, word by word; those of contracts that speak for it come first. */
  matches(endpoint: Endpoint): readonly Likeness[]
}

/** A parameter that page and contract describe differently. */
export interface ParameterDrift {
  kind: 'name' | 'type' | 'required' | 'default' | 'value' | 'place' | 'extra' | 'missing'
  at: Range
  name: string
  /** What the page says of it; '' where its name alone says it. */
  documented: string
  /** What the contract says. */
  specified: string
  operation: Operation
  input?: Input
  /** Nothing in the section confirms it: the contract has to have the name in its other operations. */
  byHabit?: boolean
  /** Further names of the section that the operation lacks as it lacks all of its kind. */
  more?: readonly string[]
}

/** A field of an object that page and contract describe differently. */
export interface FieldDrift {
  kind: 'name' | 'type'
  at: Range
  name: string
  documented: string
  specified: string
  /** What reports call the contract. */
  spec: string
  /** The property in the contract. */
  place: Place
}

/** Scopes of an endpoint that page and contract do not agree about. */
export interface ScopeDrift {
  /** `near`: a name that the contract spells otherwise. `other`: nothing in common. `fewer`: the contract asks for more. */
  kind: 'near' | 'other' | 'fewer'
  at: Range
  documented: readonly string[]
  specified: readonly string[]
  /** Where the contract says so. */
  place: Spot
  /** What reports call the contract. */
  spec: string
}

/** A status that only one of page and contract has. */
export interface StatusDrift {
  at: Range
  code: number
  /** Who has it. */
  side: 'page' | 'contract'
  operation: Operation
  /** The contract's responses, or the one that the page lacks. */
  place: Spot
}

/** An endpoint that pages document among others that the contract has, and it does not have this one. */
export interface Unspecified {
  endpoint: Endpoint
  method?: string
  contract: { name: string; path: string }
  /** What the contract has instead: the same path with another method, or a path that differs by a letter or two. */
  near?: { operations: readonly Operation[]; difference?: Difference }
}
