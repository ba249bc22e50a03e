import { leadOf, namesPath, namesQuery, pathLabel } from '../../../facts/schemas/announcements.ts'
import { getOrAdd } from '../../../grouped.ts'
import type { Document, Field } from '../../../types.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Documented, DocumentedName } from '../../types/parameters.ts'

/** The parameters that each section of a page documents: lower case name → as written and where. */
export function documentedNames(index: EndpointIndex, document: Document): Map<EndpointGroup, Map<string, Documented>> {
  const found = new Map<EndpointGroup, Map<string, Documented>>()
  const { schemas, sections } = document.facts
  for (const { role, section, fields, range } of schemas) {
    const title = sections[section]?.title ?? ''
    // "Additional parameters" come to those that are told elsewhere.
    const group = role === 'parameters' && !/\badditional\b/i.test(title) ? index.of(document, section) : undefined
    if (!group) continue
    const names = getOrAdd(found, group, () => new Map())
    const isOfPath = ofPath.test(title) || namesPath.test(title) || pathLabel.test(leadOf(document.text, range[0]))
    const isOfPathOnly =
      namesPath.test(title) && !namesQuery.test(title) && !/\b(?:headers?|body|ur[il])\b/i.test(title)
    for (const { path, nameRange, place = '', format, typeText, required } of fields) {
      const name = path.join('.')
      // The format of a value may well be "URL".
      const saysPath = isOfPathOnly || [place, typeText].some((it) => /^\W*path(?: param(?:eter)?)?\W*$/i.test(it))
      const inPath = saysPath || isOfPath || ofPath.test(place) || /^path\b/i.test(format)
      add(names, { name, range: nameRange, inPath, saysPath, isOptional: required === 'no' })
    }
  }
  return found
}

/** `Site ID`: in words, a parameter is named in all of the ways in which a path may write it. `id/parts`: it, and what is behind it. */
function add(names: Map<string, Documented>, one: Documented): void {
  const { name } = one
  if (name.includes(' ')) for (const by of ['', '_', '-']) names.set(name.toLowerCase().replaceAll(' ', by), one)
  else for (const it of [...name.split('/'), name]) names.set(keyOf(it, names), { ...one, name: it })
}

/** `siteId`, where `siteid` was documented before, is another parameter. */
function keyOf(name: string, names: ReadonlyMap<string, Documented>): string {
  const lower = name.toLowerCase()
  return (names.get(lower)?.name ?? name) === name ? lower : name
}

/** The names that rows have, whatever they are rows of. */
export function namesIn(fields: readonly Field[]): DocumentedName[] {
  return fields.map(({ path, nameRange }) => ({ name: path.join('.'), range: nameRange }))
}

const ofPath = /\b(?:path|ur[il])\b/i
