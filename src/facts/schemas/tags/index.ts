import { type Attribute, attributeOf, type Tag } from '../../../parse/html-tags.ts'
import type { Field, Schema } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'
import { tagsOf } from '../../tags.ts'
import { announcesParameterTable, roleBelow } from '../announcements.ts'
import { fieldNames } from '../names.ts'
import { addFields, saidBehind, tagField } from './tag-fields.ts'

/** Components that document a field each, and which of their attributes may name it. */
const components: Readonly<Record<string, readonly string[]>> = {
  ParamField: ['query', 'path', 'body', 'header', 'cookie'],
  ResponseField: ['name'],
}

/** `<ApiParam name="limit" type="integer">`: components of a site's own say by their names what they are. */
const ownName = '[A-Z]\\w{0,40}(?:Param(?:eter)?|Field|Prop(?:erty)?|Attribute|Argument)'
const ownTag = new RegExp(`<${ownName}\\s`)
const isOwn = new RegExp(`^${ownName}$`)

/** Deeper than that no object goes: somebody forgot to close the tags, and every path would be as long as the page. */
const deepest = 20

/** `<ParamField query="limit" type="integer" required>`: fields that a page documents by components, together those of a part. */
export function tagSchemas(syntax: Syntax): Schema[] {
  if (!mayDocument(syntax.text)) return []
  const found = new Map<string, Schema>()
  const open: { path: string[]; part: string }[] = []
  let around: Around = { title: { at: 0, text: '' }, tab: 0 }
  for (const { tag, section } of tagsOf(syntax)) {
    around = behind(around, tag, syntax.text)
    const { title, tab } = around
    if (!isField(tag)) continue
    if (tag.closing) {
      open.pop()
      continue
    }
    const above = open.at(-1)
    const place = open.length < deepest ? placeOf(tag) : undefined
    const { path, part } = above ?? {
      path: [],
      part: `${tag.name} ${section} ${title.at} ${tab} ${place?.name === 'body'}`,
    }
    const fields = pathsOf(place, path)
    if (!tag.alone) open.push({ path: fields[0] ?? path, part })
    if (place) note(found, part, { tag, section, syntax, title, place, fields })
  }
  return [...found.values()].filter(({ fields }) => fields.length > 0)
}

/** What a field stands below or in, of what is written as tags. */
interface Around {
  title: Title
  /** Where the tab begins that holds it; 0 for none. */
  tab: number
}

/** Of tabs readers see one at a time: an answer for each status, say. */
const tabs = /^Tab(?:Item)?$/

function behind(around: Around, tag: Tag, text: string): Around {
  if (tabs.test(tag.name)) return { ...around, tab: tag.closing ? 0 : tag.range[0] }
  return /^h[1-6]$/.test(tag.name) && !tag.closing ? { ...around, title: titleAt(tag, text) } : around
}

/** A heading that is written as a tag, which is no section of the page. */
interface Title {
  at: number
  text: string
}

function titleAt({ range: [at, end] }: Tag, text: string): Title {
  return { at, text: text.slice(end, end + 100).split('<', 1)[0] ?? '' }
}

function pathsOf(place: Attribute | undefined, above: readonly string[]): string[][] {
  return place ? fieldNames({ text: place.value, code: [] }).map((it) => [...above, ...it]) : []
}

function mayDocument(text: string): boolean {
  return text.includes('<ParamField') || text.includes('<ResponseField') || ownTag.test(text)
}

/** Of an end tag, nothing but its name is known. `<TextField name="age" type="number" />` is shown to be filled in, and explains nothing. */
function isField({ name, closing, alone, attributes }: Tag): boolean {
  if (components[name]) return true
  if (!isOwn.test(name) || inputs.test(name)) return false
  if (closing) return true
  const has = (what: string) => attributes.some((it) => it.name === what && /^[^{}]+$/.test(it.value))
  return has('name') && has('type') && (!alone || has('description'))
}

const inputs = /^(?:Text|Input|Form|Select|Password|Date|Time|Number|Check|Radio|File|Search|Edit|Email|Combo|Auto)/

function placeOf({ name, attributes }: Tag): Attribute | undefined {
  const names = components[name] ?? ['name']
  return attributes.find((it) => it.value !== '' && names.includes(it.name))
}

interface Noted {
  tag: Tag
  section: number
  syntax: Syntax
  title: Title
  place: Attribute
  fields: string[][]
}

function note(found: Map<string, Schema>, key: string, it: Noted): void {
  const { tag, section, syntax, place } = it
  const fields = it.fields.map((path) => fieldOf(path, tag, place, syntax.text))
  addFields(found, key, { form: 'tags', role: roleOf(it), range: tag.range, section, fields, open: false })
}

/** A site's own component may be of either kind, as the heading above says. */
function roleOf({ tag: { name }, section, title, syntax: { sections } }: Noted): Schema['role'] {
  if (components[name]) return name === 'ParamField' ? 'parameters' : 'object'
  const words = title.at > (sections[section]?.range[0] ?? 0) ? title.text : (sections[section]?.title ?? '')
  return roleBelow(words, announcesParameterTable)
}

function fieldOf(path: string[], tag: Tag, place: Attribute, text: string): Field {
  return tagField(path, {
    range: tag.range,
    nameRange: place.range,
    type: attributeOf(tag, 'type'),
    required: attributeOf(tag, 'required') && 'yes',
    place: place.name === 'name' ? undefined : place.name,
    default: attributeOf(tag, 'default')?.value,
    said: saidBehind(text, tag.range[1], `</${tag.name}`),
  })
}
