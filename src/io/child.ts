import { type ChildProcess, fork } from 'node:child_process'

/** A process of our own that answers questions, and that can be ended in the middle of one. */
export interface Child<Question, Answer> {
  /** Rejects when the process ends before it has answered, or takes longer than it may. */
  ask(question: Question): Promise<Answer>
  end(): void
}

export interface Start {
  /** The built program to run. */
  program: URL
  folder: string
  /** What it is told at the start. */
  argument: string
  /** How long an answer may take, in milliseconds. */
  patience: number
  /** Called when it speaks without being asked. */
  spoke(): void
}

interface Waiting<Answer> {
  resolve(answer: Answer): void
  reject(error: Error): void
  timer: NodeJS.Timeout
}

/** Starts a process and, whenever it has ended, another one with the next question. */
export function openChild<Question, Answer>(start: Start): Child<Question, Answer> {
  const waiting = new Map<number, Waiting<Answer>>()
  let running: ChildProcess | undefined
  let count = 0
  const ended = (child: ChildProcess) => {
    if (running !== child) return
    running = undefined
    for (const it of waiting.values()) fail(it, 'the process that reads the project has ended')
    waiting.clear()
  }
  const run = (): ChildProcess => {
    // Nothing that it prints may come between the messages of a protocol; what goes wrong is said on stderr.
    const stdio = ['ignore', 'ignore', 'inherit', 'ipc'] as const
    const child = fork(start.program, [start.argument], { cwd: start.folder, stdio: [...stdio], execArgv: [] })
    child.on('message', (message: { id?: number; answer?: Answer }) => {
      const it = message.id === undefined ? undefined : waiting.get(message.id)
      if (message.id === undefined) start.spoke()
      else if (it) settle(it, message.answer as Answer)
      if (message.id !== undefined) waiting.delete(message.id)
    })
    child.on('exit', () => ended(child))
    child.on('error', () => ended(child))
    return child
  }
  return {
    ask(question) {
      running ??= run()
      const child = running
      const id = count++
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => child.kill('SIGKILL'), start.patience)
        waiting.set(id, { resolve, reject, timer })
        child.send({ id, question })
      })
    },
    end() {
      running?.kill('SIGKILL')
    },
  }
}

function settle<Answer>({ resolve, timer }: Waiting<Answer>, answer: Answer): void {
  clearTimeout(timer)
  resolve(answer)
}

function fail<Answer>({ reject, timer }: Waiting<Answer>, why: string): void {
  clearTimeout(timer)
  reject(new Error(why))
}
