import { resolve } from 'node:path'
import { makeConfig } from '../config/index.ts'
import type { Terminal } from '../io/terminal.ts'
import { openWatch } from '../io/watch.ts'
import { cacheOf } from './caching.ts'
import { type ExitCode, UsageError } from './command.ts'
import { findConfiguration } from './configuration.ts'
import { renderError } from './errors.ts'
import type { CheckValues } from './options.ts'
import { outputs } from './outputs.ts'

/** Checks now and after each change, until somebody ends it. A configuration that breaks meanwhile is said, and may be mended. */
export async function keepChecking(
  values: CheckValues,
  terminal: Terminal,
  check: (since: number) => Promise<ExitCode>,
): Promise<never> {
  for (const other of ['stdin', 'diff', 'shard'] as const)
    if (values[other]) throw new UsageError(`--watch and --${other} exclude each other`)
  const { root, formats, sources } = await findConfiguration(values, terminal)
  const targets = outputs(values, terminal, formats, makeConfig(sources).user.report ?? {})
  const reports = targets.flatMap(({ file }) => (file === undefined ? [] : resolve(terminal.cwd, file)))
  const watch = await openWatch(root, [...reports, cacheOf(values, root, terminal) ?? []].flat())
  for (;;) {
    await check(terminal.clock()).catch((error: unknown) => terminal.err.write(renderError(error, terminal)))
    terminal.err.write('watching for changes; Ctrl+C ends\n')
    await watch.changed()
    if (terminal.out.isTerminal) terminal.out.write(clear)
  }
}

/** Nothing of the last report is left above the next one. */
const clear = '\u001b[2J\u001b[3J\u001b[H'
