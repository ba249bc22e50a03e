import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { main } from '../../src/commands/index.ts'
import { version } from '../../src/io/package.ts'
import type { Stream } from '../../src/io/terminal.ts'

/** What a session printed, both streams in the order of writing, and how it ended. */
export interface Outcome {
  output: string
  code: number
}

/** The whole program in this process, with a folder for its world. */
export async function docsLint(
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
  terminal = false,
  input = '',
  now = Date.now,
  clock = () => 0,
): Promise<Outcome> {
  let output = ''
  const stream: Stream = {
    write(text) {
      output += text
    },
    isTerminal: terminal,
    columns: 100,
  }
  const world = {
    cwd,
    env,
    out: stream,
    err: stream,
    input: () => Buffer.from(input),
    date: () => '2026-01-31T12:00:00',
    now,
    clock,
  }
  const code = await main(args, world)
  return { output, code }
}

/** One line of a transcript. Of the shell only words, quotes, variables, `< file` and `| filter` are understood. */
async function run(line: string, cwd: string): Promise<Outcome> {
  const [, own = line, source, filter] = /^(.*?)(?: < (\S+))?(?: \| (.+))?$/.exec(line) ?? []
  const words = [...own.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '')
  const start = words.findIndex((it) => !/^[A-Z_]+=/.test(it))
  const env = Object.fromEntries(words.slice(0, start).map((it) => it.split(/=(.*)/s).slice(0, 2)))
  const command = words[start] === 'npx' ? words.slice(start + 1) : words.slice(start)
  if (command[0] !== 'docs-lint') return shell(line.replace(/^git /, `git ${identity.join(' ')} `), cwd)
  const input = source === undefined ? '' : readFileSync(join(cwd, source), 'utf8')
  const outcome = await docsLint(command.slice(1), cwd, env, false, input)
  return filter === undefined ? outcome : shell(filter, cwd, outcome.output)
}

const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com']

function shell(line: string, cwd: string, input = ''): Outcome {
  const { stdout, stderr, status } = spawnSync('sh', ['-c', line], { cwd, input, encoding: 'utf8' })
  return { output: stdout + stderr, code: status ?? 2 }
}

/** Runs a transcript: every line after `$ ` is a command, what follows is what it prints. Gives the transcript anew. */
export async function replay(transcript: string, cwd: string): Promise<string> {
  let fresh = ''
  for (const line of transcript.split('\n')) {
    if (!line.startsWith('$ ')) continue
    const { output, code } = await run(line.slice(2), cwd)
    const tail = output === '' || output.endsWith('\n') ? output : `${output}\n`
    fresh += `${line}\n${steady(tail)}${code === 0 ? '' : `[exit ${code}]\n`}`
  }
  return fresh
}

/** Without what differs between two machines. */
function steady(output: string): string {
  return output.replaceAll(version(), '0.1.0').replaceAll(/"durationMs": [\d.]+/g, '"durationMs": 0')
}

/** A folder with these files, or a copy of the bundled example, gone when the work is done. */
export async function inProject<T>(
  files: ReadonlyMap<string, string>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'docs-lint-'))
  try {
    mkdirSync(join(folder, '.git'))
    if (files.size === 0) cpSync('docs/example', folder, { recursive: true })
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
