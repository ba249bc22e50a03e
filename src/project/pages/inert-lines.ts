import { splitPath } from '../../paths.ts'
import { isCommonMark } from '../../site/dialect.ts'
import type { Document, InertLine } from '../../types.ts'
import { once } from '../once.ts'
import { rendersByProgram } from '../renderers.ts'
import type { Project } from '../types/project.ts'

/** Lines of Markdown that are none to the page's renderer. Without a generator, a host of repositories shows the page, if no program does. */
export function indexInertLines(project: Project): (document: Document) => readonly InertLine[] {
  const hasProgram = once(() => rendersByProgram(project.files))
  return ({ path, facts }) => {
    if (facts.inertLines.length === 0) return []
    const site = project.site(path)
    // Python's Markdown alone has such blocks.
    if (site.generator === 'mkdocs') return facts.inertLines.filter((it) => isAnywhere(it) || it.in === 'head')
    const others = facts.inertLines.filter((it) => it.in !== 'head')
    // What docsify reads stars with goes by CommonMark, if not in all else.
    if (site.generator === 'docsify') return others.filter((it) => isAnywhere(it) || it.in === 'stars')
    if (site.generator !== 'none') return others.filter((it) => isAnywhere(it) || isCommonMark(site))
    const { name } = splitPath(path)
    // It is a part of a page that something else puts together.
    if (name.startsWith('_')) return others.filter(isAnywhere)
    const isShownByHost = /^readme\b/i.test(name) || !hasProgram()
    return others.filter((it) => it.in !== 'html' || isShownByHost)
  }
}

/**
 * Of escapes in code, of entities, of a number without a blank, and of stars that have no others in their title, all renderers make the
 * same; who fills other tabs has the one that knows them.
 */
function isAnywhere(it: InertLine): boolean {
  return ['code', 'title stars', 'item', 'entity', 'tab'].includes(it.in)
}
