import type { Document } from '../../types.ts'
import type { Project } from '../types/project.ts'

/** Fewer prove nothing. */
const enough = 5

/**
 * Whether what reads the front matter of a document takes it for YAML. The known generators do, but for the first version of Docusaurus;
 * a program of the project's own may split lines at the first colon, and then most pages hold what YAML refuses, such as `title: Guide: orders`.
 */
export function indexYaml(project: Project): ({ path }: Document) => boolean {
  const unbuilt = [...project.documents.values()].filter(
    ({ path, facts }) => facts.frontMatter && project.site(path).generator === 'none',
  )
  const flawed = unbuilt.filter(({ facts }) => facts.problems.some(({ kind }) => kind === 'front-matter')).length
  const isOwn = flawed >= enough && 2 * flawed > unbuilt.length
  return ({ path }) => {
    const { generator } = project.site(path)
    return generator !== 'docusaurus-1' && !(generator === 'none' && isOwn)
  }
}
