import { withoutPipesInCode } from '../../../parse/code-pipes.ts'
import { byStart, excerpt, plural, startOfLine } from '../../../text.ts'
import type { Dialect, Problem, Range } from '../../../types.ts'
import { ranges } from '../../ranges.ts'
import type { Syntax } from '../../syntax.ts'
import { endedByList } from './bulleted-rows.ts'
import { delimiterHint as hint, isDelimiter, problemIn, splitRow } from './cells.ts'
import { tablesInCode } from './coded-tables.ts'
import { lastAbove, loneRow } from './lone-rows.ts'
import { partedRows } from './parted-rows.ts'
import { tornRow } from './torn-rows.ts'
import { undelimited } from './undelimited.ts'
import { type WrittenTable, writtenTables } from './written.ts'

/** Tables that one renderer shows and another does not: GFM is strict where kramdown and others are not. */
export function brokenTables(syntax: Syntax, { codeHoldsPipes }: Dialect): Problem[] {
  if (!syntax.text.includes('|')) return []
  const tables = writtenTables(syntax)
  const parted = tables.flatMap(partedRows)
  const isParted = (it: Problem) => parted.some(({ range }) => range[0] === it.range[0])
  const tableAbove = lastAbove(tables)
  const found = [
    ...parted,
    ...syntax.all('paragraph').flatMap(({ range }) => {
      // Most paragraphs pay this look only.
      if (!syntax.text.slice(range[0], range[1]).includes('|')) return []
      const whole = [
        ...mismatched(syntax.text, range),
        ...undelimited(syntax.text, range),
        ...inOneLine(syntax.text, range),
      ]
      const alone = whole.length > 0 ? [] : loneRow(syntax.text, range, tableAbove(range[0]))
      return [...whole, ...alone].filter((it) => !isParted(it))
    }),
    ...tables.flatMap((it) => [
      ...overfull(it, codeHoldsPipes ? inCodeElsewhere : inCode),
      ...prose(it),
      ...endedByList(it),
      ...tornRow(it),
    ]),
    ...tablesInCode(syntax),
  ]
  if (found.length === 0) return []
  // What stands in HTML is shown by none but the lenient ones.
  const html = ranges(syntax.all('html').map(({ range }) => range))
  return found.filter(({ range }) => !html.at(range[0])).sort(byStart)
}

/** A header and a delimiter row that disagree: GFM takes the whole table for a paragraph. */
function mismatched(text: string, range: Range): Problem[] {
  const source = text.slice(...range)
  if (!hint.test(source)) return []
  let start = range[0]
  let above = ''
  const lines = source.split('\n')
  for (const [at, line] of lines.entries()) {
    const cells = isDelimiter(line) ? splitRow(line).length : 0
    if (cells > 1 && isHeadless(above, cells, lines[at + 1])) return [problemIn(line, start, ...headless)]
    if (cells > 1 && at > 1 && isLazy(text, range[0], above, cells)) return [problemIn(line, start, ...lazy)]
    const header = above.includes('|') ? splitRow(above) : []
    // A header without text is a habit of tables that need none.
    if (cells > 0 && cells !== header.length && header.some((it) => it.text !== '')) {
      const message = `the delimiter row has ${plural(cells, 'cell')}, the header ${header.length}: many renderers show no table`
      return [problemIn(line, start, message, 'give both rows the same number of cells')]
    }
    above = line
    start += line.length + 1
  }
  return []
}

/** Text where the header belongs, and a row of the table below. */
function isHeadless(above: string, cells: number, below = ''): boolean {
  return above.trim() !== '' && !above.includes('|') && /^\s*\|/.test(below) && splitRow(below).length === cells
}

