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
const cacheFile = /^(?:facts(?:-\d+-of-\d+)?\.jsonl|last-run\.json)$/

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

/**
 * Written beside and then renamed: another run sees the old file or the new one. Behind the body, whose last line is
 * complete, stands its checksum. Says whether it is written: a project that nobody may write to is linted all the same.
 * The body comes in pieces, since a large project's does not fit into memory twice.
 */
export function writeCached(folder: string, name: string, body: Iterable<Uint8Array>): boolean {
  const file = join(folder, name)
  const draft = `${file}.${process.pid}`
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, '.gitignore'), '*\n')
    writePieces(draft, body)
    renameSync(draft, file)
    return true
  } catch {
    discard(draft)
    return false
  }
}

/** Small pieces are collected: a call for each takes longer than all else. */
const enough = 1 << 18

function writePieces(path: string, pieces: Iterable<Uint8Array>): void {
  const file = openSync(path, 'w')
  try {
    let collected: Uint8Array[] = []
    let length = 0
    let sum = 0
    const flush = () => {
      const bytes = Buffer.concat(collected)
      sum = crc32(bytes, sum)
      writeFileSync(file, bytes)
      collected = []
      length = 0
    }
    for (const it of pieces) {
      collected.push(it)
      length += it.length
      if (length >= enough) flush()
    }
    flush()
    writeFileSync(file, sum.toString(36))
  } finally {
    closeSync(file)
  }
}

export function discard(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // There is nothing to discard where not even the folder could be made, or where nobody may.
  }
}
