import type { Field, Schema } from '../../types.ts'
import { type BlockTag, blockTags, hasEndpointTags } from '../block-tags.ts'
import type { Syntax } from '../syntax.ts'
import { fieldNames } from './names.ts'
import { readType } from './types.ts'
import { supportedValues } from './values.ts'
import { defaultValue, requiredness } from './words.ts'

/** What is in which tag says where it is sent. */
const places: Readonly<Record<string, string>> = {
  'api-method-path-parameters': 'path',
  'api-method-query-parameters': 'query',
  'api-method-headers': 'header',
  'api-method-body-parameters': 'body',
  'api-method-form-data-parameters': 'body',
}

/** `{% swagger-parameter in="path" name="id" %}`, `{% api-method-parameter name="id" %}`: the parameters of each endpoint, its body by itself. */
export function blockTagSchemas(syntax: Syntax): Schema[] {
  const { text } = syntax
  if (!hasEndpointTags(text)) return []
  const found = new Map<string, Schema>()
  let around = ''
  const tags = syntax.all('paragraph').flatMap(({ range }) => blockTags(text, range))
  for (const tag of tags) {
    around = places[tag.name] ?? (tag.name.startsWith('endapi-') && places[tag.name.slice(3)] ? '' : around)
    if (tag.name !== 'swagger-parameter' && tag.name !== 'api-method-parameter') continue
    const place = tag.attributes.get('in')?.value ?? around
    const fields = fieldsOf(tag, place, text)
    const section = syntax.sectionAt(tag.range[0])
    const key = `${section} ${place === 'body'}`
    const known = found.get(key)
    if (known) {
      known.fields.push(...fields)
      known.range = [known.range[0], tag.range[1]]
    } else found.set(key, { form: 'tags', role: 'parameters', range: tag.range, section, fields, open: false })
  }
  return [...found.values()].filter(({ fields }) => fields.length > 0)
}

function fieldsOf({ name, range, attributes }: BlockTag, place: string, text: string): Field[] {
  const named = attributes.get('name')
  if (!named) return []
  const type = attributes.get('type')
  const said =
    text
      .slice(range[1], range[1] + 1000)
      .split(`{% end${name}`, 1)[0]
      ?.trim() ?? ''
  const isRequired = attributes.get('required')?.value
  return fieldNames({ text: named.value, code: [] }).map((path) => ({
    path,
    range,
    nameRange: named.range,
    typeText: type?.value ?? '',
    type: readType(type?.value ?? ''),
    typeRange: type?.range ?? named.range,
    links: [],
    format: '',
    values: supportedValues(said, said),
    required: isRequired === 'true' ? 'yes' : isRequired === 'false' ? 'no' : requiredness(undefined, said),
    place,
    default: defaultValue(said),
  }))
}
