import type { Endpoint, EndpointTable, Host, Scope, ScopeStatement, Status } from './api.ts'
import type {
  Anchor,
  FrontMatter,
  Include,
  InertLine,
  InertLink,
  Link,
  Names,
  Placeholder,
  Problem,
  Section,
  StrangeTag,
  Suppression,
  Table,
  TemplateExpression,
  UnclosedElement,
} from './page.ts'
import type { Fence, HttpFault, Sample, Unfenced } from './samples.ts'
import type { Schema, Spec } from './schemas.ts'

/** All that one document states. */
export interface Facts {
  problems: Problem[]
  frontMatter?: FrontMatter
  sections: Section[]
  anchors: Anchor[]
  links: Link[]
  inertLinks: InertLink[]
  includes: Include[]
  tables: Table[]
  endpoints: Endpoint[]
  /** Paths that are named in passing, without a method: `/pots` in code, or as a title. */
  namedPaths: Endpoint[]
  endpointTables: EndpointTable[]
  statuses: Status[]
  hosts: Host[]
  scopes: Scope[]
  scopeStatements: ScopeStatement[]
  samples: Sample[]
  /** What calls send as a form: no JSON, though held against the same tables. */
  forms: Sample[]
  fences: Fence[]
  unfenced: Unfenced[]
  httpFaults: HttpFault[]
  schemas: Schema[]
  /** Set when the document is not a page but a contract. */
  spec?: Spec
  templates: TemplateExpression[]
  unclosed: UnclosedElement[]
  strangeTags: StrangeTag[]
  inertLines: InertLine[]
  /** Text that stands for text that nobody wrote yet. */
  placeholders: Placeholder[]
  names: Names
  suppressions: Suppression[]
}

export interface Document {
  /** Relative to the project's root, `/` as separator. */
  path: string
  text: string
  facts: Facts
}
