import { basename, dirname, relative, resolve, sep } from 'node:path'
import { rules as builtIn } from '../../rules/index.ts'
import type { Source } from '../config/layers.ts'
import { listed, validateConfig } from '../config/read.ts'
import { configSchema } from '../config/schema.ts'
import { type ConfigFile, exists, findConfigs, readConfigFile } from '../io/config-file.ts'
import type { Terminal } from '../io/terminal.ts'
import type { Rules } from '../lint.ts'
import { type Formats, formats as ownFormats } from '../report/index.ts'
import { type OptionTable, UsageError, type Values } from './command.ts'
import { configError, gather } from './extending.ts'

/** The flags that say which configuration is in force. */
export const configurationOptions = {
  config: {
    type: 'string',
    short: 'c',
    value: 'file',
    group: 'Configuration',
    summary:
      'Use this config file (default: docs-lint.config.{yaml,yml,json,jsonc} of this folder or the nearest above)',
  },
  'no-config': { type: 'boolean', group: 'Configuration', summary: 'Use no config file' },
  trust: {
    type: 'boolean',
    group: 'Configuration',
    summary: 'Load the plugins that the config lists: they are code, and run with your rights',
  },
} as const satisfies OptionTable

/** The project's root and configuration. */
export interface Found {
  /** Absolute: the folder of the config file, or the working directory. */
  root: string
  /** The configurations in force, the last word last. */
  sources: Source[]
  /** The config file's name, if there is one. */
  name?: string
  /** Built-in rules and formats, and those of plugins. */
  rules: Rules
  formats: Formats
}

/** Flag, then environment, then the nearest folder that has a config file. */
export async function findConfiguration(
  values: Values<typeof configurationOptions>,
  terminal: Terminal,
): Promise<Found> {
  const { cwd } = terminal
  const nothing = { root: cwd, sources: [], rules: builtIn, formats: ownFormats }
  const asked = values.config ?? terminal.env.DOCS_LINT_CONFIG
  if (values['no-config'] || asked === '') return nothing
  const file = asked === undefined ? nearestConfig(cwd) : namedConfig(asked, cwd)
  if (!file) return nothing
  // A config that was asked for by name may lie anywhere: the project is then where the user stands.
  const root = asked === undefined ? file.folder : cwd
  const name = relative(root, resolve(file.folder, file.name)).split(sep).join('/')
  return { root, name, ...(await readWhole(file, values.trust === true, terminal)) }
}

/** First what it extends, then the code that it names, and only then is known what it may say. */
async function readWhole(file: ConfigFile, trust: boolean, terminal: Terminal) {
  const parts = gather(file, terminal.cwd)
  const wanted = parts.flatMap((it) =>
    'preset' in it ? [] : listed(it.node, 'plugins').map((plugin) => ({ ...plugin, file: it.file })),
  )
  const { rules, formats } =
    wanted.length === 0 ? { rules: builtIn, formats: ownFormats } : await withPlugins(wanted, trust, terminal)
  const schema = configSchema(rules)
  const sources = parts.map((it): Source => {
    if ('preset' in it) return it
    const { user, problems } = validateConfig(it.node, schema)
    if (problems.length > 0) throw configError(it.file, problems, terminal.cwd)
    return { name: it.name, user }
  })
  return { sources, rules, formats }
}

/** Most projects have none, and need not load what loads them. */
async function withPlugins(...[wanted, trust, terminal]: Parameters<typeof import('./plugins.ts').loadPlugins>) {
  const { loadPlugins } = await import('./plugins.ts')
  const { rules, formats } = await loadPlugins(wanted, trust, terminal)
  return { rules: new Map([...builtIn, ...rules]), formats: new Map([...ownFormats, ...formats]) }
}

function nearestConfig(cwd: string): ConfigFile | undefined {
  const [file, other] = findConfigs(cwd)
  if (file && other) {
    const folder = relative(cwd, file.folder) || '.'
    throw new UsageError(`two configurations in ${folder}: ${file.name} and ${other.name}`, {
      help: 'keep one of them',
    })
  }
  return file
}

function namedConfig(path: string, cwd: string): ConfigFile {
  const absolute = resolve(cwd, path)
  if (!exists(dirname(absolute), basename(absolute))) throw new UsageError(`no such config file: ${path}`)
  const file = readConfigFile(dirname(absolute), basename(absolute))
  if ('problem' in file) throw new UsageError(`cannot read the config ${path}: ${file.problem}`)
  return file
}
