import { findConfiguration } from '../commands/configuration/index.ts'
import { renderError } from '../commands/errors.ts'
import type { LspValues } from '../commands/options.ts'
import { cacheOf } from '../commands/run/caching.ts'
import { makeJudge } from '../commands/run/judge.ts'
import { openSession } from '../commands/run/session.ts'
import type { Terminal } from '../io/terminal.ts'
import { openWatch } from '../io/watch.ts'
import { answerFrom, type Opened } from './answers.ts'
import type { Answer, Question } from './messages.ts'

/** A project that stays in memory, and is read anew after something has changed on the disk. */
export interface Engine {
  /** One question after the other, in their order. */
  answer(question: Question): Promise<Answer>
}

/** `changed` is called when what was answered may no longer hold. */
export function openEngine(values: LspValues, terminal: Terminal, changed: () => void): Engine {
  let opened: Promise<Opened> | undefined
  let before: Promise<unknown> = Promise.resolve()
  const watch = watcher(values, terminal, () => {
    opened = undefined
    changed()
  })
  const answer = async (question: Question): Promise<Answer> => {
    try {
      opened ??= open(values, terminal, watch)
      return await answerFrom(await opened, question)
    } catch (error) {
      // A configuration that is broken now may be mended in the next moment.
      opened = undefined
      await watch(terminal.cwd)
      return { problem: renderError(error, terminal).trim() }
    }
  }
  return {
    async answer(question) {
      const next = before.then(async () => await answer(question))
      before = next
      return await next
    },
  }
}

/** Whoever reads first and watches then misses what happens in between. */
async function open(values: LspValues, terminal: Terminal, watch: (root: string) => Promise<void>): Promise<Opened> {
  const found = await findConfiguration(values, terminal)
  await watch(found.root)
  const session = await openSession(values, terminal, found)
  return { session, judge: await makeJudge(values, [], session, terminal) }
}

/** Watches the folder that it is first asked to; resolves when nothing that happens there from now on is missed. */
function watcher(values: LspValues, terminal: Terminal, changed: () => void): (root: string) => Promise<void> {
  let ready: Promise<void> | undefined
  const start = async (root: string) => {
    const disk = await openWatch(root, [cacheOf(values, root, terminal) ?? []].flat())
    const follow = async () => {
      for (;;) {
        await disk.changed()
        changed()
      }
    }
    void follow()
  }
  return async (root) => {
    ready ??= start(root)
    await ready
  }
}
