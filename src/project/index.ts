import { siteFinder } from '../site/detect.ts'
import type { Crash, Document, FileTree, Link, Site, UserInclude } from '../types.ts'
import { type HostIndex, indexHosts } from './endpoints/hosts.ts'
import { type EndpointIndex, indexEndpoints } from './endpoints/index.ts'
import { type IncludeIndex, indexIncludes } from './includes/index.ts'
import { type AnchorIndex, indexAnchors } from './links/anchors/index.ts'
import { indexLinks, type LinkIndex, type Target } from './links/index.ts'
import { once } from './once.ts'
import { indexBuilt, type Unbuilt } from './pages/built.ts'
import { type FrontMatterFault, type FrontMatterSchema, indexFrontMatter } from './pages/front-matter.ts'
import { indexPages, type PageIndex } from './pages/index.ts'
import { indexMisspelt, type MisspeltName } from './pages/misspelt.ts'
import { indexReached } from './pages/reached.ts'
import { indexYaml } from './pages/yaml.ts'
import { indexSamples, type SampleIndex } from './samples/index.ts'
import type { SampleSchemas } from './samples/mapped.ts'
import { indexScopes, type ScopeIndex } from './scopes/index.ts'
import { indexSpecs, type SpecIndex } from './spec/index.ts'

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
  /** Contracts of which the user says something. */
  specSettings?: readonly SpecSetting[]
  /** Whether the user or version control leaves a path out, so that it may come into being elsewhere. */
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
  /** Whether a link, a navigation or an include of another document leads to a document. */
  isReached(path: string): boolean
  /** Where a document's front matter is not what its reader expects. */
  frontMatter(document: Document): FrontMatterFault[]
  /** Names that stand once, with a letter wrong. */
  misspelt(document: Document): readonly MisspeltName[]
  /** Whether a document's front matter is YAML for what reads it. */
  isYaml(document: Document): boolean
  /** Samples against the schemas that pages and contracts give them. */
  readonly samples: SampleIndex
  /** Why the document's generator makes no page of it; undefined when it does, or when no generator is known. */
  unbuilt(path: string): Unbuilt | undefined
}

/** What is built when it is first asked for. */
const rooms = {
  scopes: indexScopes,
  samples: indexSamples,
  specs: indexSpecs,
  includes: indexIncludes,
  endpoints: indexEndpoints,
  hosts: indexHosts,
  pages: indexPages,
  anchors: indexAnchors,
  links: indexLinks,
}

type Rooms = { [K in keyof typeof rooms]: ReturnType<(typeof rooms)[K]> }

/** Builds the index anew from finished facts: cheap, so nothing ever has to be invalidated. */
export function buildProject(sources: Sources): Project {
  const built = once(() => indexBuilt(project))
  const reached = once(() => indexReached(project))
  const frontMatter = once(() => indexFrontMatter(project))
  const misspelt = once(() => indexMisspelt(project))
  const yaml = once(() => indexYaml(project))
  const own: Omit<Project, keyof Rooms> = {
    ...sources,
    site: siteFinder(sources.sites),
    document: (path) => sources.documents.get(path) ?? sources.included?.documents.get(path),
    textOf: (path) => project.document(path)?.text ?? sources.included?.texts.get(path),
    ignored: (path) => sources.ignored?.(path) ?? false,
    namedByBuild: (path) => sources.namedByBuild?.(path) ?? false,
    leftOut: (path) => sources.leftOut?.(path) ?? false,
    resolve: (document, link) => project.links.resolve(document, link),
    isReached: (path) => reached().has(path),
    frontMatter: (document) => frontMatter()(document),
    misspelt: (document) => misspelt()(document),
    isYaml: (document) => yaml()(document),
    unbuilt: (path) => built()(path),
  }
  const project: Project = withRooms(own, () => project)
  return project
}

function withRooms(own: Omit<Project, keyof Rooms>, project: () => Project): Project {
  const doors = Object.entries(rooms).map(([name, index]) => [name, { get: once<unknown>(() => index(project())) }])
  // The compiler cannot know what properties come from a table.
  return Object.defineProperties(own, Object.fromEntries(doors)) as Project
}
