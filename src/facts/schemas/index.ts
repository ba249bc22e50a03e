import type { Schema, Section } from '../../types.ts'
import type { Syntax } from '../syntax.ts'
import { announcesSome, goesOnBelow, isLabelled } from './announcements.ts'
import { columnsOf } from './columns.ts'
import { definitionSchemas } from './definitions.ts'
import { tagSchemas } from './field-tags.ts'
import { headingSchemas } from './headings.ts'
import { listSchemas } from './list.ts'
import type { PipeTable } from './pipe-tables.ts'
import { tableFields, tableRole } from './table.ts'

/** What the page says about fields: in tables, in lists that start with code, and in headings that are names. */
export function schemas(syntax: Syntax, tables: PipeTable[]): Schema[] {
  return [
    ...tables.flatMap((it) => tableSchema(it, syntax.text, syntax.sections)),
    ...listSchemas(syntax),
    ...headingSchemas(syntax),
    ...definitionSchemas(syntax),
    ...tagSchemas(syntax),
  ].sort((a, b) => a.range[0] - b.range[0])
}

function tableSchema(table: PipeTable, text: string, sections: Section[]): Schema[] {
  const columns = columnsOf(table.header)
  const found = tableFields(table, columns, text)
  if (!found) return []
  const { range, section } = table
  const role = isLabelled(text, range[0]) ? 'parameters' : tableRole(table, columns, found.fields, sections)
  const open = found.open || announcesSome.test(sections[section]?.title ?? '') || goesOnBelow(text, range[1])
  return [{ form: 'table', range, section, role, fields: found.fields, open }]
}
