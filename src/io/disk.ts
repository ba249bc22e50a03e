import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, realpathSync } from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import fastGlob from 'fast-glob'
import ignore from 'ignore'
import picomatch from 'picomatch'
import { type Config, defaultInclude } from '../config/index.ts'
import type { Reader } from '../load.ts'
import { splitPath } from '../text.ts'
import { makeTree } from '../tree.ts'

/** More than any text file that a guard would let through. */
const maxBytes = 5 * 1024 * 1024

/** Scans a root once and reads files inside it; nothing outside it is opened, whatever a link says. */
export function openDisk(root: string, config: Config): Reader {
  const base = realpathSync(root)
  const paths = fastGlob.sync('**', {
    cwd: base,
    dot: true,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
    onlyFiles: false,
    suppressErrors: true,
    markDirectories: true,
  })
  const tree = makeTree(paths.filter((path) => !path.endsWith('/')))
  const ignored = gitIgnored(base, tree.paths)
  const wanted = picomatch(config.user.include ?? defaultInclude, { ignore: config.user.ignore ?? [] })
  const unwanted = picomatch(config.user.ignore ?? [])
  return {
    tree,
    ignored: (path) => unwanted(path) || ignored(path),
    targets: tree.paths.filter((path) => wanted(path) && !ignored(path)),
    read: (path) => readInside(base, path),
    pause: () => setImmediate(),
  }
}

/** Every `.gitignore` speaks for its own folder. */
function gitIgnored(base: string, paths: readonly string[]): (path: string) => boolean {
  const lists = paths
    .filter((path) => splitPath(path).name === '.gitignore')
    .flatMap((path) => {
      const bytes = readInside(base, path)
      if (!(bytes instanceof Uint8Array)) return []
      return [{ folder: splitPath(path).folder, list: ignore().add(Buffer.from(bytes).toString('utf8')) }]
    })
  return (path) =>
    lists.some(({ folder, list }) =>
      folder === '' ? list.ignores(path) : path.startsWith(`${folder}/`) && list.ignores(path.slice(folder.length + 1)),
    )
}

/** Opens without following a link out of the root and without blocking on a pipe. */
export function readInside(base: string, path: string): Uint8Array | { problem: string; help?: string } {
  let file: number | undefined
  try {
    const real = realpathSync(join(base, path))
    const inside = relative(base, real)
    if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
      return {
        problem: 'the file is a link that leads out of the project',
        help: 'nothing outside the project is read',
      }
    }
    file = openSync(real, constants.O_RDONLY | constants.O_NONBLOCK)
    const status = fstatSync(file)
    if (!status.isFile()) return { problem: 'not a regular file' }
    if (status.size <= maxBytes) return readFileSync(file)
    const bytes = new Uint8Array(maxBytes)
    return bytes.subarray(0, readSync(file, bytes, 0, maxBytes, 0))
  } catch (error) {
    return { problem: explain(error) }
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read the file'
  if (code === 'ENOENT') return 'the file vanished while docs-lint ran'
  if (code === 'ELOOP') return 'the file is a link that leads to itself'
  return `the file cannot be read (${code || 'unknown error'})`
}
