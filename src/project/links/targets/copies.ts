import { prefixOf, splitPath } from '../../../paths.ts'
import type { FileTree } from '../../../types.ts'
import { onceEach } from '../../once.ts'
import { madeOf } from './template-folders.ts'
import type { Grounds } from './types.ts'

/** Fewer pages that go by one name prove nothing: every folder has an index. */
const enough = 3

/** Where the pages of a folder stand when they are built, if what a build made of them is kept in a folder further up: links may be written for that place. */
export function copyFinder(files: FileTree): Grounds['copyOf'] {
  return onceEach((folder) => {
    const made = madeOf(folder)
    if (made !== undefined && files.hasDirectory(made)) return made
    const pages = files.names(folder).flatMap((it) => /^(.*)\.(?:md|markdown)$/.exec(it)?.[1] ?? [])
    if (pages.length < enough) return undefined
    for (let above = folder; above !== ''; ) {
      above = splitPath(above).folder
      const prefix = prefixOf(above)
      const built = pages.filter((it) => files.has(`${prefix}${it}.html`)).length
      if (built >= enough && built * 2 >= pages.length) return above
    }
    return undefined
  })
}
