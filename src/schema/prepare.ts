import type { Json } from '../types.ts'

type Mutable = { [key: string]: unknown }

/**
 * A copy of a schema, fit for judging samples: patterns that could take for ever are dropped, for what they would say nobody
 * can tell; and objects are closed where the schema leaves that open, for a sample shows what its schema lists.
 */
export function prepareSchema(schema: Json): Mutable {
  const copy = structuredClone(schema) as Mutable
  dropRiskyPatterns(copy)
  close(copy)
  return copy
}

function dropRiskyPatterns(root: unknown): void {
  const stack = [root]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (isObject(next)) dropRisky(next)
    if (typeof next === 'object') stack.push(...Object.values(next ?? {}))
  }
}

function dropRisky(schema: Mutable): void {
  if (typeof schema.pattern === 'string' && isRisky(schema.pattern)) delete schema.pattern
  if (!isObject(schema.patternProperties) || !Object.keys(schema.patternProperties).some(isRisky)) return
  delete schema.patternProperties
  schema.additionalProperties = true
}

/** Keywords that describe an object in part: what is unknown here may be known elsewhere. */
const composing = ['allOf', 'anyOf', 'oneOf', 'if', 'not', '$ref', 'dependentSchemas', 'patternProperties']

function close(schema: unknown): void {
  if (!isObject(schema) || composing.some((it) => it in schema)) return
  close(schema.items)
  if (!isObject(schema.properties)) return
  for (const it of Object.values(schema.properties)) close(it)
  if (!('additionalProperties' in schema) && !('unevaluatedProperties' in schema)) schema.additionalProperties = false
}

function isObject(value: unknown): value is Mutable {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Repetition of what repeats or branches, looking around, referring back: with these an engine can be made to hang. */
function isRisky(pattern: string): boolean {
  return pattern.length > 500 || /[*+}|][^()]*\)[*+{?]|\(\?[=!<]|\\[1-9]/.test(pattern)
}
