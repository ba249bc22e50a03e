import { onlyOne } from '../../../grouped.ts'
import type { Document, Schema } from '../../../types.ts'
import { holds } from '../../ranges.ts'
import { titleOf } from '../../sections.ts'

/** The object that the section of an anchor describes. */
export function objectIn(document: Document, section: number): Schema | undefined {
  const { schemas, sections } = document.facts
  const own = schemas.filter((it) => it.section === section)
  const object = own.find((it) => it.role === 'object')
  // "Search parameters" and "Totals header" are titles of parameters only as long as nobody links to them as to a type.
  if (object || own.length === 1) return object ?? own[0]
  // Headings between the anchor and its table are only steps on the way, as long as there is one table.
  const around = sections[section]?.range ?? [0, 0]
  return onlyOne(schemas.filter(({ role, range }) => role === 'object' && holds(around, range[0])))
}

/** A table whose one row has its title for a name, as only types are called, describes no object, but what goes by that name. */
export function ownName(document: Document, schema: Schema): string | undefined {
  const [name = '', more] = onlyOne(schema.fields)?.path ?? []
  return more === undefined && /^[A-Z]/.test(name) && name === titleOf(document, schema).trim() ? name : undefined
}
