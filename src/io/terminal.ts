import { readFileSync } from 'node:fs'

/** What a command may know of the world outside the project: handed in, so that a test can be the world. */
export interface Terminal {
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  out: Stream
  err: Stream
  /** All that comes in on stdin. */
  input(): Uint8Array
  /** The time of day, to the second. */
  date(): string
  /** The time of day in milliseconds, to compare with the times of files. */
  now(): number
  /** Milliseconds since the process started. */
  clock(): number
}

export interface Stream {
  write(text: string): void
  isTerminal: boolean
  columns: number
}

/** The terminal of this process. A reader that goes away (`| head`) ends the output, not the run. */
export function processTerminal(): Terminal {
  return {
    cwd: process.cwd(),
    env: process.env,
    out: stream(process.stdout),
    err: stream(process.stderr),
    input: () => readFileSync(process.stdin.fd),
    date: () => new Date().toISOString().slice(0, 19),
    now: () => Date.now(),
    clock: () => process.uptime() * 1000,
  }
}

function stream(target: NodeJS.WriteStream): Stream {
  let open = true
  target.on('error', () => {
    open = false
  })
  return {
    write(text) {
      if (open) target.write(text)
    },
    isTerminal: target.isTTY === true,
    columns: target.columns ?? 100,
  }
}
