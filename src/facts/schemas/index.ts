import { byStart, startOfLine } from '../../text.ts'
import type { Include, Range, Sample, Schema } from '../../types.ts'
import type { Syntax } from '../syntax.ts'
import { announcesSome, goesOnBelow, hasMore, isLabelled, keyOnes, leadOf, partAbove } from './announcements.ts'
import { definitionSchemas } from './definitions.ts'
import { headingSchemas } from './headings.ts'
import { shownSchemas } from './json-schemas.ts'
import { listSchemas } from './list.ts'
import { type ShownNames, shownNames } from './shown.ts'
import type { ReadTable } from './tables/cells.ts'
import { columnsOf } from './tables/columns.ts'
import { tableFields, tableRole } from './tables/fields.ts'
import { blockTagSchemas } from './tags/block-tag-fields.ts'
import { tagSchemas } from './tags/index.ts'

/** What the page says about fields: in tables, in lists that start with code, and in headings that are names. */
export function schemas(
  syntax: Syntax,
  tables: ReadTable[],
  samples: readonly Sample[],
  pulled: readonly Include[],
): Schema[] {
  const shown = shownNames(samples)
  const all = [
    ...joined(
      tables.flatMap((it) => tableSchema(it, syntax, shown)),
      syntax.text,
    ),
    ...listSchemas(syntax, shown),
    ...headingSchemas(syntax),
    ...definitionSchemas(syntax),
    ...tagSchemas(syntax),
    ...blockTagSchemas(syntax),
    ...shownSchemas(samples),
  ].sort(byStart)
  const { text } = syntax
  const brought = pulled.filter(
    ({ literal, range: [at] }) => !literal && text.slice(startOfLine(text, at), at).trim() === '',
  )
  return brought.length === 0 ? all : all.map((it) => opened(it, brought))
}

/** A line of another file among those that describe fields may describe some more. */
function opened(schema: Schema, brought: readonly Include[]): Schema {
  const [start, end] = schema.range
  return brought.some(({ range: [at] }) => start < at && at < end) ? { ...schema, open: true } : schema
}

function tableSchema(table: ReadTable, { text, sections }: Syntax, shown: ShownNames): Schema[] {
  const titled = columnsOf(table.header, table.rows)
  const names = titled ? undefined : shown(table.section)
  const columns = titled ?? (names && columnsOf(table.header, table.rows, names))
  const found = tableFields(table, columns, text)
  if (!found) return []
  const { range, section } = table
  const lead = leadOf(text, range[0])
  const role = isLabelled(lead) ? 'parameters' : tableRole(table, columns, found.fields, sections)
  // Of a table whose titles say nothing, nobody can tell that it is about the whole; `_links` and `_embedded` stand in any object.
  const open =
    found.open ||
    !titled ||
    found.fields.every(({ path: [name = ''] }) => name.startsWith('_')) ||
    announcesSome.test(sections[section]?.title ?? '') ||
    keyOnes.test(lead)
  return [{ form: 'table', range, section, role, fields: found.fields, open }]
}

/**
 * One table below "Required:" and the next below "Optional:", and nothing else between them: both describe one object. So they do
 * where the sentence between them says that there are additional fields; where no table follows, nobody can tell which.
 */
function joined(found: Schema[], text: string): Schema[] {
  const whole: Schema[] = []
  let parts = new Set<string>()
  for (const it of found) {
    const last = whole.at(-1)
    const part = partAbove(text, it.range[0])
    const goesOn = last && part && parts.size > 0 && !parts.has(part.name) && areAlike(last, it)
    if (goesOn && text.slice(last.range[1], part.start).trim() === '') {
      parts.add(part.name)
      whole[whole.length - 1] = both(last, it)
    } else if (last && areAlike(last, it) && hasMore(text, last.range[1], it.range[0])) {
      whole[whole.length - 1] = both(last, {
        ...it,
        fields: it.fields.map((field) => ({ ...field, required: 'unknown' })),
      })
    } else {
      parts = new Set(part && [part.name])
      whole.push(it)
    }
  }
  return whole.map((it) => (goesOnBelow(text, it.range[1]) ? { ...it, open: true } : it))
}

function areAlike(one: Schema, other: Schema): boolean {
  return one.section === other.section && one.role === other.role
}

function both(one: Schema, other: Schema): Schema {
  const range: Range = [one.range[0], other.range[1]]
  return { ...one, range, fields: [...one.fields, ...other.fields], open: one.open || other.open }
}
