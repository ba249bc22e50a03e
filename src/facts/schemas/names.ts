import type { Field } from '../../types.ts'
import { demandWords, optionalWords, requiredWords } from './demand.ts'
import type { Cell } from './tables/cells.ts'
import { typeWords } from './types.ts'

/** `Custom1 through Custom25`, `a1 - a6`, `x1…x9`, `Custom1Value to Custom25Value`; whatever word joins the two, it is no "and". */
const range =
  /^([A-Za-z_][\w.]*?)(\d{1,3})([A-Za-z_]*)\s*(?:\bt[a-z]{1,7}|\buntil|[-–—~]|\.{2,3}|…)\s*([A-Za-z_][\w.]*?)?(\d{1,3})([A-Za-z_]*)$/
const name = /^[@$_A-Za-z\u00c0-\uffff][\w.@$:[\]{}()<>*/\-\u00c0-\uffff]*$/

/** What stands below a name and is said of it. */
const remark = new RegExp(
  `^\\W?(?:${requiredWords}|(?:semi-)?(?:${optionalWords})|repeated|deprecated|read[- ]only|nullable|${typeWords})\\W?$`,
  'i',
)

/** `limit integer`, `limit (string, optional)`, `limit REQUIRED integer`, `query string optional, default is null`: the type stands behind the name. */
const typed = new RegExp(
  `(?<=^[a-z_][\\w.[\\]-]{0,60})[\\s(:–-]{1,4}(?:(?:required|optional)[\\s,;]{1,4})?(${typeWords}(?:\\[\\])?)(?![\\w-])(?:[\\s,;|().]{0,4}(?:required|optional|nullable|mandatory|default(?: is|:|=)? ?[\\w.'"-]{1,30})){0,3}[\\s,;|().]{0,4}$`,
  'i',
)

/** The type that stands behind a name in one cell. */
export function typeBehind(cell: string): string | undefined {
  return cell.includes(' ') && cell.length <= 200 ? typed.exec(cell.trim())?.[1] : undefined
}

/** The names of a row's first cell, each as a path; none where the cell holds something else. */
export function fieldNames(cell: Pick<Cell, 'text' | 'code' | 'source'>): string[][] {
  // Most names are one word, which none of the rules below changes.
  if (cell.text.length <= 200 && /^[A-Za-z_]\w*$/.test(cell.text)) return [[cell.text]]
  const plain = cell.text
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/^[\s>»\u2190-\u21ff\u2794-\u27be\u2500-\u257f▸▾•–—*-]+/, '')
    .replace(/^(['"])([^'"]+)\1$/, '$2')
    // `:id`: a parameter as the path writes it.
    .replace(/^:(?=[A-Za-z_])/, '')
    .replace(/[*?†‡:\s]+$/, '')
    // `to Required`: behind a name in lower case, the word is said of it.
    .replace(/(?<=^[a-z_][\w.[\]-]*) \(?(?:required|optional)\)?$/i, '')
    // A footnote: of a list, nobody documents the second item.
    .replace(/(?<=\w)\[[1-9]\d?\]$/, '')
  if (plain.length > 200) return []
  const asked = plain.includes('=') ? queryNames(plain) : []
  if (asked.length > 0) return asked
  const text = plain.includes(' ') ? plain.replace(typed, '') : plain
  const whole = expand(text)
  if (whole) return whole
  const parts = text.split(/\s*(?:,|\s\/\s|\bor\b|\band\b|\||\n|<br ?\/?>)\s*/).map((it) => it.trim())
  const names = parts.filter((it, at) => it !== '' && (at === 0 || !remark.test(it))).map(expand)
  if (names.length > 0 && names.every((it) => it !== undefined)) return names.flatMap((it) => it ?? [])
  // `name` (optional), `id` string: the code is the name, and the rest says something of it.
  const [code, ...others] = cell.code
  const lead = code ?? boldLead.exec(cell.source ?? '')?.[1]
  return (others.length === 0 && lead !== undefined && text.startsWith(lead) ? expand(lead) : undefined) ?? []
}

/** `limit=`, `since={_date_}`, `?limit=10`, `unit=mm&height={height}`: as a query writes them. `unit=mm` alone is one value of several. */
function queryNames(text: string): string[][] {
  const parts = text.replace(/^[?&]/, '').split('&')
  const found = parts.map((it) => /^([A-Za-z_][\w.[\]-]*)\**=(\S*)$/.exec(it))
  const isOpen = text !== parts.join('&') || found.some((it) => /^(?:_?\{.+\}_?|_\w+_|<.+>)?$/.test(it?.[2] ?? '-'))
  return isOpen && !found.includes(null) ? found.map((it) => steps(it?.[1] ?? '')) : []
}

/** `**jar** REQUIRED href`: a name that is set off from what it has to be, as code is. */
const boldLead = new RegExp(`^\\s*\\*\\*([^*\\s]{1,100})\\*\\*\\s+\\W?(?:${demandWords})\\b`, 'i')

function expand(text: string): string[][] | undefined {
  const found = range.exec(text)
  if (found) {
    const [, prefix = '', from = '', suffix = '', again, to = '', end = ''] = found
    const count = Number(to) - Number(from)
    if (count < 0 || count > 200 || (again !== undefined && again !== prefix) || end !== suffix) return undefined
    return Array.from({ length: count + 1 }, (_, i) => steps(`${prefix}${Number(from) + i}${suffix}`))
  }
  return name.test(text) ? [steps(text)] : undefined
}

/** Constants are values of something, not names of fields. Those of one word may be either, but fields would have types. */
export function areConstants(fields: Pick<Field, 'path' | 'typeText'>[]): boolean {
  const names = fields.map(({ path }) => path.join('.'))
  if (!names.every((it) => /^[A-Z0-9]+(?:_[A-Z0-9]+)*$/.test(it))) return false
  const long = names.filter((it) => it.includes('_')).length
  return long === names.length || (long > 0 && fields.every(({ typeText }) => typeText === ''))
}

/** `a[].b` → a, [], b. `a[b]`, `a[:b]` (a form's way) → a, b. A URN or a version is one name, whatever dots it has. */
export function steps(whole: string): string[] {
  const text = whole.replace(/\[:(?=\w+\])/g, '[')
  if (/[:/]/.test(text)) return [text]
  return text
    .replace(/\[(?:\d+|\*|n|i)?\]/g, '.[].')
    .replace(/\[(\w+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
}
