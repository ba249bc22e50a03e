import { getOrAdd } from '../../grouped.ts'
import type { Document, Site } from '../../types.ts'
import type { Project } from '../types/project.ts'

/** Fewer prove nothing. */
const enough = 5

/**
 * Whether what reads the front matter of a document takes it for YAML. The known generators do, but for the first version of Docusaurus; a program of the project's own may
 * split lines at the first colon, and then most pages hold what YAML refuses, such as `title: Guide: orders`.
 */
export function indexYaml(project: Project): ({ path }: Document) => boolean {
  const counts = new Map<Site, { all: number; flawed: number }>()
  for (const { path, facts } of project.documents.values()) {
    const site = project.site(path)
    if (site.generator !== 'none' || !facts.frontMatter) continue
    const count = getOrAdd(counts, site, () => ({ all: 0, flawed: 0 }))
    count.all++
    if (facts.problems.some(({ kind }) => kind === 'front-matter')) count.flawed++
  }
  return ({ path }) => {
    const site = project.site(path)
    if (site.generator === 'docusaurus-1') return false
    const { all, flawed } = counts.get(site) ?? { all: 0, flawed: 0 }
    return flawed < enough || 2 * flawed <= all
  }
}
