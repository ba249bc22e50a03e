import type { Place, Resolve } from '../../schema/place.ts'
import type { Document, Endpoint, FieldType, JsonNode, Problem, Range, Scope } from '../../types.ts'
import type { EndpointGroup, Segment } from './groups.ts'

/** A contract's operations, and where the paths of its operations stand in the pages' paths. */
export interface Contract {
  document: Document
  /** What reports call it. */
  name: string
  operations: readonly Operation[]
  /** What the pages write before (`+/orders/v4`) or leave out of (`-/v3`) its paths; '' for neither. Empty where no page speaks of it. */
  mounts: readonly string[]
  /** With what the paths of its product begin on the pages: `/orders/v4`, once for each mount. */
  domains: readonly string[]
  /** With what the paths begin on the pages, one by one: `users`, `orders`. */
  beginnings: ReadonlySet<string>
  /** Pages' endpoints whose path is an operation's, whatever the method. */
  likenesses: readonly Likeness[]
  /** Pages' endpoints that are one of its operations. */
  matches: readonly Likeness[]
  /** The operations that those are. */
  documented: ReadonlySet<Operation>
}

/**
 * Whether a contract speaks for an endpoint of a page: it holds most of what is documented around it. `home` is where the
 * reference stands; a `page` elsewhere is about the same product, but it may be a guide that makes up an endpoint.
 */
export interface Covers {
  (contract: Contract, documented: Documented): 'home' | 'page' | undefined
  /** The contracts that may speak for an endpoint, in order; the others need not be asked. */
  candidates(documented: Documented): readonly Contract[]
}

/** A parameter that an operation declares. */
export interface Parameter {
  name: string
  /** `path`, `query`, `header`, `cookie`; of Swagger 2 also `body` and `formData`. */
  in: string
  required: boolean
  /** Where it stands: references are followed. */
  place: Place
}

/** One method on one path of a contract. */
export interface Operation {
  /** The contract that publishes it. */
  spec: string
  /** What reports call that contract. */
  specName: string
  /** Upper case. */
  method: string
  /** As the contract writes it, without the base. */
  template: string
  /** The same in segments, once for each way of reading it. */
  variants: readonly Segment[][]
  /** Path that the servers put before it; '' for none. Unreliable: many contracts repeat it in their paths. */
  base: string
  /** The file that holds the operation, which a reference may put elsewhere. */
  path: string
  at: Range
  /** The path's key, in the contract itself. */
  templateRange: Range
  node: JsonNode
  deprecated: boolean
  /** `x-internal`: not for the public. */
  internal: boolean
  /** `complete` is false where a reference could not be followed. */
  parameters: { list: Parameter[]; complete: boolean }
  /** Sets of scopes, any of which will do; `isOwn` where the operation says it itself, and not the contract for all. */
  security: { alternatives: Scope[][]; isOwn: boolean }
}

/** Something that a call of an operation takes. */
export interface Input {
  name: string
  /** `path`, `query`, `header`, `cookie` or `body`. */
  in: string
  /** Absent for what stands in a body of several shapes, or of which the contract says nowhere what it requires. */
  required?: boolean
  /** Absent where the contract allows any, or something that is not easily said. */
  kinds?: NonNullable<FieldType['kinds']>
  /** The type in the contract's own words; '' for none. */
  type: string
  /** A number, a word, `true`. */
  default?: string
  /** The values that it may have, or each item of it; absent where the contract lists none. */
  values?: readonly string[]
  place: Place
  /** Where it has its name, if what it is stands elsewhere. */
  named?: Place
}

/** Contracts as trees, and where their references lead. */
export interface Trees {
  /** The tree of a contract or of a file that one refers to; parsed when first asked for. */
  tree(path: string): JsonNode | undefined
  /** Why such a file has none. */
  unparsed(path: string): Problem[]
  /** Follows `$ref`s until something else stands there; `undefined` where one dangles or goes in circles. */
  resolve: Resolve
  /** Where one reference leads: inside the project only. */
  target(from: string, ref: string): Target
  /** Whether a schema is the first of its folder that refers to a bare name. */
  isFirstAsking(path: string, name: string): boolean
}

export type Target = Place | 'outside' | undefined

/** An endpoint that a page documents, as far as contracts go. */
export interface Documented {
  document: Document
  group: EndpointGroup
  endpoint: Endpoint
  /** Absent where the page says none: then any of the path's operations may be meant. */
  method?: string
  /** Its path, optional parts and alternatives written out. */
  variants: readonly Segment[][]
}

/** A documented path that ends like an operation's, or the reverse. */
export interface Likeness {
  documented: Documented
  operation: Operation
  /** What the page puts before the contract's path (`+/orders/v4`), or leaves out of it (`-/v3`); '' for neither. */
  mount: string
  /** Whether a literal stands where the other has a parameter: `/users/me`. */
  loose: boolean
}
