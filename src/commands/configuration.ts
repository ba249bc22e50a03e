import { basename, dirname, relative, resolve, sep } from 'node:path'
import { rules } from '../../rules/index.ts'
import type { UserConfig } from '../config/index.ts'
import { readConfig } from '../config/read.ts'
import { configSchema } from '../config/schema.ts'
import { type ConfigFile, exists, findConfigs, readConfigFile } from '../io/config-file.ts'
import type { Terminal } from '../io/terminal.ts'
import { drawLabels, plainInk } from '../report/frame.ts'
import { Lines, plural } from '../text.ts'
import { UsageError } from './command.ts'

/** The project's root and configuration. */
export interface Found {
  /** Absolute: the folder of the config file, or the working directory. */
  root: string
  user: UserConfig
  /** The config file's name, if there is one. */
  name?: string
}

/** Flag, then environment, then the nearest folder that has a config file. */
export function findConfiguration(values: { config?: string; 'no-config'?: boolean }, terminal: Terminal): Found {
  const asked = values.config ?? terminal.env.DOCS_LINT_CONFIG
  if (values['no-config'] || asked === '') return { root: terminal.cwd, user: {} }
  const file = asked === undefined ? nearestConfig(terminal.cwd) : namedConfig(asked, terminal.cwd)
  if (!file) return { root: terminal.cwd, user: {} }
  // A config that was asked for by name may lie anywhere: the project is then where the user stands.
  const root = asked === undefined ? file.folder : terminal.cwd
  return { root, name: posix(relative(root, resolve(file.folder, file.name))), user: check(file, terminal) }
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

function check({ folder, name, text }: ConfigFile, { cwd }: Terminal): UserConfig {
  const { user, problems } = readConfig(name, text, configSchema(rules))
  const [first, ...more] = problems
  if (!first) return user
  const lines = new Lines(text)
  const { line, column } = lines.at(first.range[0])
  const path = posix(relative(cwd, resolve(folder, name)))
  const rest = more.length > 0 ? `  and ${plural(more.length, 'more problem')} in this file\n` : ''
  throw new UsageError(`${path}:${line}:${column}  ${first.message}`, {
    frame: `${drawLabels(lines, [{ at: first.range, text: first.help ?? '', mark: '^' }], 100, plainInk).join('\n')}\n${rest}`,
  })
}

function posix(path: string): string {
  return path.split(sep).join('/')
}
