import { pathFrom } from '../paths.ts'
import { isObject, type Mutable, pointed } from './data.ts'

/** Keywords that describe an object in part: what is unknown here may be known elsewhere. */
const composing = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'not', 'dependentSchemas']

interface Place {
  file: string
  schema: unknown
}

/**
 * Closes the objects of a schema where it leaves that open, references followed: a sample shows what its schema lists. What is
 * put together from parts stays open, and so do the parts, wherever they stand.
 */
export function closeObjects(main: string, files: ReadonlyMap<string, Mutable>): void {
  const parts = new Set<unknown>()
  for (const [file, schema] of files) noteParts({ file, schema }, files, parts)
  const seen = new Set<unknown>()
  const todo: Place[] = [{ file: main, schema: files.get(main) }]
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { file, schema } = next
    if (!isObject(schema) || seen.has(schema)) continue
    seen.add(schema)
    if (typeof schema.$ref === 'string') todo.push(...target(file, schema.$ref, files))
    const inner = isObject(schema.properties) ? Object.values(schema.properties) : []
    todo.push(...[...inner, schema.items, schema.additionalProperties].map((it) => ({ file, schema: it })))
    if (!parts.has(schema)) close(schema)
  }
}

function close(schema: Mutable): void {
  if (!isObject(schema.properties) || isComposed(schema) || 'patternProperties' in schema) return
  if ('additionalProperties' in schema || 'unevaluatedProperties' in schema) return
  schema.additionalProperties = false
}

function isComposed(schema: Mutable): boolean {
  return typeof schema.$ref === 'string' || composing.some((it) => it in schema)
}

/** What stands below a composing keyword describes a part; so does what a reference there, or one among siblings, leads to. */
function noteParts(root: Place, files: ReadonlyMap<string, Mutable>, parts: Set<unknown>): void {
  const todo: Step[] = [{ ...root, isPart: false }]
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { file, schema, isPart } = next
    if (Array.isArray(schema)) todo.push(...schema.map((it) => ({ file, schema: it, isPart })))
    if (!isObject(schema) || (isPart && parts.has(schema))) continue
    if (isPart) parts.add(schema)
    todo.push(...below(file, schema, isPart, files))
  }
}

interface Step extends Place {
  isPart: boolean
}

function below(file: string, schema: Mutable, isPart: boolean, files: ReadonlyMap<string, Mutable>): Step[] {
  const steps = Object.entries(schema).map(([key, it]) => ({ file, schema: it, isPart: composing.includes(key) }))
  const hasSiblings = 'properties' in schema || composing.some((it) => it in schema)
  if (typeof schema.$ref !== 'string' || !(isPart || hasSiblings)) return steps
  return [...steps, ...target(file, schema.$ref, files).map((it) => ({ ...it, isPart: true }))]
}

/** What a reference leads to, among the files at hand. */
function target(file: string, ref: string, files: ReadonlyMap<string, Mutable>): Place[] {
  const [name = '', fragment = ''] = ref.split('#', 2)
  const path = name === '' ? file : pathFrom(file, name)
  const root = path === undefined ? undefined : files.get(path)
  if (path === undefined || !root) return []
  const schema = pointed(root, `#${fragment}`)
  return schema === undefined ? [] : [{ file: path, schema }]
}
