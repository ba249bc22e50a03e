import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Memory } from '../load/reader.ts'
import { openEntries } from './cache-entries.ts'
import { cacheFiles, type Draft, discard, openDraft } from './cache-file.ts'
import { buildId } from './package.ts'

/** Facts of earlier runs. What is kept is what this run has met, and nothing that it has not. */
export interface Cache extends Memory {
  /** Whether nothing is remembered. */
  readonly isEmpty: boolean
  /** Ends it; what is met from then on is not kept. Whether all is on the disk now. */
  save(): boolean
}

/** The part of the pages that one machine of several reads: every `of`th, from the `part`th on. */
export interface Shard {
  part: number
  of: number
}

const fileName = 'facts.jsonl'

/**
 * Facts by a hash of all that they are made of: this build, the dialect, the path, the text. Nothing is ever invalidated,
 * and rules are no part of it. One file, so that a warm run opens one file; whatever is wrong with it, it is made anew.
 * A shard leaves a file of its own beside it; the next whole run makes one of them all.
 */
export function openCache(folder: string, shard?: Shard): Cache {
  const own = shard ? `facts-${shard.part}-of-${shard.of}.jsonl` : fileName
  const names = cacheFiles(folder).filter((name) => name.startsWith('facts'))
  // Shards may still be at work for each other; a whole run takes in what they have left.
  const others = shard ? [] : names.filter((name) => name !== own)
  const old = openEntries(folder, names)
  const met = new Set<string>()
  const writing = openWriting(folder, own)
  const keyOf = hasher(buildId())
  let changed = false
  let saved: boolean | undefined

  const keep = (key: string, json: () => Uint8Array) => {
    changed = true
    if (saved === undefined) writing.add(key, json)
  }
  const write = () => {
    for (const key of met) {
      const json = old.get(key)
      if (json) writing.add(key, () => json)
    }
    // A file that is open cannot be replaced on every system.
    old.close()
    const isWritten = writing.end()
    if (isWritten) for (const name of others) discard(join(folder, name))
    return isWritten
  }
  return {
    isEmpty: old.size === 0,
    recall(kind, path, text, make) {
      const key = keyOf(kind, path, text)
      const known = old.get(key)
      if (known) {
        met.add(key)
        return known.toString()
      }
      const json = make()
      if (json !== undefined) keep(key, () => Buffer.from(json))
      return json
    },
    take: (kind, path, text, json) => keep(keyOf(kind, path, text), () => json),
    save() {
      const isSettled = !shard && !changed && met.size === old.size && others.length === 0
      saved ??= isSettled || write()
      old.close()
      return saved
    },
  }
}

function hasher(build: string) {
  return (kind: string, path: string, text: string) =>
    createHash('sha1').update(`${build}\0${kind}\0${path}\0`).update(text).digest('base64')
}

/** Entries as they come, each key once. Nothing is written before there is one. */
function openWriting(folder: string, name: string) {
  const keys = new Set<string>()
  let draft: Draft | undefined
  const add = (key: string, json: () => Uint8Array) => {
    if (keys.has(key)) return
    keys.add(key)
    draft ??= openDraft(folder, name)
    for (const piece of [Buffer.from(`${key}\n`), json(), lineEnd]) draft.add(piece)
  }
  return {
    add,
    end: () => (draft ?? openDraft(folder, name)).keep(),
  }
}

const lineEnd = Buffer.from('\n')
