import { resolve } from 'node:path'
import type { Terminal } from '../../io/terminal.ts'
import { openWatch } from '../../io/watch.ts'
import { type ExitCode, UsageError } from '../command.ts'
import { type Found, findConfiguration } from '../configuration/index.ts'
import { renderError } from '../errors.ts'
import type { CheckValues } from '../options.ts'
import { cacheOf } from './caching.ts'
import { outputs } from './outputs.ts'

/** What a run of several knows before it begins. */
export interface Start {
  /** When it began; absent where that was with the process. */
  since?: number
  found?: Found
}

/** Checks now and after each change, until somebody ends it. A configuration that breaks meanwhile is said, and may be mended. */
export async function keepChecking(
  values: CheckValues,
  terminal: Terminal,
  check: (start: Start) => Promise<ExitCode>,
): Promise<never> {
  for (const other of ['stdin', 'diff', 'shard'] as const)
    if (values[other]) throw new UsageError(`--watch and --${other} exclude each other`)
  // The first run has this configuration, too; a later one finds its own, since that may be what has changed.
  let found: Found | undefined = await findConfiguration(values, terminal)
  const { root, formats, config } = found
  const targets = outputs(values, terminal, formats, config.user.report ?? {})
  const reports = targets.flatMap(({ file }) => (file === undefined ? [] : resolve(terminal.cwd, file)))
  const watch = await openWatch(root, [...reports, cacheOf(values, root, terminal) ?? []].flat())
  for (;;) {
    const start = { since: terminal.clock(), found }
    await check(start).catch((error: unknown) => terminal.err.write(renderError(error, terminal)))
    found = undefined
    terminal.err.write('watching for changes; Ctrl+C ends\n')
    await watch.changed()
    if (terminal.out.isTerminal) terminal.out.write(clear)
  }
}

/** Nothing of the last report is left above the next one. */
const clear = '\u001b[2J\u001b[3J\u001b[H'
