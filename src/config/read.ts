import { member, plain } from '../parse/json.ts'
import { parseJsonc } from '../parse/jsonc.ts'
import { parseYaml } from '../parse/yaml.ts'
import { splitPath } from '../text.ts'
import type { UserConfig } from './index.ts'
import type { Schema } from './schema.ts'
import { type ConfigProblem, validate } from './validate.ts'

/** The names that a config file may have, in one folder at most one of them. */
export const configNames = ['yaml', 'yml', 'json', 'jsonc'].map((it) => `docs-lint.config.${it}`)

/** The text of a config file → the configuration, or what is wrong with it. Pure. */
export function readConfig(
  path: string,
  text: string,
  schema: Schema,
): { user: UserConfig; problems: ConfigProblem[] } {
  const { data, errors } = /\.ya?ml$/.test(path) ? parseYaml(text) : parseJsonc(text)
  if (errors.length > 0) return { user: {}, problems: errors }
  const node = splitPath(path).name === 'package.json' ? member(data, 'docs-lint') : data
  if (!node) return { user: {}, problems: [] }
  const problems = validate(node, schema)
  return problems.length > 0 ? { user: {}, problems } : { user: plain(node) as unknown as UserConfig, problems: [] }
}

/** Whether a `package.json` configures docs-lint. */
export function hasSection(text: string): boolean {
  return text.includes('"docs-lint"') && member(parseJsonc(text).data, 'docs-lint')?.kind === 'object'
}
