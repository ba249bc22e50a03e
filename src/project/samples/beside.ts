import type { Document, Schema } from '../../types.ts'
import { fold } from './links.ts'

/** Many pages describe one object in several tables: properties here, relationships there, and a section or a sentence for a large one. */
export function documentedBeside(document: Document, found: Schema[]): string[] {
  const { facts } = document
  const beside = facts.schemas.filter((it) => found.length !== 1 || it !== found[0])
  const titles = facts.sections.flatMap(({ title }) => (/^[\w-]+$/.test(title) ? [fold(title)] : []))
  return [
    ...titles,
    ...inSentences(document),
    ...beside.flatMap(({ fields }) => fields.flatMap(({ path }) => path.map(fold))),
  ]
}

/** The property `name` says …; when the `name` property is set, …. Read once, whatever the number of samples on the page. */
function inSentences(document: Document): readonly string[] {
  const names =
    spoken.get(document) ??
    Array.from(document.text.matchAll(sentence), ([, before, behind]) => fold(before ?? behind ?? ''))
  spoken.set(document, names)
  return names
}

const spoken = new WeakMap<Document, readonly string[]>()
const sentence =
  /\b(?:property|field|key|setting|option) `([\w.-]{1,80})`|`([\w.-]{1,80})` (?:property|field|key|setting|option)\b/g
