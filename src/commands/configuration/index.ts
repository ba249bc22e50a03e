import { basename, dirname, relative, resolve } from 'node:path'
import { rules as builtIn } from '../../../rules/index.ts'
import { type Config, makeConfig } from '../../config/index.ts'
import type { Source } from '../../config/layers.ts'
import { type ConfigFile, exists, findConfigs, readConfigFile } from '../../io/config-file.ts'
import { pathFrom } from '../../io/inside.ts'
import type { Terminal } from '../../io/terminal.ts'
import type { Rules } from '../../lint.ts'
import { type Formats, formats as ownFormats } from '../../report/index.ts'
import { UsageError, type Values } from '../command.ts'
import type { configurationOptions } from '../options.ts'
import { chosenRules, type RuleValues } from './chosen.ts'

/** The project's root and configuration. */
export interface Found {
  /** Absolute: the folder of the config file, or the working directory. */
  root: string
  /** The configurations in force, the last word last. */
  sources: Source[]
  /** What they say together, and the flags after them. */
  config: Config
  /** The config file's name, if there is one. */
  name?: string
  /** Built-in rules and formats, and those of plugins. */
  rules: Rules
  formats: Formats
}

/** Flag, then environment, then the nearest folder that has a config file. */
export async function findConfiguration(
  values: Values<typeof configurationOptions> & RuleValues,
  terminal: Terminal,
): Promise<Found> {
  const said = await findSources(values, terminal)
  return { ...said, config: makeConfig(said.sources, chosenRules(values, said.rules)) }
}

async function findSources(
  values: Values<typeof configurationOptions>,
  terminal: Terminal,
): Promise<Omit<Found, 'config'>> {
  const { cwd } = terminal
  const nothing = { root: cwd, sources: [], rules: builtIn, formats: ownFormats }
  const asked = values.config ?? terminal.env.DOCS_LINT_CONFIG
  if (values['no-config'] || asked === '') return nothing
  const file = asked === undefined ? nearestConfig(cwd) : namedConfig(asked, cwd)
  if (!file) return nothing
  // A config that was asked for by name may lie anywhere: the project is then where the user stands.
  const root = asked === undefined ? file.folder : cwd
  const name = pathFrom(root, resolve(file.folder, file.name))
  // Most projects have no config, and need not load what reads one.
  const { readWhole } = await import('./extending.ts')
  return { root, name, ...(await readWhole(file, values.trust === true, terminal)) }
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
