import type { Config } from '../../config/index.ts'
import { openCache, type Shard } from '../../io/cache.ts'
import { openCrew } from '../../io/crew.ts'
import { type Disk, openDisk } from '../../io/disk.ts'
import { pathFrom } from '../../io/inside.ts'
import type { Terminal } from '../../io/terminal.ts'
import type { Rules } from '../../lint.ts'
import { load } from '../../load/index.ts'
import { type Changes, overlay } from '../../load/overlay.ts'
import type { Reader } from '../../load/reader.ts'
import { joinPath, splitPath } from '../../paths.ts'
import type { Sources } from '../../project/types/project.ts'
import { nearest } from '../../spelling.ts'
import { UsageError } from '../command.ts'
import { type Found, findConfiguration } from '../configuration/index.ts'
import type { SessionValues } from '../options.ts'
import { cacheOf } from './caching.ts'
import { showProgress } from './progress.ts'
import { idle, type Stopwatch } from './timing.ts'

/** A project, read: what check, trace and their like start from. */
export interface Session {
  /** Absolute. All paths in facts and findings are relative to it. */
  root: string
  /** From the working directory to the root: '' or '../../'. */
  prefix: string
  config: Config
  configPath?: string
  rules: Rules
  sources: Sources
  reader: Reader
  /** The project with other texts in some of its files. */
  reread(texts: ReadonlyMap<string, string>): Promise<Sources>
  /** The project with other files: changed, added, or (`undefined`) gone. */
  imagine(changes: Changes): Promise<Sources>
  /** The text of any file of the project. */
  text(path: string): string
  /** The files and folders that the reading hangs on; undefined where it hangs on more, such as where links lead. */
  watched?: { files: Iterable<string>; folders: Iterable<string> }
}

/** A project on the disk, of which nothing has been read yet. */
export async function openProject(values: SessionValues, terminal: Terminal, found?: Found, shard?: Shard) {
  const concurrency = readConcurrency(values.concurrency)
  const { root, config, name, rules } = found ?? (await findConfiguration(values, terminal))
  const reader = openDisk(root, config, values['no-ignore'] ? 'unread' : 'obeyed')
  requireSpecs(config, reader)
  const targets = shard ? reader.targets.filter((_, i) => i % shard.of === shard.part - 1) : reader.targets
  const folder = cacheOf(values, root, terminal)
  const cache = folder === undefined ? undefined : openCache(folder, shard)
  // Where earlier runs have left their facts there is little to share.
  const crew = cache?.isEmpty === false ? undefined : openCrew(root, targets.length, concurrency)
  return { root, config, configPath: name, rules, reader, targets, cache, crew }
}

export async function openSession(
  values: SessionValues,
  terminal: Terminal,
  found?: Found,
  watch: Stopwatch = idle,
): Promise<Session> {
  const { root, config, configPath, rules, reader, cache, crew } = await openProject(values, terminal, found)
  watch.lap('scan')
  const progress = showProgress(terminal)
  const read = new Set([
    ...reader.targets,
    ...reader.tree.paths.filter((path) => splitPath(path).name === '.gitignore'),
  ])
  const sources = await load({ ...noting(reader, read), memory: cache, crew }, config, progress.step)
  progress.clear()
  if (sources.documents.size === 0) throw noFiles(reader.tree.paths, config)
  cache?.save()
  watch.lap('read')
  return {
    root,
    prefix: prefixOf(terminal.cwd, root),
    config,
    configPath,
    rules: watch.timed(rules),
    sources,
    reader,
    watched: reader.plain ? { files: read, folders: reader.folders } : undefined,
    imagine: (changes) => load(overlay(reader, changes, reader.wanted), config, undefined, sources),
    reread: (texts) => {
      const bytes = [...texts].map(([path, text]) => [path, new TextEncoder().encode(text)] as const)
      return load(overlay(reader, new Map(bytes)), config, undefined, sources)
    },
    text: (path) => sources.documents.get(path)?.text ?? readText(reader.read(path)),
  }
}

/** Writes down what is read, and what is asked for around the root. */
function noting(reader: Disk, read: Set<string>): Disk {
  const noted =
    <T>(ask: (path: string) => T) =>
    (path: string) => {
      read.add(path)
      return ask(path)
    }
  return { ...reader, around: reader.around && noted(reader.around), read: noted(reader.read) }
}

/** A contract that the config names and that is not there would be held against nothing, and nobody would notice. */
function requireSpecs({ user: { specs = [] } }: Config, { tree }: Reader): void {
  for (const { file } of specs) {
    const path = joinPath('', file)
    if (path !== undefined && tree.has(path)) continue
    const near = nearest(file, tree.paths)
    throw new UsageError(`the configuration names the OpenAPI file "${file}", which does not exist`, {
      help: near && `did you mean "${near}"?`,
    })
  }
}

function readConcurrency(text = 'auto'): number | 'auto' {
  if (text === 'auto') return 'auto'
  const threads = text === 'off' ? 1 : Number(text)
  if (Number.isInteger(threads) && threads >= 1 && threads <= 64) return threads
  throw new UsageError(`--concurrency takes a number from 1 to 64, auto or off, not "${text}"`)
}

/** How a path begins that leads from one folder to another: '' or 'docs/' or '../'. */
export function prefixOf(from: string, to: string): string {
  const path = pathFrom(from, to)
  return path === '' ? '' : `${path}/`
}

function readText(bytes: ReturnType<ReturnType<typeof openDisk>['read']>): string {
  return bytes instanceof Uint8Array ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : ''
}

/** Zero files are never a success: the pattern, or the folder, is wrong. */
function noFiles(paths: readonly string[], { user }: Config): UsageError {
  const pages = paths.filter((path) => /\.(md|mdx|markdown)$/i.test(path))
  const patterns = user.include?.join(', ')
  const folder = pages[0]?.split('/')[0]
  return new UsageError(patterns ? `no file matches include: ${patterns}` : 'no Markdown files found here', {
    help:
      patterns && folder
        ? `there are Markdown files below ${folder}/`
        : 'run docs-lint in the folder that holds your documentation',
  })
}
