import type { LinkIndex } from '../types/links.ts'
import type { Project } from '../types/project.ts'
import { leftOut } from './contents.ts'
import { flawOf, flawOfMissing, indexLabelFlaws, unreadName } from './flaws.ts'
import { indexInertLinks } from './inert.ts'
import { misaddressedLinks } from './misaddressed.ts'
import { misdatedLinks } from './misdated.ts'
import { misnamedFiles } from './misnamed-files.ts'
import { misnumberedLinks } from './misnumbered.ts'
import { misversionedLinks } from './misversioned.ts'
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
    leftOut: (document) => leftOut(project, document),
    shownIds: indexShownIds(project),
    inert: indexInertLinks(project),
    undefinedReferences: indexReferences(project),
    repeatedDefinitions,
    redirectConflicts: indexRedirects(served),
    misnamed: (document) => [
      ...misnamedFiles(document),
      ...misaddressedLinks(document),
      ...misnumberedLinks(document),
      ...misdatedLinks(document),
      ...misversionedLinks(project, document),
    ],
    flaw(document, link) {
      if (link.unread !== undefined) return unreadName(project, document, link)
      const { kind } = resolve(document, link)
      const flaw = flawOf(project, document, link)
      if (flaw || (kind !== 'missing' && kind !== 'unknown')) return flaw
      const label = labelFlaw(document, link, kind === 'unknown')
      return label ?? (kind === 'missing' ? flawOfMissing(project, document, link) : undefined)
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
