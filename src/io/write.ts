import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Replaces a file's text in one step: readers see the old file or the new one, never a part. Gives the reason if the file
 * was left alone: because it is a link, has other names, may not be written, or is not what was read.
 */
export function replaceFile(root: string, path: string, before: string, after: string): string | undefined {
  const base = realpathSync(root)
  const target = join(base, path)
  try {
    const status = lstatSync(target)
    if (!status.isFile() || realpathSync(target) !== target) return 'it is reached through a link'
    if (status.nlink > 1) return 'it has several names (hard links)'
    accessSync(target, constants.W_OK)
    if (!readFileSync(target).equals(Buffer.from(before))) return 'it changed while docs-lint ran'
    swap(target, after, status)
    return undefined
  } catch (error) {
    return error instanceof Error && 'code' in error ? `it cannot be written (${error.code})` : String(error)
  }
}

function swap(target: string, text: string, { mode, uid, gid }: Stats): void {
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.docs-lint`)
  const file = openSync(temporary, 'wx', 0o600)
  try {
    writeFileSync(file, text)
    keepOwner(file, uid, gid)
    fchmodSync(file, mode & 0o7777)
    fsyncSync(file)
    renameSync(temporary, target)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
}

/** Only root may give a file away; for everybody else it is theirs already or cannot be helped. */
function keepOwner(file: number, uid: number, gid: number): void {
  try {
    fchownSync(file, uid, gid)
  } catch {}
}
