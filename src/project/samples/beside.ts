import type { Document, Range, Schema } from '../../types.ts'
import type { SchemaLinks } from './links.ts'
import { fold } from './names.ts'

/**
 * Many pages describe one object in several tables: properties here, relationships there, and a section or a sentence for a
 * large one. `around` is the section that has the sample and its tables: where that is one endpoint of many on a page, what
 * the page says of the others is no part of it.
 */
export function documentedBeside(
  document: Document,
  found: readonly Schema[],
  links: SchemaLinks,
  around?: Range,
): string[] {
  const { facts } = document
  const others = around === undefined ? new Set<number>() : otherEndpoints(document, around)
  const beside = facts.schemas.filter((it) => (found.length !== 1 || it !== found[0]) && !others.has(it.section))
  const titles = facts.sections.flatMap(({ title }) => (/^[\w-]+$/.test(title) ? [fold(title)] : []))
  return [
    ...titles,
    ...links.inSentences(document),
    ...beside.flatMap(({ fields }) => fields.flatMap(({ path }) => path.map(fold))),
  ]
}

/** The sections of endpoints that are documented elsewhere on the page, each as deep as the one around the sample. */
function otherEndpoints({ facts: { sections, endpoints } }: Document, around: Range): ReadonlySet<number> {
  const own = sections.findIndex(({ range }) => range[0] === around[0] && range[1] === around[1])
  const depth = sections[own]?.depth ?? 0
  const top = (section: number) => {
    let at = section
    while ((sections[at]?.depth ?? 0) > depth) at = sections[at]?.parent ?? 0
    return at
  }
  const documented = new Set(endpoints.flatMap(({ role, section }) => (role === 'definition' ? top(section) : [])))
  if (depth === 0 || !documented.delete(own)) return new Set()
  return new Set(sections.flatMap((_, it) => (documented.has(top(it)) ? it : [])))
}

/** The property `name` says …; when the `name` property is set, …; - **`name`** is …, in a list that is none of fields as a whole. */
export function namesInSentences({ text }: Document): readonly string[] {
  return Array.from(text.matchAll(sentence), ([, before, behind, bullet]) => fold(before ?? behind ?? bullet ?? ''))
}

const sentence =
  /\b(?:property|field|key|setting|option) `([\w.-]{1,80})`|`([\w.-]{1,80})` (?:property|field|key|setting|option)\b|^[ \t]{0,12}[-*+] {1,3}\*{0,2}`([\w.-]{1,80})`/gm
