import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import ignore from 'ignore'
import picomatch from 'picomatch'
import { type Config, defaultInclude } from '../config/index.ts'
import type { Reader } from '../load/index.ts'
import { byCodeUnit, splitPath } from '../text.ts'
import { scan, within } from './scan.ts'

/** More than any text file that a guard would let through. */
const maxBytes = 5 * 1024 * 1024

type Content = Uint8Array | { problem: string; help?: string; outside?: true }
type Read = (path: string) => Content

/** Scans a root once and reads files inside it; nothing outside it is opened, whatever a link says. */
export function openDisk(root: string, config: Config): Reader {
  const base = realpathSync.native(root)
  const { tree, strange, closed, aliases } = scan(base)
  const read = readerOf(base, new Set(closed))
  const ignored = gitIgnored(read, tree.paths)
  const wanted = picomatch(config.user.include ?? defaultInclude, { ignore: config.user.ignore ?? [] })
  const unwanted = picomatch(config.user.ignore ?? [])
  const own = [...tree.paths, ...strange].filter((path) => wanted(path) && !ignored(path))
  const targets = new Set(own)
  // A link to a page that is read anyway would say everything twice.
  for (const path of own) if (targets.has(aliases.get(path) ?? '')) targets.delete(path)
  // What lies in a folder that nobody may list was not checked, and that must not go unsaid.
  for (const path of closed) if (!unwanted(path) && !ignored(path)) targets.add(path)
  return {
    tree,
    ignored: (path) => unwanted(path) || ignored(path),
    targets: [...targets].sort(byCodeUnit),
    read,
    pause: () => setImmediate(),
  }
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
    lists.some(({ folder, list }) =>
      folder === '' ? list.ignores(path) : path.startsWith(`${folder}/`) && list.ignores(path.slice(folder.length + 1)),
    )
}

/** One file inside a root, read as a project's own files are. */
export function readInside(base: string, path: string): Content {
  return readerOf(realpathSync.native(base), new Set())(path)
}

/** Reads inside the root: follows no link out of it, waits for no pipe, and never looks into the repository's own data. */
export function readerOf(base: string, closed: ReadonlySet<string>): Read {
  const folders = new Map<string, string | undefined>()
  const realFolder = (folder: string) => {
    if (!folders.has(folder)) {
      const real = realpathSync.native(`${base}/${folder}`)
      folders.set(folder, within(base, real) === undefined ? undefined : real)
    }
    return folders.get(folder)
  }
  return (path) => {
    if (closed.has(path)) return { problem: 'no permission to list the folder', help: 'nothing in it was checked' }
    const { folder, name } = splitPath(path)
    if (`/${path}/`.includes('/.git/')) return { problem: 'the file belongs to git' }
    if (path.includes('\0')) return { problem: 'no file can have this name' }
    try {
      const parent = realFolder(folder)
      return parent === undefined ? outside : readFile(base, `${parent}/${name}`)
    } catch (error) {
      return { problem: explain(error, path) }
    }
  }
}

const outside = {
  problem: 'the file is a link that leads out of the project',
  help: 'nothing outside the project is read',
  outside: true,
} as const

/** Windows opens no links by accident, and has neither of these flags. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)

function readFile(base: string, path: string): Content {
  let file: number
  try {
    file = openSync(path, flags)
  } catch (error) {
    if (codeOf(error) !== 'ELOOP') throw error
    const real = realPath(path)
    if (real === undefined) return { problem: 'the file is a link that leads nowhere' }
    if (within(base, real) === undefined) return outside
    file = openSync(real, flags)
  }
  try {
    const status = fstatSync(file)
    if (!status.isFile()) return { problem: 'not a regular file' }
    // Past the limit one byte more is enough for the guard to say so.
    const bytes = Buffer.allocUnsafeSlow(Math.min(status.size, maxBytes))
    let length = 0
    while (length < bytes.length) {
      const read = readSync(file, bytes, length, bytes.length - length, length)
      if (read === 0) break
      length += read
    }
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function explain(error: unknown, path: string): string {
  const code = codeOf(error)
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read the file'
  if (code === 'ENOENT' && path.includes('\ufffd')) return 'the name of the file is not UTF-8'
  if (code === 'ENOENT') return 'the file vanished while docs-lint ran'
  if (code === 'ENXIO') return 'not a regular file'
  if (code === 'ELOOP') return 'the file is a link that leads to itself'
  return `the file cannot be read (${code || 'unknown error'})`
}
