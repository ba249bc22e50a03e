import type { Document, Schema } from '../../types.ts'
import { describesOne } from './annotations.ts'

export interface PageObject {
  schema: Schema
  /** Whether that is all that the page says of it. */
  isWhole: boolean
}

const known = new WeakMap<Document, PageObject | { schema: undefined }>()

/** What a page as a whole describes: its one object, what its annotation is for, or the first of several. */
export function pageObject(document: Document): PageObject | undefined {
  const found = known.get(document) ?? objectOf(document) ?? { schema: undefined }
  known.set(document, found)
  return found.schema ? found : undefined
}

function objectOf(document: Document): PageObject | undefined {
  const objects = document.facts.schemas.filter(({ role, form }) => role === 'object' && form !== 'list')
  const [schema, another] = objects
  if (!schema) return undefined
  if (!another) return { schema, isWhole: true }
  if (!describesOne(document)) return { schema, isWhole: false }
  // Properties here, relationships there: one type all the same, and its rows keep their places.
  return { schema: { ...schema, fields: objects.flatMap(({ fields }) => fields) }, isWhole: true }
}
