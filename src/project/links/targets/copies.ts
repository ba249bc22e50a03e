import { splitPath } from '../../../text.ts'
import type { FileTree } from '../../../types.ts'
import { onceEach } from '../../once.ts'
import { madeOf } from './template-folders.ts'

/** Fewer pages that go by one name prove nothing: every folder has an index. */
const enough = 3

/** Where the pages of a folder stand when they are built, if what a build made of them is kept in a folder further up: links may be written for that place. */
export type CopyFinder = (folder: string) => string | undefined

export function copyFinder(files: FileTree): CopyFinder {
  return onceEach((folder) => {
    const made = madeOf(folder)
    if (made !== undefined && files.hasDirectory(made)) return made
    const pages = files.names(folder).flatMap((it) => /^(.*)\.(?:md|markdown)$/.exec(it)?.[1] ?? [])
    if (pages.length < enough) return undefined
    for (let above = folder; above !== ''; ) {
      above = splitPath(above).folder
      const prefix = above === '' ? '' : `${above}/`
      const built = pages.filter((it) => files.has(`${prefix}${it}.html`)).length
      if (built >= enough && built * 2 >= pages.length) return above
    }
    return undefined
  })
}
