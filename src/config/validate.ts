import { patternProblem } from '../site/user-pattern.ts'
import { nearest } from '../spelling.ts'
import type { JsonNode, Range } from '../types.ts'
import type { Schema } from './json-schema.ts'

/** What is wrong with a config file, and where. */
export interface ConfigProblem {
  range: Range
  message: string
  help?: string
}

/** Compares a config with the schema. `name` is what the value is called in messages. */
export function validate(node: JsonNode, schema: Schema, name = 'the configuration'): ConfigProblem[] {
  const alternatives = schema.anyOf ?? [schema]
  const fitting = alternatives.find(({ type }) => type === undefined || type === node.kind)
  if (!fitting) {
    const kinds = alternatives.map(({ type = '' }) => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`))
    return [{ range: firstLine(node), message: `${name} is ${article(node.kind)}, not ${kinds.join(' or ')}` }]
  }
  if (fitting.enum) return validateChoice(node, fitting.enum, name)
  if (fitting.format) return validatePattern(node, name)
  if (node.kind === 'array') return validateList(node, fitting, name)
  if (node.kind === 'object') return validateObject(node, fitting, name)
  return []
}

function validateChoice(node: JsonNode, choices: readonly unknown[], name: string): ConfigProblem[] {
  const value = 'value' in node ? node.value : undefined
  if (choices.includes(value)) return []
  const names = choices.map(String)
  const near = nearest(String(value), names)
  const help = near ? `did you mean "${near}"?` : `one of: ${names.join(', ')}`
  return [{ range: node.range, message: `unknown value for ${name}: "${value}"`, help }]
}

function validatePattern(node: JsonNode, name: string): ConfigProblem[] {
  const problem = patternProblem('value' in node ? String(node.value) : '')
  return problem === undefined ? [] : [{ range: node.range, message: `${name} ${problem}` }]
}

function validateList(node: JsonNode & { kind: 'array' }, { items, minItems = 0 }: Schema, name: string) {
  if (node.items.length < minItems) return [{ range: node.range, message: `${name} is empty` }]
  return node.items.flatMap((item, i) => {
    const schema = isTuple(items) ? items[i] : items
    if (schema) return validate(item, schema, `an item of ${name}`)
    return isTuple(items) ? [{ range: firstLine(item), message: `${name} has more than ${items.length} items` }] : []
  })
}

function isTuple(items: Schema['items']): items is readonly Schema[] {
  return Array.isArray(items)
}

function validateObject(node: JsonNode & { kind: 'object' }, schema: Schema, name: string): ConfigProblem[] {
  const { properties = {}, required = [], additionalProperties } = schema
  const problems = node.members.flatMap(({ key, keyRange, value }) => {
    const known = Object.hasOwn(properties, key) ? properties[key] : undefined
    if (known) return validate(value, known, `"${key}"`)
    if (additionalProperties !== false) return []
    const near = nearest(key, Object.keys(properties))
    const noun = schema.$comment ?? 'key'
    return [
      {
        range: keyRange,
        message: `unknown ${noun} "${key}"`,
        help: near ? `did you mean "${near}"?` : listed(properties),
      },
    ]
  })
  for (const key of required) {
    if (!node.members.some((it) => it.key === key)) {
      problems.push({ range: firstLine(node), message: `${name} has no "${key}"`, help: undefined })
    }
  }
  return problems
}

function listed(properties: object): string | undefined {
  const names = Object.keys(properties)
  if (names.length === 0) return 'it has none'
  return names.length <= 12 ? `one of: ${names.join(', ')}` : undefined
}

/** Where a value begins: to mark a long one whole would say less. */
function firstLine({ range, kind }: JsonNode): Range {
  return kind === 'array' || kind === 'object' ? [range[0], range[0] + 1] : range
}

function article(kind: string): string {
  return kind === 'null' ? 'empty' : /^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`
}
