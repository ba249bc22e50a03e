import { grouped, onlyOne, shelve } from '../../grouped.ts'
import { member, members, text } from '../../parse/json.ts'
import { splitPath } from '../../paths.ts'
import { onlyValue } from '../../schema/place.ts'
import type { Document, Finding, JsonNode } from '../../types.ts'
import { later } from '../once.ts'
import type { Project } from '../types/project.ts'

/** So many other schemas of a folder show what a property is for. */
const often = 3

/** A property that can have one value only. */
interface Tag {
  document: Document
  name: string
  title: string
  value: JsonNode
  description: string
}

/**
 * `"objectType": { "enum": ["lid"] }` in a schema that is called `pot`, and whose property is described as "The type of the object, pot":
 * all other schemas of the folder have their own title there.
 */
export function indexOwnTitles(project: Project): (document: Document) => Finding[] {
  const found = later(() => {
    const tags = new Map<string, Tag[]>()
    for (const document of project.documents.values())
      for (const tag of tagsIn(document)) shelve(tags, `${splitPath(document.path).folder}\n${tag.name}`, tag)
    const foreign = grouped([...tags.values()].flatMap(oddOne), ({ document }) => document)
    return (document: Document) => (foreign.get(document) ?? []).map(finding)
  })
  return (document) => (document.facts.spec?.kind === 'json-schema' ? found(document) : [])
}

function tagsIn(document: Document): Tag[] {
  const data = document.facts.spec?.data
  const title = text(member(data, 'title'))
  if (title === undefined || document.facts.spec?.kind !== 'json-schema') return []
  return members(member(data, 'properties')).flatMap(({ key: name, value: property }) => {
    const value = onlyValue(property)
    const description = text(member(property, 'description')) ?? ''
    return value?.kind === 'string' ? [{ document, name, title, value, description }] : []
  })
}

function oddOne(tags: readonly Tag[]): Tag[] {
  const odd = onlyOne(tags.filter(({ title, value }) => text(value) !== title))
  return odd && tags.length > often && odd.description.includes(odd.title) ? [odd] : []
}

function finding({ name, title, value }: Tag): Finding {
  return {
    at: value.range,
    severity: 'warning',
    message: `"${name}" can only be "${text(value)}", and the schema is called "${title}"`,
    help: 'the other schemas of this folder have their titles there',
  }
}
