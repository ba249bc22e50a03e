import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import ignore from 'ignore'
import picomatch from 'picomatch'
import type { Config } from '../config/index.ts'
import { shelve } from '../grouped.ts'
import { textIn } from '../load/document.ts'
import type { Reader } from '../load/reader.ts'
import { wantedBy } from '../load/wanted.ts'
import { isBelow, prefixOf, splitPath } from '../paths.ts'
import { byCodeUnit } from '../text.ts'
import { repositoryOf } from './config-file.ts'
import { type Read, readerOf, within } from './inside.ts'
import { scan } from './scan.ts'

/** A project on disk, and what its reading hangs on besides the content of files. */
export interface Disk extends Reader {
  namesakes: ReadonlyMap<string, readonly string[]>
  /** Every folder that was listed, empty ones too. */
  folders: readonly string[]
  /** Whether a file would be a target, if it were there. */
  wanted(path: string): boolean
  /** Whether all that was listed are files and folders: no links, pipes, or folders that nobody may list. */
  plain: boolean
}

/**
 * Scans a root once and reads files inside it; nothing outside it is opened, whatever a link says. What `.gitignore` names is no
 * target, unless its lists are not `obeyed`.
 */
export function openDisk(root: string, config: Config, gitignore: 'obeyed' | 'unread' = 'obeyed'): Disk {
  const base = realpathSync.native(root)
  const { tree, folders, strange, closed, links, aliases, repeats } = scan(base)
  const read = readerOf(base, new Set(closed))
  const ignored = gitignore === 'obeyed' ? gitIgnored(read, tree.paths) : () => false
  const included = wantedBy(config, tree.paths, (path) => textIn(read(path)))
  const wanted = (path: string) => included(path) && !ignored(path)
  const unwanted = picomatch(config.user.ignore ?? [])
  const repository = repositoryOf(base)
  // What a link has from elsewhere in the repository is read where it lies.
  const elsewhere = new Set(strange.filter((it) => repository !== undefined && isIn(repository, join(base, it))))
  const own = [...tree.paths, ...strange].filter((it) => wanted(it) && !elsewhere.has(it))
  const targets = new Set(own)
  // A link to a page that is read anyway would say everything twice.
  for (const path of own) if (targets.has(aliases.get(path) ?? '')) targets.delete(path)
  // What lies in a folder that nobody may list was not checked, and that must not go unsaid.
  for (const path of closed) if (!unwanted(path) && !ignored(path)) targets.add(path)
  return {
    tree,
    around: repository === undefined || repository === base ? undefined : (path) => isIn(repository, join(base, path)),
    folders,
    wanted,
    plain: strange.length + closed.length + links === 0,
    ignored: (path) => unwanted(path) || ignored(path),
    targets: [...targets].sort(byCodeUnit),
    namesakes: linksTo([...aliases, ...repeats]),
    repeats: new Map([...repeats].filter((it) => it.every((path) => targets.has(path)))),
    read,
    pause: () => setImmediate(),
  }
}

/** Whether something is there, and part of a repository: whoever writes its pages has all of that. */
function isIn(repository: string, path: string): boolean {
  try {
    const inside = within(repository, realpathSync.native(path))
    return inside !== undefined && !`${inside}/`.startsWith('.git/')
  } catch {
    return false
  }
}

/** Each file that links lead to → the paths under which they have it. */
function linksTo(pairs: readonly (readonly [link: string, path: string])[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [link, path] of pairs) shelve(found, path, link)
  return found
}

/** Every `.gitignore` speaks for its own folder. */
function gitIgnored(read: Read, paths: readonly string[]): (path: string) => boolean {
  const lists = paths
    .filter((path) => splitPath(path).name === '.gitignore')
    .flatMap((path) => {
      const bytes = read(path)
      if (!(bytes instanceof Uint8Array)) return []
      const list = ignore({ allowRelativePaths: true }).add(Buffer.from(bytes).toString('utf8'))
      return [{ folder: splitPath(path).folder, list }]
    })
  return (path) =>
    lists.some(({ folder, list }) => isBelow(path, folder) && list.ignores(path.slice(prefixOf(folder).length)))
}
