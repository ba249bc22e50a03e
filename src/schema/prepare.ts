import type { Json } from '../types.ts'
import { isObject, type Mutable, pointed, valuesIn } from './data.ts'
import { isRisky } from './patterns.ts'

/**
 * A copy of a schema, fit for judging: patterns that could take for ever are dropped, for what they would say nobody can tell;
 * what would take for ever as a whole is refused.
 */
export function prepareSchema(schema: Json): Mutable {
  const copy = structuredClone(schema) as Mutable
  checkSize(copy)
  if (branches(copy, copy, new Map()) > maxBranches) throw new Error('it branches too often to be judged')
  for (const it of valuesIn(copy)) if (isObject(it)) dropRisky(it)
  return copy
}

/** Alternatives that a validator may have to try for one value; doubling them twenty times is a way to hang it. */
const maxBranches = 100_000
/** Longer lists (of enumerated values, above all) take a validator seconds to accept. */
const maxList = 10_000

/** Refuses what a validator would choke on, and pointers that lead to what every object has. */
function checkSize(root: Mutable): void {
  for (const it of valuesIn(root)) {
    if (Array.isArray(it) && it.length > maxList) throw new Error(`it has a list of more than ${maxList} items`)
    const ref = isObject(it) ? it.$ref : undefined
    if (typeof ref === 'string' && ref.startsWith('#/') && pointed(root, ref) === undefined)
      throw new Error(`"${ref}" leads nowhere`)
  }
}

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

function dropRisky(schema: Mutable): void {
  if (typeof schema.pattern === 'string' && isRisky(schema.pattern)) delete schema.pattern
  if (!isObject(schema.patternProperties) || !Object.keys(schema.patternProperties).some(isRisky)) return
  delete schema.patternProperties
  schema.additionalProperties = true
}
