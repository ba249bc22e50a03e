import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'

/** Facts by their input, those that shards have left, and the report of the last run. */
const kept = /(?:facts(?:-\d+-of-\d+)?\.jsonl|last-run\.json)/
const cacheFile = new RegExp(`^${kept.source}$`)
/** One of them on its way, and the process that writes it. */
const draft = new RegExp(`^${kept.source}\\.(\\d+)$`)

/**
 * With the other tools' caches, or in a folder of its own that version control is told to leave out. What is marked as not to be
 * written to is left as it is, even by who could.
 */
export function cacheFolder(root: string): string | undefined {
  const modules = join(root, 'node_modules')
  const home = existsSync(modules) ? modules : root
  if ((statSync(home).mode & 0o222) === 0) return undefined
  return home === root ? join(root, '.docs-lint-cache') : join(modules, '.cache', 'docs-lint')
}

/** Forgets everything. */
export function emptyCache(folder: string): void {
  for (const name of cacheFiles(folder)) rmSync(join(folder, name), { force: true })
}

/** The names of all that is kept in a folder. */
export function cacheFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => cacheFile.test(name))
  } catch {
    return []
  }
}

/** What was kept under a name; undefined where it is not whole, or where there is nothing. */
export function readCached(folder: string, name: string): Buffer | undefined {
  try {
    const file = readFileSync(join(folder, name))
    const end = file.lastIndexOf('\n') + 1
    const body = file.subarray(0, end)
    // Against accidents only: who can write to the cache can write a checksum too.
    return file.toString('latin1', end) === crc32(body).toString(36) ? body : undefined
  } catch {
    return undefined
  }
}

/** The same at once, for what is small. */
export function writeCached(folder: string, name: string, body: Uint8Array): boolean {
  const whole = openDraft(folder, name)
  whole.add(body)
  return whole.keep()
}

/** A file of the cache while it is being written. */
export interface Draft {
  add(piece: Uint8Array): void
  /** Puts it in its place. Says whether it is there: a project that nobody may write to is linted all the same. */
  keep(): boolean
}

/** Small pieces are collected: a call for each takes longer than all else. */
const enough = 1 << 18

/**
 * Written beside and then renamed: another run sees the old file or the new one. Behind the body, whose last line is
 * complete, stands its checksum. The body comes in pieces, of which none is held on to.
 */
export function openDraft(folder: string, name: string): Draft {
  const path = join(folder, name)
  const draft = `${path}.${process.pid}`
  const file = openChecked(() => create(folder, draft))
  let failed = false
  const attempt = (work: () => void) => {
    if (failed) return
    try {
      work()
    } catch {
      failed = true
      file.close()
      discard(draft)
    }
  }
  return {
    add: (piece) => attempt(() => file.add(piece)),
    keep() {
      attempt(() => {
        file.end()
        renameSync(draft, path)
      })
      return !failed
    },
  }
}

/** A file that ends with the checksum of all that was added to it; opened when there is enough to write. */
function openChecked(open: () => number) {
  let file: number | undefined
  const collected = Buffer.allocUnsafe(enough)
  let length = 0
  let sum = 0
  const write = (bytes: Uint8Array) => {
    file ??= open()
    sum = crc32(bytes, sum)
    writeFileSync(file, bytes)
    return file
  }
  const flush = () => {
    const bytes = collected.subarray(0, length)
    length = 0
    return write(bytes)
  }
  const close = () => {
    const open = file
    // Whatever closing says, it is not done twice.
    file = undefined
    if (open !== undefined) closeSync(open)
  }
  return {
    close,
    add(piece: Uint8Array): void {
      if (length + piece.length > enough) flush()
      if (piece.length > enough) write(piece)
      else {
        collected.set(piece, length)
        length += piece.length
      }
    },
    end(): void {
      writeFileSync(flush(), sum.toString(36))
      close()
    },
  }
}

function create(folder: string, path: string): number {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, '.gitignore'), '*\n')
  discardAbandoned(folder)
  return openSync(path, 'w')
}

/** What a run has left that was ended while it wrote. */
function discardAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const writer = draft.exec(name)?.[1]
    if (writer !== undefined && !isRunning(Number(writer))) discard(join(folder, name))
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // There is one, and it is another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

export function discard(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // There is nothing to discard where not even the folder could be made, or where nobody may.
  }
}
