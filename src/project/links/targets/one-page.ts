import { joinPath } from '../../../paths.ts'
import type { Document } from '../../../types.ts'
import type { Asking, PathReference, Surroundings } from './types.ts'

/** More pages, of which some are parts that are no longer shown. */
const few = 10

/** What a link from the root means where all of a site is one page. */
export function asOnePage(
  around: Surroundings,
  document: Document,
  link: Asking,
  reference: PathReference,
): string | undefined {
  if (reference.host !== undefined || !reference.path.startsWith('/')) return undefined
  if (isOwnBase(around, reference)) return 'all of the site is one page, and has the place that is linked'
  return isOfDomain(around, document, link, reference)
    ? 'all of the site is one page, and its domain has more'
    : undefined
}

/** `/kiln-manual#lids` where the only page has "Lids": the folder that the site is published in, which its config does not name. */
function isOwnBase(around: Surroundings, { path, fragment }: PathReference): boolean {
  if (fragment === '' || !/^\/[\w-]+\/?$/.test(path)) return false
  const only = onlyPage(around)
  return only !== undefined && around.project.anchors.of(only).has(fragment)
}

/** `/wheels` on the one page that Slate and its kin make of a reference: its domain has more. What stands in a folder of that name here, or nearly so, is meant. */
function isOfDomain(around: Surroundings, document: Document, { kind }: Asking, { path }: PathReference): boolean {
  const { project, home, near } = around
  const { generator, source, root } = home.site
  if (generator !== 'slate' && generator !== 'shins') return false
  if (/\.\w+$/.test(path)) return false
  const [, first = ''] = path.split('/', 2)
  if ([source, root].some((it) => project.files.hasDirectory(joinPath(it, first) ?? first))) return false
  return onlyPage(around) !== undefined && near(document, kind, path) === undefined
}

/** The page of a site that has no other. */
function onlyPage({ project, home }: Surroundings): string | undefined {
  if (home.pages.length > few) return undefined
  const pages = home.pages.flatMap((it) => home.get(it)?.path ?? []).filter((it) => !project.pages.isUnused(it))
  return pages.length === 1 ? pages[0] : undefined
}
