import { decodePercent } from '../text.ts'
import type { Json } from '../types.ts'

type Mutable = { [key: string]: unknown }

/**
 * A copy of a schema, fit for judging samples: patterns that could take for ever are dropped, for what they would say nobody
 * can tell; and objects are closed where the schema leaves that open, for a sample shows what its schema lists.
 */
export function prepareSchema(schema: Json): Mutable {
  const copy = structuredClone(schema) as Mutable
  if (branches(copy, copy, new Map()) > maxBranches) throw new Error('it branches too often to be judged')
  dropRiskyPatterns(copy)
  close(copy)
  return copy
}

/** Alternatives that a validator may have to try for one value; doubling them twenty times is a way to hang it. */
const maxBranches = 100_000

/** How many alternatives stand below a schema, references within its file followed; a circle counts once. */
function branches(schema: unknown, root: Mutable, known: Map<unknown, number>): number {
  if (typeof schema !== 'object' || schema === null) return 0
  const counted = known.get(schema)
  if (counted !== undefined) return counted
  known.set(schema, 1)
  let sum = 1
  for (const [key, value] of Object.entries(schema)) {
    const target = key === '$ref' && typeof value === 'string' ? pointed(root, value) : value
    sum += key === '$defs' || key === 'definitions' ? 0 : branches(target, root, known)
  }
  known.set(schema, sum)
  return sum
}

/** What a reference within the file points to. */
function pointed(root: Mutable, ref: string): unknown {
  if (!ref.startsWith('#/')) return undefined
  let node: unknown = root
  for (const step of ref.slice(2).split('/')) {
    const key = decodePercent(step).replaceAll('~1', '/').replaceAll('~0', '~')
    if (!isObject(node) || !Object.hasOwn(node, key)) return undefined
    node = node[key]
  }
  return node
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

/**
 * Repetition of a group that itself repeats or branches, looking around, referring back: with these an engine can be made
 * to hang. A group is risky to repeat if anything inside it is, however deep.
 */
function isRisky(pattern: string): boolean {
  if (pattern.length > 500 || /\(\?[=!<]|\\[1-9]/.test(pattern)) return true
  const groups: boolean[] = []
  // Escapes and classes repeat nothing: one letter stands for each.
  const body = pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]/g, 'x')
  return [...body].some((char, at) => (char === ')' ? closesRisky(groups, body[at + 1]) : note(groups, char)))
}

/** Notes what a group holds; never a verdict by itself. */
function note(groups: boolean[], char: string): false {
  if (char === '(') groups.push(false)
  else if ('*+{|'.includes(char) && groups.length > 0) groups[groups.length - 1] = true
  return false
}

/** Whether the group that ends here repeats inside and is repeated; if not, the group around it holds what it held. */
function closesRisky(groups: boolean[], next = ''): boolean {
  const repeats = groups.pop() ?? false
  if (repeats && groups.length > 0) groups[groups.length - 1] = true
  return repeats && '*+{?'.includes(next) && next !== ''
}
