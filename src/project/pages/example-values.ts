import { onlyOne } from '../../grouped.ts'
import { editsBetween } from '../../spelling.ts'
import { sectionAt } from '../../text.ts'
import type { Document, Range, Table } from '../../types.ts'
import { standsOnce } from '../documents.ts'
import type { MisspeltName } from '../types/pages.ts'

/** "(e.g. `lids:fired`)", once, above a table that lists `lid:fired` and others of that form. */
export function exampleValues({ text, facts }: Document): MisspeltName[] {
  if (facts.tables.length === 0) return []
  return Array.from(text.matchAll(example)).flatMap(({ index, 0: { length }, 1: name = '' }): MisspeltName[] => {
    if (!standsOnce(name, text)) return []
    const start = index + length - name.length - 1
    const section = sectionAt(facts.sections, start)
    const table = facts.tables.find((it) => it.section === section && it.range[0] > start)
    const values = table ? listed(table, text) : []
    const usual = onlyOne(values.filter((it) => editsBetween(it, name) === 1))
    const at: Range = [start, start + name.length]
    return usual === undefined || values.length < enough ? [] : [{ name, at, usual, meant: usual }]
  })
}

/** Words and a joint between them, and nothing that counts. */
const value = '[a-z]{3,30}[:._][a-z]{3,30}(?:[:._][a-z]{3,30}){0,3}'
const example = new RegExp(`\\(e\\.g\\.,? \`(${value})\``, 'gi')
const cell = new RegExp(`^\\|?[ \\t]*\`(${value})\`[ \\t]*\\|`, 'gim')

/** So many values are a list of all that there are. */
const enough = 3

/** What the first column of a table has, where each row has one. */
function listed({ range }: Table, text: string): string[] {
  const source = text.slice(...range)
  const values = Array.from(source.matchAll(cell), ([, it = '']) => it)
  return values.length === source.trim().split('\n').length - 2 ? values : []
}
