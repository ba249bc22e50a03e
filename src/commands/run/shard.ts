import type { Shard } from '../../io/cache.ts'
import type { Terminal } from '../../io/terminal.ts'
import { fill } from '../../load/index.ts'
import { plural } from '../../text.ts'
import { type ExitCode, UsageError } from '../command.ts'
import type { SessionValues } from '../options.ts'
import { showProgress } from './progress.ts'
import { openProject } from './session.ts'
import type { Stopwatch } from './timing.ts'

/** Flags that speak of a report, or of what follows from one. */
const pointless = ['format', 'output-file', 'fix', 'diff', 'staged', 'since', 'stdin', 'no-cache'] as const

type ShardValues = SessionValues & { [K in (typeof pointless)[number]]?: unknown }

/** Reads one part of the pages into the cache, so that several machines share the work. Judging them needs them all. */
export async function fillShard(
  values: ShardValues,
  text: string,
  terminal: Terminal,
  watch: Stopwatch,
): Promise<ExitCode> {
  const shard = readShard(text)
  const flag = pointless.find((name) => values[name])
  if (flag) throw new UsageError(`--shard only fills the cache, and --${flag} says otherwise`)
  const { config, reader, targets, cache, crew } = await openProject(values, terminal, undefined, shard)
  watch.lap('scan')
  const progress = showProgress(terminal)
  await fill({ ...reader, targets, memory: cache, crew }, config, progress.step)
  progress.clear()
  if (!cache?.save()) throw new UsageError('the cache cannot be written')
  watch.lap('read')
  terminal.err.write(
    `shard ${shard.part}/${shard.of}: ${targets.length} of ${plural(reader.targets.length, 'page')} read\n`,
  )
  return 0
}

function readShard(text: string): Shard {
  const [, part, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number)
  if (part !== undefined && of !== undefined && part >= 1 && part <= of) return { part, of }
  throw new UsageError(`--shard takes a part and their number, such as 1/4, not "${text}"`)
}
