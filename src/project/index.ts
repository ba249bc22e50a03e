import { siteFinder } from '../site/detect.ts'
import type { Crash, Document, FileTree, Site } from '../types.ts'
import { indexBuilt, type Unbuilt } from './built.ts'
import { type IncludeIndex, indexIncludes } from './includes.ts'
import { indexPages, type PageIndex } from './pages.ts'
import { indexSpecs, type SpecIndex } from './specs.ts'

/** What the project is made of, before any question is asked. */
export interface Sources {
  documents: ReadonlyMap<string, Document>
  files: FileTree
  /** Deepest root first. */
  sites: readonly Site[]
  /** Files that brought a bug of docs-lint to light while their facts were read. */
  crashes?: readonly Crash[]
}

/** The index that rules query. Each question is answered once, when it is first asked. */
export interface Project extends Sources {
  site(path: string): Site
  readonly includes: IncludeIndex
  readonly pages: PageIndex
  /** Contracts: OpenAPI, Swagger, JSON Schema, and the files that they refer to. */
  readonly specs: SpecIndex
  /** Why the document's generator makes no page of it; undefined when it does, or when no generator is known. */
  unbuilt(path: string): Unbuilt | undefined
}

/** Builds the index anew from finished facts: cheap, so nothing ever has to be invalidated. */
export function buildProject(sources: Sources): Project {
  const includes = once(() => indexIncludes(project))
  const pages = once(() => indexPages(project))
  const specs = once(() => indexSpecs(project))
  const built = once(() => indexBuilt(project))
  const project: Project = {
    ...sources,
    site: siteFinder(sources.sites),
    get specs() {
      return specs()
    },
    get includes() {
      return includes()
    },
    get pages() {
      return pages()
    },
    unbuilt: (path) => built()(path),
  }
  return project
}

/** Remembers an answer. */
export function once<T>(answer: () => T): () => T {
  let known: { answer: T } | undefined
  return () => {
    known ??= { answer: answer() }
    return known.answer
  }
}
