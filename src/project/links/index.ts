import type { LinkIndex } from '../types/links.ts'
import type { Project } from '../types/project.ts'
import { leftOut } from './contents.ts'
import { indexFlaws } from './flaws.ts'
import { indexInertLinks } from './inert.ts'
import { indexMisnamed } from './misnamed/index.ts'
import { indexRedirects } from './redirects.ts'
import { indexReferences, repeatedDefinitions } from './references.ts'
import { indexShownIds } from './shown-ids.ts'
import { indexLinkTargets } from './targets/index.ts'

export function indexLinks(project: Project): LinkIndex {
  const targets = indexLinkTargets(project)
  const { served } = targets
  return {
    ...targets,
    navigation: ({ path, facts }) =>
      menus[served(path).site.generator]?.test(path)
        ? facts.links
        : facts.links.filter((it) => it.kind === 'navigation'),
    leftOut: (document) => leftOut(project, document),
    shownIds: indexShownIds(project),
    inert: indexInertLinks(project),
    undefinedReferences: indexReferences(project),
    repeatedDefinitions,
    redirectConflicts: indexRedirects(served),
    misnamed: indexMisnamed(project),
    flaw: indexFlaws(project),
  }
}

/** Markdown that a generator reads as its table of contents. */
const menus: Record<string, RegExp> = {
  mdbook: /(?:^|\/)SUMMARY\.md$/,
  docfx: /(?:^|\/)toc\.md$/i,
  docsify: /(?:^|\/)_sidebar\.md$/,
}
