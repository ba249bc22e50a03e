import type { Link, Schema } from '../../../types.ts'
import { titleOf } from '../../sections.ts'
import { fitOf } from './fit.ts'
import { letters } from './titled.ts'
import type { Candidate, Search } from './types.ts'

/**
 * What a link means that leads elsewhere: its words are the title of another schema of the page, and the sample has that
 * one's keys rather than those of the schema that the link leads to.
 */
export function meant(candidate: Candidate, link: Link, { views, links }: Search): Candidate {
  const { document, schema } = candidate
  const titled = links.titled(document)
  const other = titled.get(letters(link.text)) ?? titled.get(letters(link.text.replace(ofMessage, '')))
  if (!other || other === schema) return candidate
  const share = (it: Schema) => fitOf(views, links.keys(it)).share
  if (share(other) < 0.7 || share(other) <= share(schema)) return candidate
  const wrong = { link, leads: titleOf(document, schema), means: titleOf(document, other) }
  return { ...candidate, schema: other, wrong }
}

/** "Order Response Schema" is what a page calls "Order" where it says which way that goes. */
const ofMessage = /\b(?:request|response|payload|body)\b/gi
