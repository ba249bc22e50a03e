import { resolve } from 'node:path'
import { rules as builtIn, families } from '../../../rules/index.ts'
import { getOrAdd } from '../../grouped.ts'
import { repositoryOf } from '../../io/config-file.ts'
import { pathFrom, readerOf } from '../../io/inside.ts'
import { type LastRun, openLastRun } from '../../io/last-run.ts'
import { buildId, version } from '../../io/package.ts'
import type { Terminal } from '../../io/terminal.ts'
import { decode } from '../../parse/decode.ts'
import { formats } from '../../report/index.ts'
import { type Places, placesOf, type Report } from '../../report/report.ts'
import type { Found } from '../configuration/index.ts'
import type { CheckValues } from '../options.ts'
import { cacheOf } from './caching.ts'
import { baselinePlace } from './debts.ts'
import type { Output } from './outputs.ts'
import type { Session } from './session.ts'

/** The data of a report: what its functions know is worked out anew, or kept beside the findings. */
type Kept = Pick<
  Report,
  | 'prefix'
  | 'repositoryPrefix'
  | 'config'
  | 'sites'
  | 'files'
  | 'paths'
  | 'diagnostics'
  | 'suppressed'
  | 'stale'
  | 'crashes'
  | 'checked'
> & {
  fingerprints: string[]
  /** Offset, line and column of what the findings point to. */
  places: [path: string, at: [offset: number, line: number, column: number][]][]
}

/** A run whose every input is as it was gives the report that it gave. */
export interface Replay {
  recall(): Report | undefined
  keep(report: Report, session: Session): void
}

/** How a report is shown; what it says does not hang on it. */
const shown = new Set([
  'format',
  'output-file',
  'silent',
  'max-diagnostics',
  'color',
  'no-color',
  'timing',
  'watch',
  'fail-on',
  'max-warnings',
])

/**
 * Undefined where a run has to work: it changes files, asks git, runs code of a plugin, shows more of the project than a report
 * holds, or may not remember anything.
 */
export function openReplay(
  values: CheckValues,
  paths: readonly string[],
  found: Found,
  outputs: readonly Output[],
  terminal: Terminal,
): Replay | undefined {
  const works = values.fix || values.diff || values.stdin || values.staged || values.since !== undefined
  const foreign = found.formats !== formats || found.rules !== builtIn
  const folder = cacheOf(values, found.root, terminal)
  if (works || foreign || folder === undefined || outputs.some(({ format }) => format === 'html')) return undefined
  const asked = Object.entries(values).filter(([name]) => !shown.has(name))
  const { root, name, sources } = found
  const around = repositoryOf(root)
  const question = JSON.stringify([buildId(), terminal.cwd, root, around, name, sources, asked, paths])
  const last = openLastRun<Kept>(folder, { root: found.root, question, started: terminal.now() })
  const besides = (session: Session) => pathFrom(found.root, resolve(...baselinePlace(values, session, terminal)))
  return replay(last, besides, found, terminal)
}

function replay(
  last: LastRun<Kept>,
  besides: (session: Session) => string,
  { root, rules }: Found,
  { cwd, date }: Terminal,
): Replay {
  return {
    recall() {
      const kept = last.recall()
      if (!kept) return undefined
      const { fingerprints, places, ...data } = kept
      const known = new Map(data.diagnostics.map((it, at) => [it, fingerprints[at] ?? '']))
      return {
        ...data,
        tool: { name: 'docs-lint', version: version() },
        cwd,
        durationMs: 0,
        date: date(),
        notes: [],
        text: textReader(root),
        places: new Map(places.map(([path, all]) => [path, new Map(all.map(positioned))])),
        coverage: () => ({ endpoints: 0, parts: [] }),
        fingerprint: (it) => known.get(it) ?? '',
        familyOf: (id) => families.get(id) ?? '',
        summaryOf: (id) => rules.get(id)?.summary ?? '',
      }
    },
    keep(report, session) {
      if (report.crashes.length > 0 || session.watched === undefined) return
      const { prefix, repositoryPrefix, config, sites, files, paths, suppressed, stale, crashes, checked } = report
      const { diagnostics } = report
      const about = { prefix, repositoryPrefix, config, sites, files, paths }
      const data = { ...about, diagnostics, suppressed, stale, crashes, checked }
      const { files: read, folders } = session.watched
      const answer = { ...data, fingerprints: diagnostics.map(report.fingerprint), places: flat(placesOf(report)) }
      last.keep(answer, { files: [...read, besides(session)], folders })
    },
  }
}

function flat(places: Places): Kept['places'] {
  return [...places].map(([path, all]) => [path, [...all].map(([offset, { line, column }]) => [offset, line, column])])
}

function positioned([offset, line, column]: [number, number, number]) {
  return [offset, { line, column }] as const
}

/** Only files with findings are read, and only where a format shows them. */
function textReader(root: string): (path: string) => string {
  const read = readerOf(root, new Set())
  const texts = new Map<string, string>()
  const textOf = (path: string) => {
    const content = read(path)
    const decoded = content instanceof Uint8Array ? decode(content) : undefined
    return decoded && 'text' in decoded ? decoded.text : ''
  }
  return (path) => getOrAdd(texts, path, () => textOf(path))
}
