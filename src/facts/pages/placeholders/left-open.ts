import type { Nodes } from 'mdast'
import { getOrAdd } from '../../../grouped.ts'
import { isHistory } from '../../../paths.ts'
import type { Fact } from '../../../types.ts'
import { type Located, type Syntax, textOf } from '../../syntax.ts'
import { columnOf, dates } from './columns.ts'

/** `` `open` = TODO ``: what one line of a paragraph was to explain. */
const ofLine = /[:=–—] ?(TODO|FIXME)(?=[ \t]{0,8}\\?$)/gm
/** ``Scope required: `tbc` ``: no date is waited for there. What `todo` in small letters allows is told by an API of lists. */
const ofScopes =
  /(TO ?DO|TB[CD]|tb[cd])(?<=\b(?:[Ss]copes?|[Pp]ermissions?)\b[^:\n]{0,30}:[*_]{0,3} {0,2}`?\1)(?=`?\.?[ \t]{0,8}\\?$)/gm
/** `the rights of a potter &rarr; **TODO**`, `(link to the kilns **TBD**)`, `See more [TODO]`: the last word of all. */
const last =
  /(→|&rarr;|[-=]>|;|(?<=\s)[-–—](?=\s)|,(?=\s?[*_]{2})|\s(?=\*\*\w{3,5}\*\*\))(?<=\([^()\n]{1,80}\s)|(?<!\]|\b(?:as|by|is|marked|or|says|tagged|with))\s(?=\[\w{3,5}\]))\s?[*_[]{0,3}(TODO|TBD|FIXME)\]?[*_]{0,3}[.!)]?[*_]{0,3}[|\s]{0,200}$/

/** ``One of the glazes found here...``: the link that was to come. What stands below a paragraph, and is meant, stands below no cell. */
const toCome = /\b(?:found|listed|available) here ?(?:\.{3}|…)[|\s]{0,200}$/

/** Most pages pay one look for each. */
const marks = ['TODO', 'TO DO', 'FIXME', 'TBD', 'TBC']

/** Where a text ends, or a line of it, in a word that stands for what was to be said there. */
export function leftOpen(syntax: Syntax): Fact[] {
  const mayEnd = / here ?(?:\.{3}|…)/.test(syntax.text)
  if (!mayEnd && !marks.some((it) => syntax.text.includes(it)) && !/tb[cd]\b/.test(syntax.text)) return []
  const past = isHistory(syntax.path)
  const isDone = tellsOfDone()
  const endings = [...syntax.all('paragraph'), ...syntax.all('tableCell')].flatMap((it) =>
    past ? [] : ending(it, syntax, isDone),
  )
  const known = new Set(endings.map(({ range }) => range[0]))
  const lost = mayEnd && !past ? syntax.all('tableCell').flatMap((it) => lostLink(it, syntax)) : []
  return [...endings, ...lost, ...syntax.all('paragraph').flatMap((it) => lines(it, syntax, known))]
}

function lostLink({ range: [start, end] }: Located, { text }: Syntax): Fact[] {
  const source = text.slice(start, end)
  const found = /\]\(|<a\b|\]\[/.test(source) ? null : toCome.exec(source)
  if (!found) return []
  const at = start + found.index
  return [{ range: [at, at + found[0].replace(/[|\s]+$/, '').length] }]
}

function lines({ range: [start, end] }: Located, { text }: Syntax, known: ReadonlySet<number>): Fact[] {
  const source = text.slice(start, end)
  if (source.includes('<!--')) return []
  return [ofLine, ofScopes]
    .flatMap((form) => [...source.matchAll(form)])
    .flatMap(({ index, 0: all, 1: word = '' }): Fact[] => {
      const at = start + index + all.length - word.length
      return known.has(at) ? [] : [{ range: [at, at + word.length] }]
    })
}

function ending(it: Located, { text }: Syntax, isDone: (list: Nodes) => boolean): Fact[] {
  const [start, end] = it.range
  const source = text.slice(start, end)
  const found = last.exec(source)
  if (!found || source.includes('<!--')) return []
  const [all, mark = '', word = ''] = found
  const before = source.slice(0, found.index).trimEnd()
  if (before === '' || isOneOfMany(before, mark) || dates.test(before) || isState(it, isDone)) return []
  const at = start + found.index + all.indexOf(word)
  return [{ range: [at, at + word.length] }]
}

/** `DOING -> TODO`, `**Done**, **TODO**`: a way from one state to another, or a list of them. A dash explains what stands before it. */
function isOneOfMany(before: string, mark: string): boolean {
  if (/^[-–—]$/.test(mark)) return false
  return /[`*_]$/.test(before) || (mark !== ',' && /[A-Z]{2}$/.test(before))
}

/** Whether a text tells how far somebody has come: a task, one of several of which others are done, a cell below "Status". */
function isState(it: Located, isDone: (list: Nodes) => boolean): boolean {
  if (it.node.type === 'tableCell') {
    const column = columnOf(it)
    const title = column?.header && textOf(column.header)
    return column === undefined || (title !== undefined && (states.test(title) || dates.test(title)))
  }
  const item = it.parent
  if (item?.node.type !== 'listItem') return false
  const list = item.parent?.node
  return typeof item.node.checked === 'boolean' || (list !== undefined && isDone(list))
}

/** Whether an item of a list is done, looked for once in each. */
function tellsOfDone(): (list: Nodes) => boolean {
  const known = new Map<Nodes, boolean>()
  return (list) =>
    getOrAdd(known, list, () => 'children' in list && list.children.some((it) => done.test(textOf(it as Nodes))))
}

const states = /\b(?:state|status|progress|to-?do|tbd|done)\b/i
const done = /(?:\b(?:done|wip|in progress|implemented|completed?|finished)|✅|✔️?)[.)]?\s*$/i
