import type { Field, Schema } from '../../types.ts'
import { type Tag, tagsOf } from '../links/html.ts'
import type { Syntax } from '../syntax.ts'
import { fieldNames } from './names.ts'
import { readType } from './types.ts'
import { supportedValues } from './values.ts'
import { defaultValue, requiredness } from './words.ts'

/** Components that document a field each, and which of their attributes may name it. */
const components: Readonly<Record<string, readonly string[]>> = {
  ParamField: ['query', 'path', 'body', 'header', 'cookie'],
  ResponseField: ['name'],
}

/** Deeper than that no object goes: somebody forgot to close the tags, and every path would be as long as the page. */
const deepest = 20

/** `<ParamField query="limit" type="integer" required>`: fields that a page documents by components, together those of a section. */
export function tagSchemas(syntax: Syntax): Schema[] {
  if (!syntax.text.includes('<ParamField') && !syntax.text.includes('<ResponseField')) return []
  const found = new Map<string, Schema>()
  const open: string[][] = []
  for (const { tag, section } of tagsOf(syntax)) {
    if (!components[tag.name]) continue
    if (tag.closing) {
      open.pop()
      continue
    }
    const above = open.at(-1) ?? []
    const place = open.length < deepest ? placeOf(tag) : undefined
    const fields = place ? fieldNames({ text: place.value, code: [] }).map((it) => [...above, ...it]) : []
    if (syntax.text[tag.range[1] - 2] !== '/') open.push(fields[0] ?? above)
    if (place) note(found, `${tag.name} ${section} ${place.name === 'body'}`, { tag, section, syntax, place, fields })
  }
  return [...found.values()].filter(({ fields }) => fields.length > 0)
}

function placeOf({ name, attributes }: Tag): Tag['attributes'][number] | undefined {
  return attributes.find((it) => it.value !== '' && components[name]?.includes(it.name))
}

interface Noted {
  tag: Tag
  section: number
  syntax: Syntax
  place: Tag['attributes'][number]
  fields: string[][]
}

function note(found: Map<string, Schema>, key: string, { tag, section, syntax, place, fields }: Noted): void {
  const known = found.get(key)
  const own = fields.map((path) => fieldOf(path, tag, place, syntax.text))
  if (known) {
    known.fields.push(...own)
    known.range = [known.range[0], tag.range[1]]
    return
  }
  const role = tag.name === 'ParamField' ? 'parameters' : 'object'
  found.set(key, { form: 'tags', role, range: tag.range, section, fields: own, open: false })
}

function fieldOf(path: string[], { name, range, attributes }: Tag, place: Noted['place'], text: string): Field {
  const value = (it: string) => attributes.find((attribute) => attribute.name === it)
  const type = value('type')
  const said =
    text
      .slice(range[1], range[1] + 1000)
      .split(`</${name}`, 1)[0]
      ?.trim() ?? ''
  return {
    path,
    range,
    nameRange: place.range,
    typeText: type?.value ?? '',
    type: readType(type?.value ?? ''),
    typeRange: type?.range ?? place.range,
    links: [],
    format: '',
    values: supportedValues(said, said),
    required: value('required') ? 'yes' : requiredness(undefined, said),
    place: place.name === 'name' ? undefined : place.name,
    default: value('default')?.value || defaultValue(said),
  }
}
