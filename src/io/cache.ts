import { createHash } from 'node:crypto'
import type { Memory } from '../load/index.ts'
import type { Facts } from '../types.ts'
import { readCached, writeCached } from './cache-file.ts'
import { buildId } from './package.ts'

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
 * Facts by a hash of all that they are made of: this build, the dialect, the path, the text. Nothing is ever invalidated,
 * and rules are no part of it. One file, so that a warm run opens one file; whatever is wrong with it, it is made anew.
 */
export function openCache(folder: string): Cache {
  const old = read(folder)
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

/** A key and its facts, line by line. */
function read(folder: string): Map<string, Entry> {
  const lines = readCached(folder, fileName)?.split('\n') ?? []
  const entries = new Map<string, Entry>()
  for (let i = 0; i + 1 < lines.length; i += 2) entries.set(lines[i] ?? '', { json: lines[i + 1] ?? '' })
  return entries
}

function write(folder: string, entries: ReadonlyMap<string, Entry>): void {
  writeCached(folder, fileName, [...entries].map(([key, { json }]) => `${key}\n${json}\n`).join(''))
}
