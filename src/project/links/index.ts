import type { Document, InertLink, Link } from '../../types.ts'
import type { Project } from '../index.ts'
import { type Flaw, flawOf, indexLabelFlaws, indexShownIds, isSchemeOnly, isSchemeSlip, type ShownId } from './flaws.ts'
import { indexInertLinks } from './inert.ts'
import { indexRedirects, type RedirectConflict } from './redirects.ts'
import { indexReferences, type RepeatedDefinition, repeatedDefinitions, type UndefinedReference } from './references.ts'
import { indexLinkTargets, type TargetIndex } from './targets/index.ts'

export type { Target } from './targets/index.ts'

/** Answers where links lead, and what is wrong with them as they are written. */
export interface LinkIndex extends TargetIndex {
  /** What is wrong with a link as it is written; asked of links that lead nowhere. */
  flaw(document: Document, link: Link): Flaw | undefined
  /** Ids that a heading shows, since they are not written as the generator wants them. */
  shownIds(document: Document): readonly ShownId[]
  /** Links that are shown as they are written: in HTML, where the generator reads no Markdown, or with a fault in their own marks. */
  inert(document: Document): readonly InertLink[]
  /** The links of a menu: of a file that is one, and of Markdown that its generator reads as one. */
  navigation(document: Document): readonly Link[]
  undefinedReferences(document: Document): UndefinedReference[]
  repeatedDefinitions(document: Document): RepeatedDefinition[]
  redirectConflicts(document: Document): readonly RedirectConflict[]
}

export function indexLinks(project: Project): LinkIndex {
  const targets = indexLinkTargets(project)
  const { resolve, near, lookups, served } = targets
  const labelFlaw = indexLabelFlaws()
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
    flaw(document, link) {
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
