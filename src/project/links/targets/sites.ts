import { contentAround } from '../../../site/contents.ts'
import { siteFinder } from '../../../site/detect.ts'
import { noSite } from '../../../site/make.ts'
import { isMarkdown } from '../../../site/urls.ts'
import type { Site } from '../../../types.ts'
import { once, onceEach } from '../../once.ts'
import type { Project } from '../../types/project.ts'
import type { ServedSite } from '../../types/targets.ts'
import { serve } from './served.ts'

/** What the site of a document serves. */
export function indexSites(project: Project): (path: string) => ServedSite {
  const sites = once(() => serveAll(project))
  return onceEach((path) => sites().get(siteAround(project, path)) as ServedSite)
}

/** A document outside its site's content (a README beside the config) is read where it lies. */
function siteAround(project: Project, path: string): Site {
  const site = project.site(path)
  // Menus stand beside the content as often as in it.
  return !isMarkdown(path) || contentAround(site, path) ? site : noSite
}

/** Every file of the project, by the site that it belongs to. One pass. */
function serveAll(project: Project): Map<Site, ServedSite> {
  const siteOf = siteFinder(project.sites)
  const files = new Map<Site, string[]>([[noSite, []]])
  for (const site of project.sites) files.set(site, [])
  for (const path of project.files.paths) files.get(siteOf(path))?.push(path)
  return new Map([...files].map(([site, paths]) => [site, serve(project, site, paths)]))
}
