import { Ajv, type ErrorObject } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { nearest } from '../text.ts'
import type { Json } from '../types.ts'

/** Where a value breaks a schema. */
export interface SchemaFault {
  /** Keys and indexes that lead to the value. */
  path: string[]
  message: string
  /** The key of that value which the fault is about. */
  key?: string
  near?: string
}

/** A strict validator of JSON Schema, draft 7 or 2020-12. Heavy: only loaded where a user brings a schema. */
export function makeValidator(schema: Json): (value: Json) => SchemaFault[] {
  const options = { allErrors: true, strict: false, logger: false, verbose: true } as const
  const recent = JSON.stringify(schema).includes('2020-12')
  const ajv = recent ? new Ajv2020(options) : new Ajv(options)
  addFormats.default(ajv)
  const validate = ajv.compile(schema as object)
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map(fault))
}

function fault({ instancePath, keyword, params, message = 'is not valid', parentSchema }: ErrorObject): SchemaFault {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((it) => it.replaceAll('~1', '/').replaceAll('~0', '~'))
  const name = path.at(-1) === undefined ? 'the front matter' : `"${path.join('.')}"`
  if (keyword === 'additionalProperties') {
    const key = String(params.additionalProperty)
    const near = nearest(key, Object.keys((parentSchema as { properties?: object })?.properties ?? {}))
    return { path, key, near, message: `unknown key "${key}"` }
  }
  if (keyword === 'required') return { path, message: `${name} has no "${params.missingProperty}"` }
  if (keyword === 'enum') return { path, message: `${name} is none of: ${(params.allowedValues as Json[]).join(', ')}` }
  return { path, message: `${name} ${message}` }
}
