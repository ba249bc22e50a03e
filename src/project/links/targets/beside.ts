import { isBelow, joinPath } from '../../../paths.ts'
import type { Project } from '../../types/project.ts'
import type { ServedSite } from '../../types/targets.ts'
import type { Mount, PathReference, Surroundings } from './types.ts'

/** Whether a link may lead to what else there is on the domain of a site. */
export function isBeside({ project, home, mount }: Surroundings, reference: PathReference): boolean {
  if (isBesideBase(home, reference)) return true
  if (isBesideMount(project, mount, reference.path)) return !isOwnRoute(project, home, reference)
  if (home.site.generator === 'mdbook' && isBesideBook(project, home, reference)) return true
  return home.site.generator === 'docfx' && isOtherDocset(project, home, reference.path)
}

/** `/api/main`: links of a book start where their page stands, and who writes a slash before a folder that the book lacks means another part of its domain. */
function isBesideBook({ files }: Project, { site }: ServedSite, { path, host }: PathReference): boolean {
  const [, first = '', ...more] = path.split('/')
  if (host !== undefined || !path.startsWith('/') || more.join('') === '' || /\.\w+$/.test(path)) return false
  return [site.source, site.root].every((it) => !files.hasDirectory(joinPath(it, first) ?? first))
}

/** `/graph/overview`: several repositories share a domain, each below folders of its own. */
function isOtherDocset({ files }: Project, { site }: ServedSite, path: string): boolean {
  const [, first = '', ...more] = path.split('/')
  const folder = joinPath(site.source, first)
  return path.startsWith('/') && more.length > 0 && folder !== undefined && !files.hasDirectory(folder)
}

/** `https://pots.github.io/lids/` where the site is `https://pots.github.io/cups/`, and `/pots` where all pages stand below `/pots/manual`. */
function isBesideBase({ site }: ServedSite, { path, host }: PathReference): boolean {
  const { base, hosts } = site.address
  if (host === undefined) return base.startsWith(`${path.replace(/\/$/, '')}/`)
  return base !== '' && hosts.includes(host) && !isBelow(`${path}/`, base)
}

/** `/docs/limits` where Docusaurus keeps pages for `/docs`: it puts its base before what begins with a slash, and never leaves the site. */
function isOwnRoute({ files }: Project, { site }: ServedSite, { path, host }: PathReference): boolean {
  if (site.generator !== 'docusaurus' || host !== undefined) return false
  return site.contents.some(
    ({ folder, route }) => route !== '' && path.startsWith(`/${route}/`) && files.hasDirectory(folder),
  )
}

/** `/product/forum` where `/product/docs` is a folder of this project: links that swap a prefix tell of a larger domain. */
function isBesideMount({ files }: Project, { strip, add }: Mount, path: string): boolean {
  if (!path.startsWith('/')) return false
  // All of the project stands below the prefix: what does not carry it is elsewhere, and the prefix alone has a home page.
  if (add === '') return strip !== '' && !path.startsWith(`${strip}/`)
  // A folder beside the root of the pages, and so no page of theirs: it may be what GitHub shows.
  if (strip === '') return files.hasDirectory(path.slice(1).replace(/\/$/, ''))
  if (!path.startsWith(`${strip}/`)) return true
  const folder = joinPath(add, path.slice(strip.length + 1).split('/', 1)[0] ?? '')
  return folder === undefined || !files.hasDirectory(folder)
}
