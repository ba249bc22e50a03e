import { member } from '../../parse/json.ts'
import type { Project } from '../types/project.ts'

/** The documents that something leads to: a link or a navigation of another document, or an include. */
export function indexReached(project: Project): ReadonlySet<string> {
  const reached = new Set<string>()
  for (const document of project.documents.values()) {
    // A page that puts itself into a menu needs nobody else to do so.
    const data = document.facts.frontMatter?.data
    if (member(data, 'menu') ?? member(data, 'menus')) reached.add(document.path)
    for (const link of document.facts.links) {
      const target = project.resolve(document, link)
      if ((target.kind === 'document' || target.kind === 'unbuilt') && target.path !== document.path)
        reached.add(target.path)
    }
    for (const include of document.facts.includes) {
      const target = project.includes.resolve(document, include)
      if (target.kind === 'document') reached.add(target.path)
    }
  }
  return reached
}
