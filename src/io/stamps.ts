import { readdirSync, statSync } from 'node:fs'

/** What the disk says of files and folders besides what is in them. Paths are relative to one root. */
export interface Stamps {
  files: Record<string, string>
  folders: Record<string, string>
}

/**
 * How a file system counts time: a change within one step of another cannot be seen. Git calls what is that young "racily
 * clean" and does not believe it either.
 */
const granularity = 20

/** What tools write to, as globs of names (`.eslintcache`, `.rumdl_cache`, our own); that it changes says nothing of the documents. */
export const besides = ['.git', 'node_modules', '.*cache']

/** Whether a file or folder is no part of the documents, by its name. */
export const isBeside = (name: string): boolean =>
  name === '.git' || name === 'node_modules' || (name.startsWith('.') && name.endsWith('cache'))

/** Stamps of what a run has read since `since`; undefined where anything may have changed meanwhile. */
export function takeStamps(
  base: string,
  { files, folders }: { files: Iterable<string>; folders: Iterable<string> },
  since: number,
): Stamps | undefined {
  const found: Stamps = { files: {}, folders: {} }
  for (const path of files) found.files[path] = stampOf(`${base}/${path}`, since)
  for (const path of folders) found.folders[path] = path === '' ? namesIn(base) : stampOf(`${base}/${path}`, since)
  const all = [...Object.values(found.files), ...Object.values(found.folders)]
  return all.includes(young) ? undefined : found
}

/** Whether everything is as it was: no file is opened. */
export function hold(base: string, { files, folders }: Stamps): boolean {
  return (
    namesIn(base) === folders[''] &&
    Object.entries(files).every(([path, stamp]) => stampOf(`${base}/${path}`) === stamp) &&
    Object.entries(folders).every(([path, stamp]) => path === '' || stampOf(`${base}/${path}`) === stamp)
  )
}

const young = 'young'

function stampOf(path: string, since = Number.POSITIVE_INFINITY): string {
  const status = statSync(path, { throwIfNoEntry: false })
  if (!status) return 'gone'
  const { size, mtimeMs, ctimeMs, ino } = status
  return Math.max(mtimeMs, ctimeMs) > since - granularity ? young : `${size} ${mtimeMs} ${ctimeMs} ${ino}`
}

/** The root's own names stand for its stamp: the cache itself may be made there. */
function namesIn(folder: string): string {
  return readdirSync(folder)
    .filter((name) => !isBeside(name))
    .sort()
    .join('/')
}
