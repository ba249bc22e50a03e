import { shelve } from '../../grouped.ts'
import type { Document } from '../../types.ts'
import { onceEach } from '../once.ts'
import type { RedirectConflict } from '../types/links.ts'
import type { Redirect, ServedSite } from '../types/targets.ts'

/** The conflicts of every page of a site: the first claim of a URL holds, the later ones are in conflict with it. */
export function redirectConflicts({ redirects, urls }: ServedSite): ReadonlyMap<string, readonly RedirectConflict[]> {
  const first = new Map<string, Redirect>()
  const conflicts = new Map<string, RedirectConflict[]>()
  for (const redirect of redirects) {
    const { url, range } = redirect
    const other = first.get(url)
    const page = urls.get(url)
    const shadows = page?.kind === 'document' && !page.unbuilt && page.path !== redirect.path
    // A page may name its own address among the old ones: generators leave such a page alone.
    const found: RedirectConflict | undefined =
      other && other.path !== redirect.path
        ? { url, range, kind: 'claimed', path: other.path, at: other.range }
        : shadows
          ? { url, range, kind: 'shadows', path: page.path, at: [0, 0] }
          : undefined
    if (!other) first.set(url, redirect)
    if (found) shelve(conflicts, redirect.path, found)
  }
  return conflicts
}

/** Conflicts by document, remembered per site. */
export function indexRedirects(
  served: (path: string) => ServedSite,
): (document: Document) => readonly RedirectConflict[] {
  const conflicts = onceEach(redirectConflicts)
  return ({ path }) => conflicts(served(path)).get(path) ?? []
}
