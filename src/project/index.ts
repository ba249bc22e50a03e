import { siteFinder } from '../site/detect.ts'
import { indexHosts } from './endpoints/hosts.ts'
import { indexEndpoints } from './endpoints/index.ts'
import { indexIncludes } from './includes/index.ts'
import { indexAnchors } from './links/anchors/index.ts'
import { indexLinks } from './links/index.ts'
import { once } from './once.ts'
import { indexPages } from './pages/index.ts'
import { indexSamples } from './samples/index.ts'
import { indexScopes } from './scopes/index.ts'
import { indexSpecs } from './spec/index.ts'
import type { Project, Sources } from './types/project.ts'

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
  const own: Omit<Project, keyof Rooms> = {
    ...sources,
    site: siteFinder(sources.sites),
    document: (path) => sources.documents.get(path) ?? sources.included?.documents.get(path),
    textOf: (path) => project.document(path)?.text ?? sources.included?.texts.get(path),
    ignored: (path) => sources.ignored?.(path) ?? false,
    namedByBuild: (path) => sources.namedByBuild?.(path) ?? false,
    leftOut: (path) => sources.leftOut?.(path) ?? false,
    resolve: (document, link) => project.links.resolve(document, link),
  }
  const project: Project = withRooms(own, () => project)
  return project
}

function withRooms(own: Omit<Project, keyof Rooms>, project: () => Project): Project {
  const doors = Object.entries(rooms).map(([name, index]) => [name, { get: once<unknown>(() => index(project())) }])
  // The compiler cannot know what properties come from a table.
  return Object.defineProperties(own, Object.fromEntries(doors)) as Project
}
