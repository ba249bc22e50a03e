import type { LinkIndex } from '../types/links.ts'
import type { Project } from '../types/project.ts'
import { flawOf, indexLabelFlaws, isSchemeOnly, isSchemeSlip, unreadName } from './flaws.ts'
import { indexInertLinks } from './inert.ts'
import { misnamedFiles } from './misnamed-files.ts'
import { misnumberedLinks } from './misnumbered.ts'
import { indexRedirects } from './redirects.ts'
import { indexReferences, repeatedDefinitions } from './references.ts'
import { indexShownIds } from './shown-ids.ts'
import { indexLinkTargets } from './targets/index.ts'

export function indexLinks(project: Project): LinkIndex {
  const targets = indexLinkTargets(project)
  const { resolve, near, lookups, served } = targets
  const labelFlaw = indexLabelFlaws(project)
  return {
    resolve,
    near,
    lookups,
    served,
    get sites() {
      return targets.sites
    },
    navigation: ({ path, facts }) =>
      isMenu(path, served(path).site.generator) ? facts.links : facts.links.filter((it) => it.kind === 'navigation'),
    shownIds: indexShownIds(project),
    inert: indexInertLinks(project),
    undefinedReferences: indexReferences(project),
    repeatedDefinitions,
    redirectConflicts: indexRedirects(served),
    misnamed: (document) => [...misnamedFiles(document), ...misnumberedLinks(document)],
    flaw(document, link) {
      if (link.unread !== undefined) return unreadName(project, document, link)
      const { kind } = resolve(document, link)
      const mayLack = kind === 'missing' || kind === 'unknown'
      const label = mayLack ? labelFlaw(document, link, kind === 'unknown') : undefined
      const mayWork = link.url !== '' && !isSchemeOnly(link) && !isSchemeSlip(link) && kind !== 'missing'
      return label ?? (mayWork ? undefined : flawOf(project, document, link))
    },
  }
}

/** Markdown that a generator reads as its table of contents. */
function isMenu(path: string, generator: string): boolean {
  const menus: Record<string, RegExp> = {
    mdbook: /(?:^|\/)SUMMARY\.md$/,
    docfx: /(?:^|\/)toc\.md$/i,
    docsify: /(?:^|\/)_sidebar\.md$/,
  }
  return menus[generator]?.test(path) ?? false
}
