import { grouped } from '../../../grouped.ts'
import type { Problem, Range, Schema } from '../../../types.ts'
import { isInEnglish, speaksOfEnd, speaksOfFirst } from '../../own-words.ts'
import type { Cell, ReadTable } from './cells.ts'
import { rolesOf } from './columns.ts'

/** A row of a table that has the description of another one, which speaks of that one: it was copied, and not changed. */
export function copiedDescriptions(tables: readonly ReadTable[]): Problem[] {
  return tables.flatMap(({ header, rows }) => {
    const column = header.findIndex(({ text }) => rolesOf(text).includes('description'))
    return column > 0 && rows.length > 1 ? copies(rows, column) : []
  })
}

/** What is said of more than two may well be said of all. */
function copies(rows: readonly Cell[][], column: number): Problem[] {
  const texts = rows.map((row) => withoutFormat(row[column]?.text ?? ''))
  if (new Set(texts).size === rows.length) return []
  const alike = grouped(rows.keys(), (at) => texts[at] ?? '')
  return [...alike].flatMap(([text, [first = -1, second = -1, more]]) => {
    const [one, other] = [rows[first], rows[second]]
    const isPair = one && other && more === undefined && one[column] !== other[column]
    if (!isPair || !isInEnglish(text) || isOrigin.test(text)) return []
    const at = one.findIndex((it, i) => it.text !== other[i]?.text)
    const [name, another] = [one[at]?.text ?? '', other[at]?.text ?? '']
    if (at > column || !isName.test(name) || !isName.test(another)) return []
    if (one.some((it, i) => i !== at && it.text !== other[i]?.text && isPlace.test(`${it.text} ${other[i]?.text}`)))
      return []
    const said = withoutCode(text, other[column])
    if (speaksOfFirst(said, name, another)) return copied(other[column]?.range, another, name)
    return speaksOfFirst(said, another, name) ? copied(one[column]?.range, name, another) : []
  })
}

/** What a list says of a name. */
interface Item {
  name: string
  text: string
  range: Range
}

/** The same of two neighbours in a list, in Markdown or HTML: of lists, only a whole sentence that is said of both ends of a range. */
export function copiedItems(text: string, described: readonly Schema[]): Problem[] {
  const lists = described.flatMap(({ form, fields }) =>
    form === 'list' ? [fields.flatMap((it) => itemOf(it, text))] : [],
  )
  return [...lists, itemsInHtml(text)].flatMap((items) =>
    items.slice(1).flatMap((other, at) => {
      const one = items[at]
      if (!one || one.text !== other.text || other.range[0] - one.range[1] > near || !isInEnglish(one.text)) return []
      if (speaksOfEnd(one.text, one.name, other.name)) return copied(other.range, other.name, one.name)
      return speaksOfEnd(one.text, other.name, one.name) ? copied(one.range, one.name, other.name) : []
    }),
  )
}

/** No more stands between the descriptions of two neighbours. */
const near = 120

/** Shorter ones are labels. */
const wholeSentence = /^(?:\S+\s+){7}\S/

function itemOf({ path, nameRange, range }: Schema['fields'][number], text: string): Item[] {
  const line = text.slice(nameRange[1], range[1]).split('\n', 1)[0] ?? ''
  const mark = /^[\W_]*(?:\([^()\n]{0,60}\)[\W_]*)?/.exec(line)?.[0] ?? ''
  const said = line.slice(mark.length).trimEnd()
  const start = nameRange[1] + mark.length
  return wholeSentence.test(said) ? [{ name: path.at(-1) ?? '', text: said, range: [start, start + said.length] }] : []
}

const htmlItem = /<li>(?:<p>)?(?:<code>)?([\w.-]{2,40})(?:<\/code>)?(?: ?[:–-]|<\/code>) ?([A-Z][^<\n]{30,300})/g

function itemsInHtml(text: string): Item[] {
  return Array.from(text.matchAll(htmlItem)).flatMap(({ index, 0: whole, 1: name = '', 2: said = '' }) => {
    const end = index + whole.length
    return wholeSentence.test(said) ? [{ name, text: said, range: [end - said.length, end] }] : []
  })
}

/** What stands for one thing: several words are a title, and `custom1 to custom9` are many. */
const isName = /^(?:[A-Z]{3,7} )?[^\s|,]+$/

/** What is sent in a header or in the URL is one thing that may be sent in either way. */
const isPlace = /\b(?:headers?|cookies?)\b/i

/** Where a value comes from, and not what it is. */
const isOrigin =
  /^\W*(?:(?:as|can be|is|was|must be) )?(?:derived|fetched|found|generated|got|obtained|provided|received|retrieved|returned|see|taken)\b/i

/** What a sentence is about, without how it is written: "The colour of a lid. Format: char(2)". */
function withoutFormat(text: string): string {
  const at = text.includes(':') ? text.search(/(?<=\S\s)(?:format|max(?:imum)? length|length):/i) : -1
  return at < 0 ? text : text.slice(0, at).trimEnd()
}

function withoutCode(text: string, cell: Cell | undefined): string {
  return (cell?.code ?? []).reduce((rest, code) => rest.replace(code, ' '), text)
}

function copied(range: Range | undefined, name: string, owner: string): Problem[] {
  if (!range) return []
  return [{ kind: 'value', range, message: `"${name}" has the description of "${owner}"` }]
}
