import { hasScheme, joinPath, pathFrom } from '../../../paths.ts'
import type { Document } from '../../../types.ts'
import type { Project } from '../../types/project.ts'

/** Pages by their path without extension: links name what the site builds, not the source. */
export function pagesByStem(project: Project): ReadonlyMap<string, Document> {
  return new Map([...project.documents.values()].filter(({ facts }) => !facts.spec).map((it) => [stem(it.path), it]))
}

export function pageOf(
  project: Project,
  pages: ReadonlyMap<string, Document>,
  from: Document,
  page: string,
): Document | undefined {
  if (hasScheme(page)) return undefined
  const { source } = project.site(from.path)
  const path = page.startsWith('/') ? joinPath(source, page.slice(1)) : pathFrom(from.path, page)
  return path === undefined ? undefined : (pages.get(stem(path)) ?? pages.get(`${path}/index`))
}

function stem(path: string): string {
  return path.replace(/(?:\.(?:html?|md|markdown|mdx|erb))+$/, '')
}
