import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'
import type { Content } from '../load/document.ts'
import { splitPath } from '../paths.ts'

/** More than any text file that a guard would let through. */
const maxBytes = 5 * 1024 * 1024

export type Read = (path: string) => Content

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

/** A real path relative to the root, `/` as separator; `undefined` when it lies outside. */
export function within(base: string, real: string): string | undefined {
  if (real === base) return ''
  const prefix = base.endsWith(sep) ? base : base + sep
  return real.startsWith(prefix) ? pathFrom(base, real) : undefined
}

/** How a path is written from a folder on, `/` as separator: '' for the folder itself, '../' before what lies outside. */
export function pathFrom(folder: string, path: string): string {
  return relative(folder, path).replaceAll(sep, '/')
}

/** The same for what lies below the folder, or is it: undefined for all else, on Windows what lies on another drive too. */
export function pathBelow(folder: string, path: string): string | undefined {
  const way = pathFrom(folder, path)
  return way === '..' || way.startsWith('../') || isAbsolute(way) ? undefined : way
}
