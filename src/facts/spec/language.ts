import { getOrAdd } from '../../grouped.ts'

/**
 * What the objects of a contract may hold, as data. A field's kind is a JSON type, another object's name, `[x]` for a list
 * of x, `{x}` for a map of x, and anything where it says none; `!` marks what must be there, `*` an object that may hold more.
 *
 * The official JSON Schemas would do too, but their `oneOf`s answer "must match exactly one schema" where a writer needs to
 * hear which field is missing.
 */
export interface Language {
  name: string
  objects: ReadonlyMap<string, Fields>
}

/** What one object may hold. */
export interface Fields {
  kinds: ReadonlyMap<string, string>
  required: readonly string[]
  /** It may hold more. */
  isOpen: boolean
}

const schema = `
  * type:type required:[string] properties:{schema} items:items enum:[any] allOf:[schema] anyOf:[schema] oneOf:[schema] not:schema
  definitions:{schema} $defs:{schema} description:string title:string`
/** A type may be a schema here, or `any`; and each property says of itself that it is required. */
const draft3 = '* type:any required:boolean properties:{schema} items:items enum:[any] description:string title:string'
const info =
  'title:string! version:string! summary:string description:string termsOfService:string contact:object license:object'
const methods = (more = '') =>
  `get put post delete options head patch ${more}`
    .trim()
    .split(' ')
    .map((it) => `${it}:operation`)
    .join(' ')
const operation = `
  tags:[string] summary:string description:string externalDocs operationId:string parameters:[parameter] deprecated:boolean security:[any]`

const swagger = {
  info,
  schema,
  root: `
    swagger! info:info! host:string basePath:string schemes:[string] consumes:[string] produces:[string] paths:{pathItem}!
    definitions:{schema} parameters:{parameter} responses:{response} securityDefinitions:{any} security:[any] tags:[any] externalDocs`,
  pathItem: `$ref:string parameters:[parameter] ${methods()}`,
  operation: `${operation} responses:{response}! consumes:[string] produces:[string] schemes:[string]`,
  parameter: '* $ref:string name:string! in:string! description:string required:boolean schema:schema',
  response: '$ref:string description:string! schema:schema headers examples',
}

const openapi = {
  info,
  schema,
  root: 'openapi! info:info! jsonSchemaDialect:string servers:[any] paths:{pathItem} webhooks components:components security:[any] tags:[any] externalDocs',
  components: `
    schemas:{schema} responses:{response} parameters:{parameter} examples requestBodies:{requestBody} headers securitySchemes:{any}
    links callbacks pathItems:{pathItem}`,
  pathItem: `$ref:string summary:string description:string servers:[any] parameters:[parameter] ${methods('trace')}`,
  operation: `${operation} responses:{response} requestBody:requestBody callbacks servers:[any]`,
  parameter: `
    $ref:string name:string! in:string! description:string required:boolean deprecated:boolean allowEmptyValue:boolean style:string
    explode:boolean allowReserved:boolean schema:schema example examples content:{mediaType}`,
  requestBody: '$ref:string description:string content:{mediaType}! required:boolean',
  mediaType: 'schema:schema example examples encoding',
  response: '$ref:string description:string! summary:string headers content:{mediaType} links',
}
/** A type is one name here; that a value may be null is said by `nullable`. */
const openapi30 = { ...openapi, schema: schema.replace('type:type', 'type:oneType') }

const known = new Map<Record<string, string>, Language['objects']>()

/** The language of a contract. */
export function languageOf(kind: string, version: string): Language {
  const [name, source] = written(kind, version)
  const objectsOf = () => new Map(Object.entries(source).map(([object, fields]) => [object, read(fields)]))
  return { name, objects: getOrAdd(known, source, objectsOf) }
}

const schemas = { root: schema, schema }
const oldSchemas = { root: draft3, schema: draft3 }

function written(kind: string, version: string): [name: string, source: Record<string, string>] {
  if (kind === 'swagger') return [`Swagger ${version}`, swagger]
  if (kind === 'openapi') return [`OpenAPI ${version}`, /^3\.0(?:\.|$)/.test(version) ? openapi30 : openapi]
  return version.includes('/draft-03/') ? ['JSON Schema draft 3', oldSchemas] : ['JSON Schema', schemas]
}

function read(written: string): Fields {
  const fields = written
    .trim()
    .split(/\s+/)
    .map((field) => {
      const [name = '', kind = 'any'] = field.replace('!', '').split(':')
      return { name, kind, isRequired: field.endsWith('!') }
    })
  return {
    kinds: new Map(fields.map(({ name, kind }) => [name, kind])),
    required: fields.flatMap(({ name, isRequired }) => (isRequired ? [name] : [])),
    isOpen: fields.some(({ name }) => name === '*'),
  }
}
