import { isSymbol } from '../../../site/doxygen.ts'
import { sluggers, slugsOf, titled } from '../../../site/slugs.ts'
import { squash } from '../../../text.ts'
import type { Document } from '../../../types.ts'
import { later, once, onceEach } from '../../once.ts'
import { sectionFinder } from '../../sections.ts'
import type { AnchorIndex, CrossedLink } from '../../types/links.ts'
import type { Project } from '../../types/project.ts'
import { isInVault } from '../wikis.ts'
import { crossedLinks } from './crossed.ts'
import { crossedPaths } from './crossed-paths.ts'
import { duplicateAnchors } from './duplicates.ts'
import { indexNamedOtherwise } from './explicit.ts'
import { indexForeignIds } from './foreign-ids.ts'
import {
  inLowerCase,
  isHash,
  isNoAnchor,
  mayBecome,
  mayBeRoute,
  ofHost,
  some,
  spellings,
  unprefixed,
} from './fragment.ts'
import { indexLabels } from './labels.ts'
import { type Anchors, indexPageAnchors, isShownElsewhere } from './page.ts'
import { pagelessLinks } from './pageless.ts'
import { renumbered } from './renumbered.ts'
import { repeatedHeadings } from './repeated.ts'
import { type Evidence, weigh } from './slug-evidence.ts'

export { leadHere, leadsTo, type Place } from './place.ts'

export function indexAnchors(project: Project): AnchorIndex {
  const anchors = indexPageAnchors(project)
  const evidence = later(() => weigh(project, anchors))
  const labels = indexLabels(project, (path) => anchors(path).all())
  const sections = onceEach(sectionFinder)
  const isNamedOtherwise = indexNamedOtherwise(anchors)
  const kept = once(() => idsInBlocks(project))
  return {
    of: (path) => anchors(path).all(),
    alike: (path, fragment) =>
      anchors(path).squashed().get(squash(fragment)) ?? anchors(path).renamed().get(squash(fragment)) ?? [],
    duplicates: (document) => duplicateAnchors(project, document),
    repeated: (document) => [...repeatedHeadings(document), ...renumbered(document)],
    crossed: allCrossed,
    foreign: indexForeignIds(project),
    section: (document, fragment) => sections(document)(fragment),
    pageless: (document) => pagelessLinks(project, document),
    isFilled: (path) => evidence(project.site(path)).isMadeElsewhere(path),
    isLabel: (path, name) => labels.areReadOn(path) && labels.has([name]) === true,
    mayBeLabel: labels.mayBeHidden,
    has(path, fragment) {
      const site = project.site(path)
      if (isNoAnchor(fragment, site.generator) || isShownElsewhere(project, path)) return undefined
      const page = anchors(path)
      const names = spellings(fragment)
      if (some(page.written, names) || some(page.own(), names)) return true
      if (isMade(page, names, evidence(site))) return !isNamedOtherwise(project.documents.get(path), names)
      if (
        isReadAsKept(project, path) &&
        (fragment === ofHost || some(page.own(), inLowerCase(names)) || some(page.all(), unprefixed(names)))
      )
        return true
      if (isOutOfSight(page, names, kept, () => isInVault(project.files, path))) return undefined
      const { isMadeElsewhere, isJoined, routes } = evidence(site)
      if (isMadeElsewhere(path) || isJoined() || names.some((it) => routes.has(it))) return undefined
      return labels.areReadOn(path) && labels.has(names)
    },
  }
}

/** Whether no generator builds the page: what stands beside a site's content is read by the host of the repository. */
function isReadAsKept(project: Project, path: string): boolean {
  return project.links.served(path).site.generator === 'none'
}

/** Whether what nobody can read here, a template makes, or an application shows, may have the anchor, or finds it by the text of a heading. */
function isOutOfSight(
  { incomplete, takesBlocks, templated, hasRoutes, isForDoxygen, codes, printed }: Anchors,
  names: string[],
  kept: () => ReadonlySet<string>,
  isByText: () => boolean,
): boolean {
  return (
    incomplete ||
    (takesBlocks() && some(kept(), names)) ||
    templated.some((it) => mayBecome(it, names)) ||
    (names.some(mayBeRoute) && hasRoutes()) ||
    (names.some(isSymbol) && isForDoxygen()) ||
    (names.some(isCode) && some(codes(), names)) ||
    some(printed(), names) ||
    (names.some((it) => it.includes(' ')) && isByText())
  )
}

/** Cheap, since most fragments are none. */
function isCode(name: string): boolean {
  return /^[A-Z]{2}[A-Z_-]*\d+$/.test(name)
}

/** Whether an algorithm that is not the site's own, but not ruled out either, makes an anchor of that name, or a plugin does, or Redcarpet of letters that it does not know. */
function isMade(page: Anchors, names: string[], { ruledOut, additions }: Evidence): boolean {
  return (
    sluggers.some((it) => !ruledOut.has(it) && some(page.under(it), names)) ||
    additions.some((it) => some(page.added(it), names)) ||
    names.some((it) => isHash(it) && page.hashed().has(it))
  )
}

/** Ids of headings in the blocks that templates keep for pages, under any algorithm: which page shows which block is the templates' business. */
function idsInBlocks(project: Project): ReadonlySet<string> {
  const templates = [...project.documents.values()].filter(({ facts }) =>
    facts.samples.some((it) => it.name !== undefined),
  )
  const titles = templates.flatMap(({ facts }) => facts.sections.slice(1).map(({ title }) => titled(title)))
  return new Set(sluggers.flatMap((it) => [...slugsOf(titles, it)]))
}

/** A title that is a path is one to both. */
function allCrossed(document: Document): CrossedLink[] {
  const found = crossedLinks(document)
  return [...found, ...crossedPaths(document).filter(({ link }) => !found.some((it) => it.link === link))]
}
