import { splitPath } from '../../paths.ts'
import type { Document, InertLine } from '../../types.ts'
import { once } from '../once.ts'
import { isCommonMark, rendersByProgram } from '../renderers.ts'
import type { Project } from '../types/project.ts'

/** Lines of Markdown that are none to the page's renderer. Without a generator, a host of repositories shows the page, if no program does. */
export function indexInertLines(project: Project): (document: Document) => readonly InertLine[] {
  const hasProgram = once(() => rendersByProgram(project.files))
  return ({ path, facts }) => {
    if (facts.inertLines.length === 0) return []
    const site = project.site(path)
    // Escapes stand in code, of which all renderers make the same.
    if (site.generator !== 'none') return facts.inertLines.filter((it) => it.in === 'code' || isCommonMark(site))
    const { name } = splitPath(path)
    // It is a part of a page that something else puts together.
    if (name.startsWith('_')) return []
    const isShownByHost = /^readme\b/i.test(name) || !hasProgram()
    return facts.inertLines.filter((it) => it.in !== 'html' || isShownByHost)
  }
}
