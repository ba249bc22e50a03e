import { relative, resolve, sep } from 'node:path'
import picomatch from 'picomatch'
import { type Chosen, type Config, defaultInclude, makeConfig, type RuleEntry } from '../config/index.ts'
import { type Cache, cacheFolder, openCache } from '../io/cache.ts'
import { openCrew } from '../io/crew.ts'
import { openDisk } from '../io/disk.ts'
import type { Terminal } from '../io/terminal.ts'
import type { Rules } from '../lint.ts'
import { load, type Reader } from '../load/index.ts'
import { type Changes, overlay } from '../load/overlay.ts'
import type { Sources } from '../project/index.ts'
import { choose, splitList } from './arguments.ts'
import { type OptionTable, UsageError, type Values } from './command.ts'
import { configurationOptions, type Found, findConfiguration } from './configuration.ts'
import { showProgress } from './progress.ts'

/** The flags of every command that reads the project. */
export const sessionOptions = {
  ...configurationOptions,
  rule: {
    type: 'string',
    multiple: true,
    value: 'id:severity',
    group: 'Configuration',
    summary: 'Set the severity of a rule: error, warning, info or off',
  },
  cache: {
    type: 'boolean',
    group: 'Speed',
    summary: 'Remember facts in .docs-lint-cache where there is no node_modules (with it they are remembered anyway)',
  },
  'no-cache': { type: 'boolean', group: 'Speed', summary: 'Read every file anew, and remember nothing' },
  'cache-location': {
    type: 'string',
    value: 'folder',
    group: 'Speed',
    summary: 'Remember facts in this folder (default: node_modules/.cache/docs-lint)',
  },
  concurrency: {
    type: 'string',
    value: 'n|auto|off',
    group: 'Speed',
    summary:
      'Read pages on so many threads (default: auto, one for each processor, 4 at most, where there are enough pages)',
  },
  only: { type: 'string', multiple: true, value: 'ids', group: 'Configuration', summary: 'Run only these rules' },
  'ignore-pattern': {
    type: 'string',
    multiple: true,
    value: 'glob',
    group: 'Configuration',
    summary: 'Leave these files out too',
  },
  skip: { type: 'string', multiple: true, value: 'ids', group: 'Configuration', summary: 'Run all rules but these' },
} as const satisfies OptionTable

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
}

export async function openSession(
  values: Values<typeof sessionOptions>,
  terminal: Terminal,
  found?: Found,
): Promise<Session> {
  const concurrency = readConcurrency(values.concurrency)
  const { root, sources: said, name, rules } = found ?? (await findConfiguration(values, terminal))
  const config = makeConfig(said, chosenRules(values, rules))
  const reader = openDisk(root, config)
  const matches = picomatch(config.user.include ?? defaultInclude, { ignore: config.user.ignore ?? [] })
  const wanted = (path: string) => matches(path) && !reader.ignored(path)
  const progress = showProgress(terminal)
  const cache = cacheOf(values, root, terminal)
  // Where earlier runs have left their facts there is little to share.
  const crew = cache?.isEmpty === false ? undefined : openCrew(root, reader.targets.length, concurrency)
  const sources = await load({ ...reader, memory: cache, crew }, config, progress.step)
  cache?.save()
  progress.clear()
  if (sources.documents.size === 0) throw noFiles(reader.tree.paths, config)
  return {
    root,
    prefix: prefixOf(terminal.cwd, root),
    config,
    configPath: name,
    rules,
    sources,
    reader,
    imagine: (changes) => load(overlay(reader, changes, wanted), config, undefined, sources),
    reread: (texts) => {
      const bytes = [...texts].map(([path, text]) => [path, new TextEncoder().encode(text)] as const)
      return load(overlay(reader, new Map(bytes)), config, undefined, sources)
    },
    text: (path) => sources.documents.get(path)?.text ?? readText(reader.read(path)),
  }
}

function cacheOf(values: Values<typeof sessionOptions>, root: string, { cwd, env }: Terminal): Cache | undefined {
  if (values['no-cache']) return undefined
  const location = values['cache-location'] || env.DOCS_LINT_CACHE_LOCATION
  const folder = cacheFolder(root, { cache: values.cache, location: location && resolve(cwd, location) })
  return folder === undefined ? undefined : openCache(folder)
}

function readConcurrency(text = 'auto'): number | 'auto' {
  if (text === 'auto') return 'auto'
  const threads = text === 'off' ? 1 : Number(text)
  if (Number.isInteger(threads) && threads >= 1 && threads <= 64) return threads
  throw new UsageError(`--concurrency takes a number from 1 to 64, auto or off, not "${text}"`)
}

function prefixOf(cwd: string, root: string): string {
  const path = relative(cwd, root).split(sep).join('/')
  return path === '' ? '' : `${path}/`
}

function readText(bytes: ReturnType<ReturnType<typeof openDisk>['read']>): string {
  return bytes instanceof Uint8Array ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : ''
}

function chosenRules(values: Values<typeof sessionOptions>, rules: Rules): Chosen {
  const { rule = [], only, skip, 'ignore-pattern': ignore } = values
  const known = (id: string) => knownRule(id, rules)
  const settings: Record<string, RuleEntry> = {}
  for (const entry of rule) {
    const [id = '', severity = ''] = entry.split(/:(?=[^:]*$)/)
    if (severity === '')
      throw new UsageError(`--rule ${entry} names no severity`, { help: `write --rule ${entry}:error` })
    settings[known(id)] = knownSeverity(severity)
  }
  return { rules: settings, only: splitList(only).map(known), skip: splitList(skip).map(known), ignore }
}

export function knownRule(id: string, rules: Rules): string {
  return choose(id, rules.keys(), 'rule', 'docs-lint rules lists them')
}

function knownSeverity(text: string): 'error' | 'warning' | 'info' | 'off' {
  const severity = text === 'warn' ? 'warning' : text
  return choose(severity, ['error', 'warning', 'info', 'off'], 'severity') as 'error'
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
