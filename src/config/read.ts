import { items, member, plain, text } from '../parse/json.ts'
import { parseJsonc } from '../parse/jsonc.ts'
import { parseYaml } from '../parse/yaml.ts'
import { splitPath } from '../paths.ts'
import type { JsonNode, Range } from '../types.ts'
import type { Schema } from './json-schema.ts'
import type { UserConfig } from './user.ts'
import { type ConfigProblem, validate } from './validate.ts'

/** The text of a config file → what stands in it, or why it cannot be read. Pure. */
export function parseConfig(path: string, content: string): { node?: JsonNode; problems: ConfigProblem[] } {
  const { data, errors } = /\.ya?ml$/.test(path) ? parseYaml(content) : parseJsonc(content)
  if (errors.length > 0) return { problems: errors }
  return { node: splitPath(path).name === 'package.json' ? member(data, 'docs-lint') : data, problems: [] }
}

/** What a config file says, or what is wrong with it. */
export function validateConfig(node: JsonNode | undefined, schema: Schema) {
  const problems = node ? validate(node, schema) : []
  const user = node && problems.length === 0 ? (plain(node) as unknown as UserConfig) : {}
  return { user, problems }
}

/** Names in a list that code or files stand behind, before anything else is known to be right. */
export function listed(node: JsonNode | undefined, key: 'extends' | 'plugins'): { name: string; range: Range }[] {
  const value = member(node, key)
  return [value, ...items(value)].flatMap((it) => {
    const name = text(it)
    return it === undefined || name === undefined ? [] : [{ name, range: it.range }]
  })
}
