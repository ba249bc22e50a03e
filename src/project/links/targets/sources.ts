import { pageNames } from '../../../site/url-forms.ts'
import { isMarkdown } from '../../../site/urls.ts'
import type { Site } from '../../../types.ts'
import type { Project } from '../../types/project.ts'
import type { Served, ServedSite } from '../../types/targets.ts'
import type { Grounds } from './types.ts'

/** What the name of a page has behind it, in the order in which links try them. */
export const pageEnds = ['.md', '.mdx', '/index.md', '/index.mdx', '/_index.md', '/+page.md', '/+page.svx']
const endings = ['', ...pageEnds, '.markdown', '.html', '.html.md', '/README.md', '/index.html', '/+page.svelte']

/** A file of the project, by its path as a link writes it: with the extension of the source, of the page, or without. */
export function fileAt(
  project: Project,
  { rules, site }: ServedSite,
  path: string,
  folded: Grounds['folded'],
): Served | undefined {
  const lenient = rules.sources === 'always'
  const name = rules.drops?.test(path) ? path.replace(rules.drops, '') : path
  for (const candidate of lenient ? candidates(path, name) : [path]) {
    const file = project.files.has(candidate) ? candidate : folded(candidate, rules.fold ?? false)
    if (file !== undefined) return sourceAt(project, site, file)
  }
  if (rules.listings && project.files.hasDirectory(path)) return { kind: 'listing', path }
  const contract = intoFile.exec(path)?.[1]
  return contract !== undefined && project.files.has(contract) ? { kind: 'file', path: contract } : undefined
}

/** Most links are found at once, and ask for no other. */
function* candidates(path: string, name: string): Generator<string> {
  yield path
  for (const it of pageNames(name)) for (const end of endings) yield it + end
}

/** `api.yaml/paths/~1users/get`: what shows contracts lets links go on into them. */
const intoFile = /^(.*?\.(?:ya?ml|json))\/(?:paths|components|definitions|servers|tags|webhooks)(?:\/|$)/

/** Only the site's own pages have to be built: from outside it, a link leads to the source. */
function sourceAt(project: Project, site: Site, path: string): Served {
  if (!isMarkdown(path)) return { kind: 'file', path }
  const built = site.generator !== 'none' && project.site(path) === site
  return { kind: 'document', path, unbuilt: built ? project.pages.unbuilt(path) : undefined }
}
