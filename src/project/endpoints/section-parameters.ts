import type { Document, Range } from '../../types.ts'
import type { EndpointGroup, EndpointIndex } from './index.ts'

/** A parameter that a section's tables or lists document. */
export interface Documented {
  name: string
  range: Range
  /** Whether the page says that it belongs into the path. */
  inPath: boolean
}

/** The parameters that each section of a page documents: lower case name → as written and where. */
export function documentedNames(
  index: Pick<EndpointIndex, 'of'>,
  document: Document,
): Map<EndpointGroup, Map<string, Documented>> {
  const found = new Map<EndpointGroup, Map<string, Documented>>()
  const { schemas, sections } = document.facts
  for (const { role, section, fields } of schemas) {
    const title = sections[section]?.title ?? ''
    // "Additional parameters" come to those that are told elsewhere.
    const group = role === 'parameters' && !/\badditional\b/i.test(title) ? index.of(document, section) : undefined
    if (!group) continue
    const names = found.get(group) ?? new Map<string, Documented>()
    found.set(group, names)
    const isOfPath = ofPath.test(title)
    for (const { path, nameRange, place = '', format } of fields) {
      const name = path.join('.')
      // The format of a value may well be "URL".
      const inPath = isOfPath || ofPath.test(place) || /^path\b/i.test(format)
      // `id/parts`: the parameter, and what the path has behind it.
      for (const it of [...name.split('/'), name]) names.set(it.toLowerCase(), { name: it, range: nameRange, inPath })
    }
  }
  return found
}

const ofPath = /\b(?:path|ur[il])\b/i
