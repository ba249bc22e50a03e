import type { Tag } from '../../../parse/html-tags.ts'
import type { Range, UnclosedElement } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'
import { tagsOf } from '../../tags.ts'

/** What whoever wrote a table by hand mistyped in its rows. What a template writes may be closed there. */
export function tableSlips(syntax: Syntax): UnclosedElement[] {
  if (!syntax.text.includes('<tr') || /\{%|<%/.test(syntax.text)) return []
  return [...rowSlips(syntax), ...withoutBracket(syntax)]
}

interface Rows {
  open: Tag | undefined
  closed: number
  /** Those that no end tag closes. */
  left: Tag[]
  /** Those that stand where the end of a row was meant. */
  meant: Tag[]
}

/** Browsers close rows by themselves: that one of them is left open is a slip where most others are closed. */
function rowSlips(syntax: Syntax): UnclosedElement[] {
  const tags = tagsOf(syntax).flatMap(({ tag, inCell }) => (inCell || !inTable.test(tag.name) ? [] : [tag]))
  const tables: Rows[] = []
  const cells = cellSlips(tags, syntax.text)
  const rows = tags.flatMap((tag, at) => {
    const table = tables.at(-1)
    if (/^table$/i.test(tag.name)) {
      if (!tag.closing) tables.push({ open: undefined, closed: 0, left: [], meant: [] })
      else if (table) return slipsOf(close(tables.pop() ?? table, tag, syntax.text))
    } else if (table && /^tr$/i.test(tag.name))
      addRow(table, tag, syntax.text, isMeantAsEnd(syntax.text, tag, tags[at - 1], tags[at + 1]))
    return []
  })
  return [...rows, ...cells]
}

/** `<td>a kiln<td>`, and at once the next cell or the end of the row, where other cells are closed. */
function cellSlips(tags: readonly Tag[], text: string): UnclosedElement[] {
  const isCell = (tag: Tag | undefined) => tag !== undefined && /^t[dh]$/i.test(tag.name)
  const isEmpty = (tag: Tag, next: Tag | undefined) =>
    next !== undefined && text.slice(tag.range[1], next.range[0]).trim() === ''
  const meant = tags.filter((tag, at) => {
    const [before, after] = [tags[at - 1], tags[at + 1]]
    if (!isCell(tag) || tag.closing || before?.closing !== false || before.name !== tag.name || isEmpty(before, tag))
      return false
    return isEmpty(tag, after) && (isCell(after) ? !after?.closing : after?.closing === true)
  })
  const closed = tags.filter((tag) => tag.closing && isCell(tag)).length
  return closed <= meant.length * 2 ? [] : meant.map(({ name, range }) => ({ name, range, slip: 'meant as end' }))
}

const inTable = /^(?:table|t[rdh])$/i

function addRow(table: Rows, tag: Tag, text: string, isEnd: boolean): void {
  if (tag.closing || (isEnd && table.open)) {
    if (table.open) table.closed++
    if (!tag.closing) table.meant.push(tag)
    table.open = undefined
  } else {
    close(table, tag, text)
    table.open = tag
  }
}

/** An end tag that Markdown takes for code, behind an empty line, is one to whoever wrote it. */
function close(table: Rows, { range: [at] }: Tag, text: string): Rows {
  const { open } = table
  if (open && /<\/tr/i.test(text.slice(open.range[1], at))) table.closed++
  else if (open) table.left.push(open)
  table.open = undefined
  return table
}

/** `…</td><tr>` and at once the next `<tr>`, or the end of the table. */
function isMeantAsEnd(text: string, { range }: Tag, before: Tag | undefined, after: Tag | undefined): boolean {
  const isBehindCell = before?.closing === true && /^t[dh]$/i.test(before.name)
  const isEmpty = after !== undefined && text.slice(range[1], after.range[0]).trim() === ''
  return isBehindCell && isEmpty && /^table$/i.test(after.name) === after.closing && !/^t[dh]$/i.test(after.name)
}

function slipsOf({ closed, left, meant }: Rows): UnclosedElement[] {
  if (closed <= (left.length + meant.length) * 2) return []
  return [
    ...meant.map(({ range }): UnclosedElement => ({ name: 'tr', range, slip: 'meant as end' })),
    ...left.map(({ range }): UnclosedElement => ({ name: 'tr', range, slip: 'open row' })),
  ]
}

/** `a kiln/td></tr>`: readers see the end tag. */
function withoutBracket(syntax: Syntax): UnclosedElement[] {
  if (!shownEnd.test(syntax.text)) return []
  return syntax.all('html').flatMap(({ range: [start, end] }) =>
    Array.from(syntax.text.slice(start, end).matchAll(shownEnds), ({ index, 1: name = '' }) => {
      const range: Range = [start + index, start + index + `/${name}>`.length]
      return { name, range, slip: 'no bracket' as const }
    }),
  )
}

const shownEnd = /\/t[dhr]>(?<=[^<\s/]\/t[dhr]>)(?=\s*<\/?t)/
const shownEnds = /\/(t[dhr])>(?<=[^<\s/]\/t[dhr]>)(?=\s*<\/?t)/g
