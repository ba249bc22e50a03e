import type { Document, Link, Schema } from '../../../types.ts'
import { fitOf, type Views } from './fit.ts'
import type { Candidate, SchemaLinks } from './types.ts'

/**
 * What a link means that leads elsewhere: its words are the title of another schema of the page, and the sample has that
 * one's keys rather than those of the schema that the link leads to.
 */
export function meant(candidate: Candidate, link: Link, views: Views, links: SchemaLinks): Candidate {
  const { document, schema } = candidate
  const named = wordsOf(link.text)
  const leads = titleOf(document, schema)
  if (named === '' || named === wordsOf(leads)) return candidate
  const other = links.byTitle(document).get(named)
  if (!other || other === schema) return candidate
  const share = (it: Schema) => fitOf(views, links.keys(it)).share
  if (share(other) < 0.7 || share(other) <= share(schema)) return candidate
  return { ...candidate, schema: other, wrong: { link, leads, means: titleOf(document, other) } }
}

/** The first object below each title. */
export function schemasByTitle(document: Document): ReadonlyMap<string, Schema> {
  const found = new Map<string, Schema>()
  for (const it of document.facts.schemas) {
    const title = wordsOf(titleOf(document, it))
    if (it.role === 'object' && !found.has(title)) found.set(title, it)
  }
  return found
}

function titleOf({ facts }: Document, { section }: Schema): string {
  return facts.sections[section]?.title ?? ''
}

/** Without words that say only that it is a schema. */
function wordsOf(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((it) => !/^(?:the|an?|schema|object|request|response|payload|body)$/.test(it)).join(' ')
}
