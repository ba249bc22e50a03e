import { Ajv, type ErrorObject } from 'ajv'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { pointedKey } from '../parse/json.ts'
import { nearest } from '../spelling.ts'
import type { Json } from '../types.ts'
import { closeObjects } from './closing.ts'
import { type Mutable, valuesIn } from './data.ts'
import { fromDraft4 } from './draft4.ts'
import { prepareSchema } from './prepare.ts'
import type { SchemaFault } from './user-schema.ts'

type Check = (value: Json) => SchemaFault[]

/** Whether objects may have properties that their schema does not list: a sample shows all that there is. */
export type Closing = 'closed' | 'as written'

/** Comparing each item of a longer list with each other one takes too long. */
const maxUniqueItems = 10_000
/** Finding out that a schema never ends fills the whole stack: who has read it ten times knows. */
const maxEndless = 10

/**
 * One validator for all values of a schema. Files know each other by their path, whatever they call themselves. Patterns that
 * could take for ever are dropped: what they would say, nobody can tell.
 */
export function compileSchema(path: string, files: ReadonlyMap<string, Json>, closing: Closing): Check {
  const prepared = new Map<string, Mutable>()
  for (const [name, schema] of files) {
    if (typeof schema !== 'object' || schema === null) throw new Error(`"${name}" is no schema`)
    prepared.set(name, prepareSchema(schema))
  }
  const draft = String(prepared.get(path)?.$schema ?? '')
  for (const it of prepared.values()) if (String(it.$schema ?? draft).includes('draft-04')) fromDraft4(it)
  if (closing === 'closed') closeObjects(path, prepared)
  const ajv = validatorFor(draft)
  for (const [name, schema] of prepared) ajv.addSchema({ ...schema, $id: address(name), $schema: undefined })
  const validate = ajv.getSchema(address(path))
  if (!validate) throw new Error('it is no schema')
  const isCostly = [...files.values()].some((it) => JSON.stringify(it).includes('"uniqueItems":true'))
  let endless = 0
  return (value) => {
    if ((isCostly && hasLongList(value)) || endless >= maxEndless) return []
    try {
      // The validator asks objects for what every object inherits; ours inherit nothing.
      return validate(structuredClone(value)) ? [] : relevant(validate.errors ?? []).map(fault)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      endless++
      return [{ kind: 'schema', path: [], message: 'meets a schema that never ends' }]
    }
  }
}

function validatorFor(draft: string): Ajv {
  const Dialect = draft.includes('2020-12') ? Ajv2020 : draft.includes('2019-09') ? Ajv2019 : Ajv
  const ajv = new Dialect({ allErrors: true, strict: false, logger: false, verbose: true, ownProperties: true })
  addFormats.default(ajv, { mode: 'fast', formats: [...formats] })
  return ajv
}

const formats = ['date', 'time', 'date-time', 'uuid', 'uri', 'email', 'ipv4', 'ipv6', 'hostname'] as const

function hasLongList(root: Json): boolean {
  for (const it of valuesIn(root)) if (Array.isArray(it) && it.length > maxUniqueItems) return true
  return false
}

function address(path: string): string {
  return `project:/${path.split('/').map(encodeURIComponent).join('/')}`
}

/** Of what a failed alternative drags along, only the verdict itself counts. */
function relevant(errors: ErrorObject[]): ErrorObject[] {
  const alternatives = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
  const dragged = (it: ErrorObject) =>
    alternatives.some((top) => top !== it && it.schemaPath.startsWith(`${top.schemaPath}/`))
  return errors.filter((it) => it.keyword !== 'if' && !dragged(it))
}

function fault({
  instancePath,
  keyword,
  params,
  message = 'is not valid',
  parentSchema,
  data,
}: ErrorObject): SchemaFault {
  const path = instancePath.split('/').slice(1).map(pointedKey)
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    const key = String(params.additionalProperty ?? params.unevaluatedProperty)
    const known = Object.keys((parentSchema as { properties?: object } | undefined)?.properties ?? {})
    const absent = known.filter((it) => !Object.hasOwn(data as object, it))
    const near = nearest(key, absent, key.length < 4 ? 0 : 2)
    return { kind: near ? 'near' : 'unknown', path, key, near, message: '' }
  }
  if (keyword === 'required') return { kind: 'missing', path, key: String(params.missingProperty), message: '' }
  if (keyword === 'enum')
    return { kind: 'schema', path, message: `is none of: ${(params.allowedValues as Json[]).join(', ')}` }
  if (keyword === 'type')
    return {
      kind: 'schema',
      path,
      message: `is ${typeName(data)}, the schema says ${[params.type].flat().join(' or ')}`,
    }
  return { kind: 'schema', path, message }
}

function typeName(value: unknown): string {
  const name = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  return name === 'null' ? name : /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`
}
