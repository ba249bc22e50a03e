import { siteFinder } from '../site/detect.ts'
import { indexHosts } from './endpoints/hosts/index.ts'
import { indexEndpoints } from './endpoints/index.ts'
import { indexIncludes } from './includes/index.ts'
import { indexAnchors } from './links/anchors/index.ts'
import { indexLinks } from './links/index.ts'
import { lazily } from './once.ts'
import { indexPages } from './pages/index.ts'
import { indexSamples } from './samples/index.ts'
import { indexScopes } from './scopes/index.ts'
import { indexSpecs } from './spec/index.ts'
import type { Project, Sources } from './types/project.ts'

type Room = 'scopes' | 'samples' | 'specs' | 'includes' | 'endpoints' | 'hosts' | 'pages' | 'anchors' | 'links'

/** Builds the index anew from finished facts: cheap, so nothing ever has to be invalidated. */
export function buildProject(sources: Sources): Project {
  const own: Omit<Project, Room> = {
    ...sources,
    site: siteFinder(sources.sites),
    document: (path) => sources.documents.get(path) ?? sources.included?.documents.get(path),
    textOf: (path) => project.document(path)?.text ?? sources.included?.texts.get(path),
    ignored: (path) => sources.ignored?.(path) ?? false,
    namedByBuild: (path) => sources.namedByBuild?.(path) ?? false,
    leftOut: (path) => sources.leftOut?.(path) ?? false,
    resolve: (document, link) => project.links.resolve(document, link),
  }
  const project: Project = lazily(own, {
    scopes: () => indexScopes(project),
    samples: () => indexSamples(project),
    specs: () => indexSpecs(project),
    includes: () => indexIncludes(project),
    endpoints: () => indexEndpoints(project),
    hosts: () => indexHosts(project),
    pages: () => indexPages(project),
    anchors: () => indexAnchors(project),
    links: () => indexLinks(project),
  })
  return project
}
