import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Memory } from '../load/index.ts'
import type { Facts } from '../types.ts'
import { version } from './package.ts'

/** Facts of earlier runs. `save` writes what this run has met, and nothing that it has not. */
export interface Cache extends Memory {
  /** Whether nothing is remembered. */
  readonly isEmpty: boolean
  save(): void
}

/** One entry's text, or its facts once somebody has asked. */
type Entry = { json: string }

const fileName = 'facts.jsonl'

/**
 * Where the cache lies: where the user says, or with the other tools' caches. A folder that has none is left as it is,
 * unless the user asks.
 */
export function cacheFolder(root: string, wanted: { cache?: boolean; location?: string }): string | undefined {
  if (wanted.location !== undefined) return resolve(wanted.location)
  if (existsSync(join(root, 'node_modules'))) return join(root, 'node_modules', '.cache', 'docs-lint')
  return wanted.cache ? join(root, '.docs-lint-cache') : undefined
}

/**
 * Facts by a hash of all that they are made of: this build, the dialect, the path, the text. Nothing is ever invalidated,
 * and rules are no part of it. One file, so that a warm run opens one file; whatever is wrong with it, it is made anew.
 */
export function openCache(folder: string): Cache {
  const old = read(join(folder, fileName))
  const met = new Map<string, Entry>()
  const build = buildId()
  let changed = false
  return {
    isEmpty: old.size === 0,
    recall(kind, path, text, make) {
      const key = createHash('sha1').update(`${build}\0${kind}\0${path}\0`).update(text).digest('base64')
      const known = old.get(key)
      if (known) {
        met.set(key, known)
        return JSON.parse(known.json) as Facts
      }
      const facts = make()
      if (facts) met.set(key, { json: JSON.stringify(facts) })
      changed = true
      return facts
    },
    save() {
      if (changed || met.size !== old.size) write(folder, met)
    },
  }
}

/** A build in `dist/` is written as a whole, so the time of one of its files stands for all; sources have one version. */
function buildId(): string {
  return `${version()} ${statSync(fileURLToPath(import.meta.url)).mtimeMs} ${process.version}`
}

/** Line 1: a checksum of the rest. Then a key and its facts, line by line. */
function read(file: string): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  try {
    const text = readFileSync(file, 'utf8')
    const end = text.indexOf('\n')
    const body = text.slice(end + 1)
    if (text.slice(0, end) !== checksum(body)) return entries
    const lines = body.split('\n')
    for (let i = 0; i + 1 < lines.length; i += 2) entries.set(lines[i] ?? '', { json: lines[i + 1] ?? '' })
  } catch {
    // No cache, or none that may be read.
  }
  return entries
}

/** Written beside and then renamed: another run sees the old file or the new one. */
function write(folder: string, entries: ReadonlyMap<string, Entry>): void {
  const body = [...entries].map(([key, { json }]) => `${key}\n${json}\n`).join('')
  const file = join(folder, fileName)
  const draft = `${file}.${process.pid}`
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, '.gitignore'), '*\n')
    writeFileSync(draft, `${checksum(body)}\n${body}`)
    renameSync(draft, file)
  } catch {
    discard(draft)
  }
}

/** A project that nobody may write to is linted all the same. */
function discard(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // There is nothing to discard where not even the folder could be made.
  }
}

function checksum(text: string): string {
  return createHash('sha1').update(text).digest('base64')
}
