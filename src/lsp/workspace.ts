import type { Diagnostic } from 'vscode-languageserver-types'
import type { LspValues } from '../commands/options.ts'
import { openChild } from '../io/child.ts'
import type { Answer, Checked, Question, Request, Texts } from './messages.ts'

/** One folder that an editor has opened, and the process that judges what is in it. */
export interface Workspace {
  /** Its absolute path. */
  folder: string
  /** The editor holds something else than before: once nobody has typed for a moment, the open files are judged, or the `whole`. */
  edited(whole: boolean): void
  ask(request: Request): Promise<Answer>
  end(): void
}

/** What a workspace needs to know of the editor, and what it tells it. */
export interface Editor {
  /** The open files below a folder. */
  held(folder: string): Texts
  show(path: string, findings: readonly Diagnostic[]): void
  /** Something that a user should know. */
  say(message: string): void
  log(message: string): void
}

/** How long nobody may type before a text is judged, in milliseconds. */
const pause = 200
/** How long an answer may take, in milliseconds: the first one reads the whole project. */
const patience = 120_000
const program = new URL('./engine.js', import.meta.url)

export function openWorkspace(folder: string, values: LspValues, editor: Editor): Workspace {
  const published = publisher(editor)
  const argument = JSON.stringify(values)
  const child = openChild<Question, Answer>({ program, folder, argument, patience, spoke: () => checks.want(true) })
  const ask = async (request: Request, texts = editor.held(folder)): Promise<Answer> => {
    try {
      return await child.ask({ ...request, texts })
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) }
    }
  }
  let problem = ''
  let isOpen = true
  const checks = oneAtATime(async (whole) => {
    const texts = editor.held(folder)
    const answer = await ask({ kind: 'check', only: whole ? undefined : texts.map(([path]) => path) }, texts)
    if (!isOpen) return
    if ('files' in answer) published.show(answer, whole, sameIn(texts, editor.held(folder)))
    const message = 'problem' in answer ? answer.problem : ''
    if (message !== problem && message !== '') editor.say(message)
    problem = message
  })
  checks.want(true)
  return {
    folder,
    edited: (whole) => checks.want(whole),
    ask,
    end() {
      isOpen = false
      checks.stop()
      child.end()
      published.clear()
    },
  }
}

/** Whether a file is as it was when somebody asked: what has been typed since is judged by the next check. */
function sameIn(before: Texts, now: Texts): (path: string) => boolean {
  const old = new Map(before)
  const changed = new Set(now.flatMap(([path, text]) => (old.get(path) === text ? [] : path)))
  return (path) => !changed.has(path)
}

interface Publisher {
  /** Of a `whole` answer, all that it does not name is gone. A file that is no longer the same is left as it was. */
  show(answer: Checked, whole: boolean, isSame: (path: string) => boolean): void
  /** Takes back everything. */
  clear(): void
}

/** Shows findings, and takes back what was shown and is no longer found. */
function publisher(editor: Editor): Publisher {
  const shown = new Set<string>()
  const show = (path: string, findings: readonly Diagnostic[]) => {
    editor.show(path, findings)
    if (findings.length > 0) shown.add(path)
    else shown.delete(path)
  }
  return {
    show({ files, crashes }, whole, isSame) {
      const found = new Map(files)
      const gone = whole ? [...shown].filter((path) => !found.has(path)) : []
      const now = [...files, ...gone.map((path) => [path, []] as const)]
      for (const [path, findings] of now) if (isSame(path)) show(path, findings)
      for (const it of crashes) editor.log(it)
    },
    clear() {
      for (const path of [...shown]) show(path, [])
    },
  }
}

/** Runs a check some time after it is wanted, never two at once, and none twice for what came in together. */
function oneAtATime(check: (whole: boolean) => Promise<void>): { want(whole: boolean): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  let running = false
  let stopped = false
  let wanted: { whole: boolean } | undefined
  const run = async () => {
    if (running || stopped || !wanted) return
    const { whole } = wanted
    wanted = undefined
    running = true
    await check(whole)
    running = false
    await run()
  }
  return {
    want(whole) {
      wanted = { whole: whole || wanted?.whole === true }
      clearTimeout(timer)
      timer = setTimeout(() => void run(), pause)
    },
    // What is asked or on its way must not start the process anew that has just been ended.
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
