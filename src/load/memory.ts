import picomatch from 'picomatch'
import type { Config } from '../config/index.ts'
import { type Content, textIn } from './document.ts'
import type { Reader } from './reader.ts'
import { makeTree } from './tree.ts'
import { wantedBy } from './wanted.ts'

/** A project in memory, read as a disk would be. */
export function memory(files: ReadonlyMap<string, string | Uint8Array>, config: Config): Reader {
  const tree = makeTree(files.keys())
  const read = (path: string): Content => {
    const content = files.get(path)
    if (content === undefined) return { problem: 'the file vanished while docs-lint ran' }
    return typeof content === 'string' ? new TextEncoder().encode(content) : content
  }
  const wanted = wantedBy(config, tree.paths, (path) => textIn(read(path)))
  return {
    tree,
    ignored: picomatch(config.user.ignore ?? []),
    targets: tree.paths.filter((path) => wanted(path)),
    read,
    pause: async () => {},
  }
}
