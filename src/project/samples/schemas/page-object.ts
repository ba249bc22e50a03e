import { titleWords } from '../../../facts/sections.ts'
import type { Document, Schema } from '../../../types.ts'
import { describesOne } from './annotations.ts'

export interface PageObject {
  schema: Schema
  /** What is sure of any object that a type leads to by the name of the page; `undefined` where the page describes several. */
  sure?: Schema
}

/** What a page as a whole describes: its one object, what its annotation is for, or the first of several. */
export function pageObject(document: Document): PageObject | undefined {
  const objects = document.facts.schemas.filter(({ role, form }) => role === 'object' && form !== 'list')
  const [schema, another] = objects
  if (!schema) return undefined
  if (!another) return { schema, sure: schema }
  if (describesOne(document)) {
    // Properties here, relationships there: one type all the same, and its rows keep their places.
    const whole = { ...schema, fields: objects.flatMap(({ fields }) => fields) }
    return { schema: whole, sure: whole }
  }
  const isOwn = plainTitle.test(titleWords(document.facts.sections[schema.section]))
  return { schema, sure: isOwn ? withOthers(schema, objects) : undefined }
}

/** The names of the page's other tables may be the object's, too, and their types those of another. */
function withOthers(schema: Schema, objects: readonly Schema[]): Schema {
  const own = new Set(schema.fields.map(({ path: [name] }) => name))
  const others = objects
    .flatMap(({ fields }) => fields)
    .filter(({ path: [name, more] }) => more === undefined && !own.has(name))
    .map((it) => ({ ...it, type: {}, typeText: '', links: [], values: undefined }))
  return { ...schema, fields: [...schema.fields, ...others] }
}

/** The title of a part, and not that of one of several objects. */
const plainTitle = /^(?:attributes|properties|fields|members|schema)$/i
