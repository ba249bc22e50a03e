import { existsSync, realpathSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type Job, read, textIn } from '../load/document.ts'
import type { Crew, Made, Shared } from '../load/reader.ts'
import { loadParser, type ParseMarkdown } from '../parse/markdown.ts'
import type { Dialect } from '../types.ts'
import { readerOf } from './inside.ts'

/** All that a thread is told. */
export interface Share {
  /** The real path of the root. */
  base: string
  jobs: readonly Job[]
  /** One number that all threads count up: whoever raises it has taken the pages between. */
  counter: Int32Array<SharedArrayBuffer>
}

/**
 * Pages by their index, facts as the bytes of their JSON: as fast as a structured clone, nothing in it holds on to larger
 * strings, and a cache can keep it as it is.
 */
export type Batch = [at: number, text: string, json: Uint8Array | undefined, crash: string | undefined][]

/** Pages that a thread takes at once. Few, so that all threads end together; several, so that they seldom meet. */
const step = 4
/** Fewer pages are read before a thread has started. */
const worthwhile = 100
/** The built program's own thread. Where the sources themselves are run there is none. */
const program = new URL('./worker.js', import.meta.url)

const encoder = new TextEncoder()
const utf8 = new TextDecoder()

/** As many threads besides this one as are wanted and there is work for; none where they would not pay. */
export function openCrew(root: string, pages: number, wanted: number | 'auto'): Crew | undefined {
  const most = wanted === 'auto' ? Math.min(availableParallelism(), 4) : wanted
  const threads = Math.min(most - 1, Math.floor(pages / worthwhile))
  if (threads < 1 || !existsSync(program)) return undefined
  return { share: (jobs, keep) => share(realpathSync.native(root), jobs, threads, keep) }
}

type Keep = Parameters<Crew['share']>[1]

function share(base: string, jobs: readonly Job[], threads: number, keep: Keep): Shared {
  const counter = new Int32Array(new SharedArrayBuffer(4))
  const made = new Map<number, Made>()
  const ends = Array.from({ length: threads }, () => start({ base, jobs, counter }, made, keep))
  const mine = taker(jobs.length, counter)
  return {
    next: () => mine.next().value ?? undefined,
    others: async () => {
      await Promise.all(ends)
      return made
    },
  }
}

/** Ends when the thread does, however it ends: what it leaves undone is done by whoever asked. */
function start(share: Share, made: Map<number, Made>, keep: Keep): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(program, { workerData: share })
    worker.on('message', (batch: Batch) => {
      for (const [at, text, json, crash] of batch) {
        made.set(at, { text, facts: json && JSON.parse(utf8.decode(json)), crash })
        const job = share.jobs[at]
        if (job && json) keep?.(job, text, json)
      }
    })
    worker.on('error', () => resolve())
    worker.on('exit', () => resolve())
  })
}

/** The indexes that one thread takes off the common list, one by one. */
function* taker(length: number, counter: Int32Array<SharedArrayBuffer>): Generator<number, undefined> {
  for (;;) {
    const from = Atomics.add(counter, 0, step)
    if (from >= length) return undefined
    for (let at = from; at < Math.min(from + step, length); at++) yield at
  }
}

/** What one thread makes of the pages that it takes. A file that cannot be read is left to the main thread, which says so. */
export async function* readPages({ base, jobs, counter }: Share): AsyncGenerator<Batch> {
  const readFile = readerOf(base, new Set())
  const parsers = new Map<Dialect['parser'], ParseMarkdown>()
  let batch: Batch = []
  for (const at of taker(jobs.length, counter)) {
    const job = jobs[at]
    const written = job && textIn(readFile(job.path))
    if (!job || written === undefined) continue
    const { dialect, path } = job
    const parse = parsers.get(dialect.parser) ?? (await loadParser(dialect.parser))
    parsers.set(dialect.parser, parse)
    const { json, crash } = read(path, written, dialect, parse)
    batch.push([at, written, json === undefined ? undefined : encoder.encode(json), crash])
    if (batch.length < 16) continue
    yield batch
    batch = []
    await setImmediate()
  }
  if (batch.length > 0) yield batch
}
