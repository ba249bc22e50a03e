import { realpathSync } from 'node:fs'
import { readCached, writeCached } from './cache-file.ts'
import { hold, type Stamps, takeStamps } from './stamps.ts'

/** What the last run with the same question made of the same files. */
export interface LastRun<T> {
  /** What was kept, if nothing that it hangs on has changed since. */
  recall(): T | undefined
  /** Keeps an answer, and the stamps of all that it hangs on. */
  keep(answer: T, read: { files: Iterable<string>; folders: Iterable<string> }): void
}

interface Kept<T> {
  question: string
  stamps: Stamps
  answer: T
}

const fileName = 'last-run.json'

/**
 * One answer, in one file. `question` holds all that the answer hangs on besides the files below `root`; `started` is the
 * time of day at which the run began, in milliseconds: what is younger than that may have been read before it changed.
 */
export function openLastRun<T>(
  folder: string,
  { root, question, started }: { root: string; question: string; started: number },
): LastRun<T> {
  const base = realpathSync.native(root)
  // Another user may not be able to read what this one has read.
  const asked = `${process.getuid?.() ?? ''} ${question}`
  return {
    recall() {
      const body = readCached(folder, fileName)
      const kept = body === undefined ? undefined : (JSON.parse(body.toString()) as Kept<T>)
      return kept?.question === asked && hold(base, kept.stamps) ? kept.answer : undefined
    },
    keep(answer, files) {
      const stamps = takeStamps(base, files, started)
      if (!stamps) return
      const kept: Kept<T> = { question: asked, stamps, answer }
      writeCached(folder, fileName, Buffer.from(`${JSON.stringify(kept)}\n`))
    },
  }
}
