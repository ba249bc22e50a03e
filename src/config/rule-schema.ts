import type { Options, Rule } from '../rule.ts'
import type { Json } from '../types.ts'
import type { Schema } from './json-schema.ts'

/** What a config may say of rules, each with its own options. */
export function ruleTable(rules: ReadonlyMap<string, Rule>): Schema {
  return {
    type: 'object',
    description: 'Severity and options of rules',
    $comment: 'rule',
    properties: Object.fromEntries([...rules].map(([id, rule]) => [id, ruleEntry(rule)])),
    patternProperties: { './.': { description: 'A rule of a plugin' } },
    additionalProperties: false,
  }
}

const severity: Schema = { type: 'string', enum: ['error', 'warning', 'warn', 'info', 'off'] }

function ruleEntry({ summary, severity: usual, options }: Rule): Schema {
  const table = optionTable(options ?? {})
  return {
    description: `${summary} Default: ${usual}.`,
    anyOf: [
      severity,
      { type: 'array', minItems: 1, items: [severity, table] },
      { type: 'object', properties: { severity, options: table }, additionalProperties: false },
    ],
  }
}

/** Default options are the schema of the options. */
function optionTable(options: Options): Schema {
  return {
    type: 'object',
    $comment: 'option',
    properties: Object.fromEntries(Object.entries(options).map(([name, value]) => [name, like(value)])),
    additionalProperties: false,
  }
}

function like(value: Json): Schema {
  if (value === null) return {}
  if (typeof value === 'string') return { type: 'string', default: value }
  if (typeof value === 'number') return { type: 'number', default: value }
  if (typeof value === 'boolean') return { type: 'boolean', default: value }
  if (!Array.isArray(value)) return { type: 'object', default: value }
  const strings = value.length > 0 && value.every((it) => typeof it === 'string')
  return { type: 'array', default: value, ...(strings && { items: { type: 'string' } }) }
}
