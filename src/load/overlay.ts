import { byCodeUnit } from '../text.ts'
import type { Reader } from './reader.ts'
import { makeTree } from './tree.ts'

/** What a file would hold; `undefined` for a file that would not be there. */
export type Changes = ReadonlyMap<string, Uint8Array | undefined>

/** A project with some files changed, added or gone, without touching it. `wanted` says which added files are linted. */
export function overlay(reader: Reader, changes: Changes, wanted: (path: string) => boolean = () => false): Reader {
  const gone = (path: string) => changes.has(path) && changes.get(path) === undefined
  const added = [...changes].flatMap(([path, content]) => (content && !reader.tree.has(path) ? path : []))
  const same = added.length === 0 && ![...changes.keys()].some(gone)
  const targets = [...reader.targets.filter((path) => !gone(path)), ...added.filter(wanted)]
  return {
    ...reader,
    tree: same ? reader.tree : makeTree([...reader.tree.paths.filter((path) => !gone(path)), ...added]),
    targets: targets.sort(byCodeUnit),
    read: (path) => changes.get(path) ?? reader.read(path),
  }
}
