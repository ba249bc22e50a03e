import type { Crash, Document, FileTree, JsonNode, Link, Site, UserInclude } from '../../types.ts'
import type { EndpointIndex } from './endpoints.ts'
import type { HostIndex } from './hosts.ts'
import type { IncludeIndex } from './includes.ts'
import type { AnchorIndex, LinkIndex } from './links.ts'
import type { FrontMatterSchema, PageIndex } from './pages.ts'
import type { SampleIndex, SampleSchemas } from './samples.ts'
import type { ScopeIndex } from './scopes.ts'
import type { SpecIndex } from './spec.ts'
import type { Target } from './targets.ts'

/** What the project is made of, before any question is asked. */
export interface Sources {
  documents: ReadonlyMap<string, Document>
  files: FileTree
  /** Files that links of the file system lead to → the paths under which they have it. */
  namesakes?: ReadonlyMap<string, readonly string[]>
  /** Deepest root first. */
  sites: readonly Site[]
  /** Files that brought a bug of docs-lint to light while their facts were read. */
  crashes?: readonly Crash[]
  /** Files that documents include and that are not linted themselves, by path: read as documents, or only as text. */
  included?: Included
  /** Mechanisms of inclusion that the user describes. */
  customIncludes?: readonly UserInclude[]
  /** The pages that the user names as lists of all scopes. */
  isScopeCatalogue?(path: string): boolean
  /** Schemas of the user's for front matter. */
  frontMatterSchemas?: readonly FrontMatterSchema[]
  /** Schemas of the user's for samples. */
  sampleSchemas?: SampleSchemas
  /** What stands in a file of its own and is the front matter of a page, by its path. */
  pageHeads?: ReadonlyMap<string, JsonNode>
  /** Contracts of which the user says something. */
  specSettings?: readonly SpecSetting[]
  /** Whether the git repository around the project has something of that path (`../README.md`); absent for none. */
  around?(path: string): boolean
  /** Whether the user or version control leaves a path out, or git keeps it in another repository, so that it may come into being elsewhere. */
  ignored?(path: string): boolean
  /** Whether what builds the project names a path, so that something stands there when it has run. */
  namedByBuild?(path: string): boolean
  /** Whether the project is a package that was made without the file of a path. */
  leftOut?(path: string): boolean
}

/** A contract, and the pages that it speaks for; without those they are inferred. */
export interface SpecSetting {
  file: string
  /** What reports call it. */
  name?: string
  covers?(page: string): boolean
}

export interface Included {
  documents: ReadonlyMap<string, Document>
  texts: ReadonlyMap<string, string>
  /** Links that lead out of the project. */
  outside: ReadonlySet<string>
}

/** The index that rules query. Each question is answered once, when it is first asked. */
export interface Project extends Sources {
  site(path: string): Site
  /** A document by path, whether it is linted or only included. */
  document(path: string): Document | undefined
  /** The text of a document, or of a file that a document includes. */
  textOf(path: string): string | undefined
  ignored(path: string): boolean
  namedByBuild(path: string): boolean
  leftOut(path: string): boolean
  readonly includes: IncludeIndex
  readonly endpoints: EndpointIndex
  readonly hosts: HostIndex
  readonly pages: PageIndex
  /** Scopes that exist, and uses of scopes that do not. */
  readonly scopes: ScopeIndex
  /** Contracts: OpenAPI, Swagger, JSON Schema, and the files that they refer to. */
  readonly specs: SpecIndex
  readonly links: LinkIndex
  readonly anchors: AnchorIndex
  /** Where a link leads on the built site. */
  resolve(document: Document, link: Pick<Link, 'kind' | 'url'>): Target
  /** Samples against the schemas that pages and contracts give them. */
  readonly samples: SampleIndex
}
