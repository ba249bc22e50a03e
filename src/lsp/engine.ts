import { cacheOf } from '../commands/caching.ts'
import { renderError } from '../commands/errors.ts'
import { makeJudge } from '../commands/judge.ts'
import type { LspValues } from '../commands/options.ts'
import { openSession } from '../commands/session.ts'
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
  let watching = false
  let before: Promise<unknown> = Promise.resolve()
  const watch = async (root: string) => {
    if (watching) return
    watching = true
    const disk = await openWatch(root, [cacheOf(values, root, terminal) ?? []].flat())
    for (;;) {
      await disk.changed()
      opened = undefined
      changed()
    }
  }
  const answer = async (question: Question): Promise<Answer> => {
    try {
      opened ??= open(values, terminal)
      const { session, judge } = await opened
      void watch(session.root)
      return await answerFrom({ session, judge }, question)
    } catch (error) {
      // A configuration that is broken now may be mended in the next moment.
      opened = undefined
      void watch(terminal.cwd)
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

async function open(values: LspValues, terminal: Terminal): Promise<Opened> {
  const session = await openSession(values, terminal)
  return { session, judge: await makeJudge(values, [], session, terminal) }
}
