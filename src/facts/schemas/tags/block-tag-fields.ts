import type { Field, Schema } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'
import { hasEndpointTags, type TemplateTag, templateTags } from '../../template-tags.ts'
import { fieldNames } from '../names.ts'
import { addFields, saidBehind, tagField } from './tag-fields.ts'

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
  const tags = syntax.all('paragraph').flatMap(({ range }) => templateTags(text, range))
  for (const tag of tags) {
    around = places[tag.name] ?? (tag.name.startsWith('endapi-') && places[tag.name.slice(3)] ? '' : around)
    if (tag.name !== 'swagger-parameter' && tag.name !== 'api-method-parameter') continue
    const place = tag.attributes.get('in')?.value ?? around
    const fields = fieldsOf(tag, place, text)
    const section = syntax.sectionAt(tag.range[0])
    const key = `${section} ${place === 'body'}`
    addFields(found, key, { form: 'tags', role: 'parameters', range: tag.range, section, fields, open: false })
  }
  return [...found.values()].filter(({ fields }) => fields.length > 0)
}

function fieldsOf({ name, range, attributes }: TemplateTag, place: string, text: string): Field[] {
  const named = attributes.get('name')
  if (!named) return []
  const isRequired = attributes.get('required')?.value
  return fieldNames({ text: named.value, code: [] }).map((path) =>
    tagField(path, {
      range,
      nameRange: named.range,
      type: attributes.get('type'),
      required: isRequired === 'true' ? 'yes' : isRequired === 'false' ? 'no' : undefined,
      place,
      default: undefined,
      said: saidBehind(text, range[1], `{% end${name}`),
    }),
  )
}
