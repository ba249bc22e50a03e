import { splitPath } from '../../../paths.ts'
import type { Document } from '../../../types.ts'
import { onceEach } from '../../once.ts'
import type { ServedSite } from '../../types/targets.ts'
import type { Grounds } from './types.ts'

const hasEnding = /\.[a-z][a-z\d]{0,7}$/i

/**
 * Whether a missing place is a page far from all that is known of the site: no page is served beside it, so that all of its folder may
 * be made by what docs-lint does not see. A name with an ending is that of a file, and no build is asked for it.
 */
export function indexRemote({ project, served }: Grounds): (document: Document, place: string) => boolean {
  const folders = onceEach(foldersOf)
  return ({ path }, place) => {
    const bare = place.replace(/\/$/, '')
    const { folder, name } = splitPath(bare)
    const home = served(path)
    if (hasEnding.test(name)) return false
    if (place.startsWith('/')) return !folders(home).has(folder)
    return home.site.generator !== 'none' && !project.files.hasDirectory(folder)
  }
}

/** The folders below the root in which a site serves pages, as URL paths. */
function foldersOf({ pages }: ServedSite): ReadonlySet<string> {
  const found = new Set<string>()
  for (const page of pages) {
    for (let end = page.lastIndexOf('/'); end > 0; end = page.lastIndexOf('/', end - 1)) {
      const folder = page.slice(0, end)
      if (found.has(folder)) break
      found.add(folder)
    }
  }
  return found
}
