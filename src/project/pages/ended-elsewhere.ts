import type { Document } from '../../types.ts'
import type { Page } from '../types/pages.ts'
import type { Project } from '../types/project.ts'

/**
 * Whether an element that a document leaves open may be ended by what stands beside it on its pages: by another part that has more
 * ends of its name than beginnings, or by one that nobody can read.
 */
export function isEndedElsewhere(project: Project, document: Document, name: string): boolean {
  const pages = project.pages.of(document.path)
  return pages.length === 0 || pages.some((page) => isUnknown(project, page) || isEndedOn(page, document, name))
}

function isUnknown(project: Project, { parts }: Page): boolean {
  return parts.some(({ document }) =>
    document.facts.includes.some((it) => !it.literal && project.includes.resolve(document, it).kind !== 'document'),
  )
}

function isEndedOn({ parts }: Page, but: Document, name: string): boolean {
  const tag = new RegExp(`<(/?)${name}\\b`, 'gi')
  return parts.some(({ document }) => {
    if (document === but || !document.text.includes('</')) return false
    const tags = [...document.text.matchAll(tag)]
    return 2 * tags.filter(([, slash]) => slash).length > tags.length
  })
}
