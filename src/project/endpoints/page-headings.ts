import { getOrAdd } from '../../grouped.ts'
import { splitPath } from '../../paths.ts'
import type { Document, Section } from '../../types.ts'
import { sortedDocuments } from '../documents.ts'
import type { EndpointIndex, PageHeadings } from '../types/endpoints.ts'
import type { Project } from '../types/project.ts'

interface Folder {
  pages: number
  titles: Map<string, { count: number; document: Document; section: Section }>
}

export function indexPageHeadings(project: Project, index: EndpointIndex): PageHeadings {
  const headings = new Map<Document, ReadonlyMap<string, Section>>()
  const folders = new Map<string, Folder>()
  for (const document of sortedDocuments(project)) {
    if (index.groups(document).length === 0) continue
    const known = getOrAdd(folders, splitPath(document.path).folder, (): Folder => ({ pages: 0, titles: new Map() }))
    const own = headingsOf(document)
    headings.set(document, own)
    known.pages++
    for (const [key, section] of own) {
      getOrAdd(known.titles, key, () => ({ count: 0, document, section })).count++
    }
  }
  return {
    areExpected: (document) => headings.has(document),
    has: (document, title) => headings.get(document)?.has(fold(title)) ?? false,
    missing(document, share, minimum) {
      const own = headings.get(document)
      const folder = folders.get(splitPath(document.path).folder)
      const siblings = (folder?.pages ?? 0) - 1
      if (!own || !folder || siblings < minimum) return []
      return [...folder.titles].flatMap(([key, { count, ...example }]) =>
        own.has(key) || count < siblings * share
          ? []
          : [{ title: example.section.title.trim(), having: count, siblings, example }],
      )
    },
  }
}

/** Folded title → the first heading that has it. */
function headingsOf({ facts }: Document): ReadonlyMap<string, Section> {
  const found = new Map<string, Section>()
  for (const section of facts.sections) {
    const key = fold(section.title)
    if (section.depth > 0 && key !== '' && !found.has(key)) found.set(key, section)
  }
  return found
}

/** Letters and digits count, and "Examples" is "Example". */
function fold(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/s$/, '')
}
