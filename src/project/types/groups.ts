import type { Document, Endpoint, Method } from '../../types.ts'

/** What the call has in place of the documented segment. */
export interface Difference {
  called: string
  documented: string
}

/** What one section documents: usually one endpoint, sometimes the few URIs of one operation. */
export interface EndpointGroup {
  document: Document
  /** The outermost section that is about nothing else; an index into the document's sections. */
  section: number
  title: string
  definitions: Endpoint[]
  samples: Endpoint[]
  /** The method, where the definitions or else all samples agree on one, or the heading begins with it. */
  method?: Method
}

/** One segment of a path. A `pattern` is a parameter with something literal around it: `{id}.png`, `items('{id}')`. */
export type Segment =
  | { kind: 'literal'; text: string }
  | { kind: 'parameter'; name: string }
  | { kind: 'pattern'; before: string; after: string }
  /** One segment or more: `:path`, `{proxy+}`, `...`. */
  | { kind: 'rest'; name: string }

/** A path with its optional segments and alternatives written out. */
export interface Path {
  variants: Segment[][]
  /** Holds a template expression that only the site's generator can evaluate: nothing can be said of it. */
  opaque: boolean
}
