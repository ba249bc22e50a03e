import { shelve } from '../../../grouped.ts'
import { splitPath } from '../../../paths.ts'
import type { Document } from '../../../types.ts'
import { once } from '../../once.ts'
import type { Project } from '../../types/project.ts'
import { namesIn } from '../names.ts'

/** Fewer names may stand in any table; and of those that a table has, a sample that takes them over shows nearly all. */
const [few, share] = [3, 0.8]

/** Of the names that a sample of a page has, and its own table lacks, those that it takes over from another one. */
export type Inherited = (document: Document, names: ReadonlySet<string>) => ReadonlySet<string>

/**
 * A table may list what a kind adds to the object that all kinds are, and the sample shows both: then what the table lacks is what
 * another one of the page, or of a page beside it, lists.
 */
export function indexInherited({ documents }: Project): Inherited {
  const tables = once(() => {
    const byFolder = new Map<string, ReadonlySet<string>[]>()
    for (const { path, facts } of documents.values())
      for (const it of facts.schemas) if (it.role === 'object') shelve(byFolder, splitPath(path).folder, namesIn(it))
    return byFolder
  })
  return (document, names) => {
    if (names.size < few) return new Set()
    const beside = tables().get(splitPath(document.path).folder) ?? []
    return new Set(
      beside.flatMap((table) => {
        const shown = [...table].filter((it) => names.has(it))
        return shown.length >= few && shown.length >= table.size * share ? shown : []
      }),
    )
  }
}
