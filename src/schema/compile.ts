import { Ajv, type ErrorObject } from 'ajv'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { nearest } from '../text.ts'
import type { Json } from '../types.ts'
import { prepareSchema } from './prepare.ts'

/** Where a sample breaks a schema. */
export interface SampleFault {
  kind: 'schema' | 'near' | 'unknown' | 'missing'
  /** Keys and indexes that lead to the value. */
  path: string[]
  /** The property that is unknown or missing. */
  key?: string
  near?: string
  message: string
}

type Check = (value: Json) => SampleFault[]

/**
 * One validator for all samples of a schema. Files know each other by their path, whatever they call themselves.
 * Patterns that could take for ever are dropped: what they would say, nobody can tell.
 */
export function compileSchema(path: string, files: ReadonlyMap<string, Json>): Check {
  const options = { allErrors: true, strict: false, logger: false, verbose: true, validateFormats: true } as const
  const main = files.get(path) as { $schema?: Json } | undefined
  const draft = String(main?.$schema ?? '')
  if (draft.includes('draft-04')) throw new Error('JSON Schema draft 4 is not supported (use draft 7 or later)')
  const Dialect = draft.includes('2020-12') ? Ajv2020 : draft.includes('2019-09') ? Ajv2019 : Ajv
  const ajv = new Dialect(options)
  addFormats.default(ajv, { mode: 'fast', formats: ['date', 'time', 'date-time', 'uuid', 'uri', 'email', 'ipv4'] })
  for (const [name, schema] of files) {
    if (typeof schema !== 'object' || schema === null) throw new Error(`"${name}" is no schema`)
    const prepared = prepareSchema(schema)
    ajv.addSchema({ ...prepared, $id: address(name), $schema: undefined })
  }
  const validate = ajv.getSchema(address(path))
  if (!validate) throw new Error('it is no schema')
  return (value) => {
    try {
      return validate(value) ? [] : relevant(validate.errors ?? []).map(fault)
    } catch (error) {
      if (error instanceof RangeError) return [{ kind: 'schema', path: [], message: 'meets a schema that never ends' }]
      throw error
    }
  }
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
}: ErrorObject): SampleFault {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((it) => it.replaceAll('~1', '/').replaceAll('~0', '~'))
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
