import { basename } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { watch } from 'chokidar'
import { isBeside } from './stamps.ts'

/** What happens below a folder while others work. */
export interface Watch {
  /** Resolves when something has changed since the last call, and all is quiet again. */
  changed(): Promise<void>
}

/** How long nothing may happen before a change is over, in milliseconds: an editor or a branch switch writes many files. */
const quiet = 80

/** Watches a folder; `ignored` are absolute paths of files and folders that the program itself writes. */
export async function openWatch(root: string, ignored: readonly string[]): Promise<Watch> {
  const own = new Set(ignored)
  let changes = 0
  let seen = 0
  let wake = () => {}
  const watcher = watch(root, { ignoreInitial: true, ignored: (path) => isBeside(basename(path)) || own.has(path) })
  watcher.on('all', () => {
    changes++
    wake()
  })
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()))
  return {
    async changed() {
      while (changes === seen) await new Promise<void>((resolve) => (wake = resolve))
      while (changes !== seen) {
        seen = changes
        await setTimeout(quiet)
      }
    },
  }
}
