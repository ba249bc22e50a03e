import type { Facts, FileTree } from '../types.ts'
import type { Content, Job } from './document.ts'

/** A project to read from: a disk, or a map in a test. */
export interface Reader {
  tree: FileTree
  /** The files to lint, sorted by code unit. */
  targets: readonly string[]
  /** Targets below a link to a folder → the same file under its own path, a target too. */
  repeats?: ReadonlyMap<string, string>
  /** Files that links of the file system lead to → the paths under which they have it. */
  namesakes?: ReadonlyMap<string, readonly string[]>
  /** Whether the git repository around the root has a file, or a folder, of that path (`../README.md`); absent where the root is its own. */
  around?(path: string): boolean
  /** Whether the user (or `.gitignore`) wants a file left alone that is no target anyway. */
  ignored(path: string): boolean
  /** A file inside the root; never one outside it. */
  read(path: string): Content
  /** Lets the event loop turn: native memory is freed only then. */
  pause(): Promise<void>
  /** Facts of earlier runs, where there are any. */
  memory?: Memory
  /** Other threads, where they pay. */
  crew?: Crew
}

/** Remembers the facts that were made of a text, as JSON. `kind` is what else they hang on, besides the path and the text. */
export interface Memory {
  recall(kind: string, path: string, text: string, make: () => string | undefined): string | undefined
  /** Takes the facts that another thread has made of a text, as JSON in UTF-8. */
  take(kind: string, path: string, text: string, json: Uint8Array): void
}

/** Threads that read pages while this one does. */
export interface Crew {
  /** `keep` is told what another thread has written down, as soon as it is there. */
  share(jobs: readonly Job[], keep?: (job: Job, text: string, json: Uint8Array) => void): Shared
}

/** A list of pages that several threads take from. */
export interface Shared {
  /** The index of a page that nobody has taken yet, and that is the caller's from now on; undefined when all are taken. */
  next(): number | undefined
  /** What the others made of theirs, by index. A page that none of them could finish is missing. */
  others(): Promise<ReadonlyMap<number, Made>>
}

/** A page that another thread has read: its facts, or the stack of the bug that it brought to light. */
export interface Made {
  text: string
  facts?: Facts
  crash?: string
}
