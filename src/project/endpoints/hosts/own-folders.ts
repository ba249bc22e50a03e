import type { Document, Link } from '../../../types.ts'
import type { Project } from '../../types/project.ts'

/** `file:///home/mia/pots.md`, `C:/Users/mia/lid.png`: what a browser may open, on one machine. */
const onDisk = /^(?:file:\/{2,3}(?:[A-Za-z]:[/\\]|(?:home|Users|tmp|var|mnt)\/)|[A-Za-z]:[/\\]Users[/\\])[^/\\]/
/** `/Users/mia/site/images/lid.png`: on a Mac, and on no site that has no such page. */
const ofMac = /^\/Users\/[a-z][\w.-]{1,40}\/(?:[^/]+\/)+[^/]+\.\w{2,5}$/

/** Whether a link or an image leads into a folder of who wrote the page. */
export function isOwnFolder(project: Project, document: Document, link: Link): boolean {
  const { url } = link
  if (link.idle || !/^(?:\/U|\w+:)/.test(url)) return false
  if (onDisk.test(url)) return true
  if (!ofMac.test(url)) return false
  const target = project.resolve(document, link)
  // Where all absolute links begin so, that looks like the base of a site. What is missing is told as such.
  return target.kind === 'unknown' || (target.kind === 'file' && !target.path.includes('Users/'))
}
