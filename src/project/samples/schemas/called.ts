import { getOrAdd, onlyOne } from '../../../grouped.ts'
import { member, members, text } from '../../../parse/json.ts'
import { splitPath } from '../../../paths.ts'
import { onlyValue, type Place } from '../../../schema/place.ts'
import { squash } from '../../../text.ts'
import type { Document, JsonNode, Sample } from '../../../types.ts'
import { sortedDocuments } from '../../documents.ts'
import { once } from '../../once.ts'
import type { Project } from '../../types/project.ts'
import { shownBy } from '../context.ts'
import { fits } from './operations.ts'

/**
 * `"objectType": "pot"`, where the one JSON Schema that takes nothing else there is called `pot` itself: what a sample says of
 * itself needs no link.
 */
export function indexCalledSchemas(project: Project): (sample: Sample) => Place | undefined {
  const schemas = once(() => schemasByConstant(project))
  return (sample) => {
    const json = schemas().size === 0 ? undefined : shownBy(sample)
    if (json?.kind !== 'object') return undefined
    const places = json.members.flatMap(({ key, value }) => schemas().get(keyOf(key, text(value) ?? '')) ?? [])
    const schema = onlyOne(places)
    return schema && fits(project, json, schema) ? schema : undefined
  }
}

function schemasByConstant(project: Project): ReadonlyMap<string, Place[]> {
  const found = new Map<string, Place[]>()
  for (const { path, facts } of sortedDocuments(project)) {
    const { data } = facts.spec?.kind === 'json-schema' ? facts.spec : {}
    if (!data) continue
    const names = namesOf(path, data)
    for (const { key, value } of members(member(data, 'properties'))) {
      const constant = text(onlyValue(value))
      if (constant !== undefined && names.includes(squash(constant)))
        getOrAdd(found, keyOf(key, constant), () => []).push({ path, node: data })
    }
  }
  return found
}

function keyOf(property: string, constant: string): string {
  return `${property}\0${constant}`
}

/** Its title, and the name of its file: `pot.schema.json`. */
function namesOf(path: Document['path'], schema: JsonNode): string[] {
  return [text(member(schema, 'title')) ?? '', splitPath(path).name.replace(/\..*$/, '')].map(squash)
}
