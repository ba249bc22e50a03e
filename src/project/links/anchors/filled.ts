import { getOrAdd } from '../../../grouped.ts'
import { splitPath } from '../../../paths.ts'
import { isMarkdown } from '../../../site/urls.ts'
import { once } from '../../once.ts'

/** What others ask a page for, or the pages of a folder: what stands there or is like it, and what is like nothing that they show. */
interface Asked {
  likely: number
  strange: Set<string>
}

/** By paths of pages, and of folders, which end with a slash. */
export type Askings = Map<string, Asked>

/** Fewer prove nothing, and they have to outweigh the others this many times. */
const enough = 10
const times = 3

export function ask(askings: Askings, { path, fragment }: { path: string; fragment: string }, isLikely: boolean): void {
  for (const place of [path, folderOf(path)]) {
    const asked = getOrAdd(askings, place, () => ({ likely: 0, strange: new Set<string>() }))
    if (isLikely) asked.likely++
    else asked.strange.add(`${path}#${fragment}`)
  }
}

/** Whether a program seems to make the anchors of a page: of its folder, or of it and of another one there. */
export function indexFilled(askings: Askings): (path: string) => boolean {
  const proven = once(() => new Set([...askings].flatMap(([place, asked]) => (isProven(asked) ? [place] : []))))
  // Of a page of HTML nobody knows what stands there, however it came to be.
  const around = once(() => new Set([...proven()].filter(isMarkdown).map(folderOf)))
  return (path) => {
    const { likely = 0, strange } = askings.get(path) ?? {}
    const folder = folderOf(path)
    return proven().has(folder) || (strange !== undefined && strange.size > likely && around().has(folder))
  }
}

function isProven({ likely, strange }: Asked): boolean {
  return strange.size >= enough && strange.size >= times * likely
}

function folderOf(path: string): string {
  return `${splitPath(path).folder}/`
}