/** `* Lids`, and right below it the header of a table, at the margin: that goes on with the text of the item. */
function isLazy(text: string, start: number, header: string, cells: number): boolean {
  const marker = text.slice(startOfLine(text, start), start)
  return (
    /^\ufeff?[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(marker) &&
    /^ ?\S/.test(header) &&
    splitRow(header).length === cells
  )
}

const lazy = [
  'this table goes on with the text of the list item above it: no renderer shows a table',
  'leave a blank line above its header',
] as const

const headless = [
  'no header stands above this delimiter row: many renderers show no table',
  'name the columns in a row above it, and leave a blank line above that',
] as const

/** `| a | b | | --- | --- | | 1 | 2 |`: the line breaks between the rows are lost. */
function inOneLine(text: string, [start, end]: Range): Problem[] {
  if (text[start] !== '|') return []
  const line = text.slice(start, end).split('\n', 1)[0] ?? ''
  const run = joint.exec(line)?.[0].trimEnd() ?? ''
  if (run.split('|').filter((it) => /--/.test(it)).length < 2 || !/\|[ \t]?\|$/.test(run)) return []
  const message = 'the rows of this table stand in one line: no renderer shows a table'
  return [problemIn(line, start, message, 'give each row a line of its own')]
}

/** The delimiter row, and the pipes of the rows before and behind it. */
const joint = /\|[ \t]{0,2}\|[ \t]{0,2}(?=[:-])[-: \t|]{5,900}/

const inCode = 'a pipe splits the cell even in code: write "\\|"'
/** kramdown and Python's Markdown would show the backslash. */
const inCodeElsewhere = 'a pipe splits the cell even in code where GitHub shows it: write "&#124;" in <code>'
const missingColumn = 'add the missing column to the header, or write a pipe that parts no cells as "\\|"'

/** Rows with more cells than the header: what stands in them is not shown. */
function overfull({ text, rows, width }: WrittenTable, inCode: string): Problem[] {
  const found = rows.slice(1).flatMap((range): Problem[] => {
    if (mostCells(text, range[0], range[1]) <= width) return []
    const problem = overfullRow(text.slice(...range), width, inCode)
    return problem ? [{ kind: 'table', range, ...problem }] : []
  })
  const [first] = found
  // One column that the header forgot is one mistake.
  if (!first || found.length < 3) return found
  const message = `${found.length} rows have more cells than the header (${width}): what stands in them is not shown`
  // Where pipes split what they were to part, no column is missing.
  const help = found.every((it) => it.help === inCode) ? inCode : missingColumn
  return [{ ...first, message, help }]
}

/** What stands right below a table: some words of a text, or a label, and no caption. */
const words =
  /^(?!table\b)\(?(?:\p{L}{2,}|[\d,]+)[:,]?[^\S\n]+[\p{L}(].{3}|^\p{Script=Han}{2}.{5}|^(?:\*\*|__)\p{L}[^*_|\n]{1,40}[:：]?(?:\*\*|__)[:：]?$/iu

/** A text right below a table all of whose rows stand between pipes: GFM makes it a row, and kramdown does not. */
function prose({ text, rows }: WrittenTable): Problem[] {
  if (text[rows.at(-1)?.[0] ?? 0] === '|') return []
  const sources = rows.map((it) => text.slice(...it))
  const at = sources.findIndex((it) => !it.startsWith('|'))
  const range = rows[at]
  const isText = sources.slice(at).every((it) => !it.includes('|')) && words.test(sources[at] ?? '')
  if (!range || at < 2 || !isText || !sources[at - 1]?.trimEnd().endsWith('|')) return []
  const message = 'no empty line parts this text from the table: many renderers make it a row'
  return [{ kind: 'table', range, message, help: 'leave a blank line above it' }]
}

/** No row has more cells than its pipes allow, and to count those is cheap. */
function mostCells(text: string, start: number, end: number): number {
  let cells = text[end - 1] === '|' ? 0 : 1
  if (text[start] === '|') cells--
  for (let at = text.indexOf('|', start); at >= 0 && at < end; at = text.indexOf('|', at + 1)) cells++
  return cells
}

function overfullRow(line: string, width: number, inCode: string): Pick<Problem, 'message' | 'help'> | undefined {
  // A line of a template's own code is no row of the page.
  if (/^\s*(?:<%(?!=)|\{%)/.test(line)) return undefined
  const cells = splitRow(line)
  // A comment is shown nowhere.
  const lost = cells.slice(width).find(({ text }) => /[\p{L}\p{N}]/u.test(text) && !/^<!--.*-->$/.test(text))
  if (!lost) return undefined
  if (cells.some(({ text }) => /^:?-{3,}:?$/.test(text)))
    return {
      message: `a table stands in a cell of this row: its pipes make ${plural(cells.length, 'cell')}, the header has ${width}`,
      help: 'put it below this table, or write it in HTML',
    }
  const isInCode = line.includes('`') && splitRow(withoutPipesInCode(line)).length <= width
  return {
    message: `the row has ${plural(cells.length, 'cell')}, the header ${width}: "${excerpt(lost.text)}" is not shown`,
    help: isInCode ? inCode : 'remove a pipe, or write it as "\\|"',
  }
}
