import type { Field } from '../../types.ts'
import type { Cell } from './pipe-tables.ts'

/** `Custom1 through Custom25`, `a1 - a6`, `x1…x9`, `Custom1Value to Custom25Value`; whatever word joins the two, it is no "and". */
const range =
  /^([A-Za-z_][\w.]*?)(\d{1,3})([A-Za-z_]*)\s*(?:\bt[a-z]{1,7}|\buntil|[-–—~]|\.{2,3}|…)\s*([A-Za-z_][\w.]*?)?(\d{1,3})([A-Za-z_]*)$/
const name = /^[@$_A-Za-z\u00c0-\uffff][\w.@$:[\]{}()<>*/\-\u00c0-\uffff]*$/

/** What stands below a name and is said of it. */
const remark =
  /^\W?(?:required|optional|mandatory|repeated|deprecated|read[- ]only|nullable|string|integer|number|boolean|bool|object|array)\W?$/i

/** The names of a row's first cell, each as a path; none where the cell holds something else. */
export function fieldNames(cell: Pick<Cell, 'text' | 'code'>): string[][] {
  // Most names are one word of letters, which none of the rules below changes.
  if (cell.text.length <= 200 && /^[A-Za-z_]+$/.test(cell.text)) return [[cell.text]]
  const text = cell.text
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/^[\s>»↳└─├│•–—*-]+/, '')
    // `:id`: a parameter as the path writes it.
    .replace(/^:(?=[A-Za-z_])/, '')
    .replace(/[*?†‡:\s]+$/, '')
    // `to Required`: behind a name in lower case, the word is said of it.
    .replace(/(?<=^[a-z_][\w.[\]-]*) \(?(?:required|optional)\)?$/i, '')
    // A footnote: of a list, nobody documents the second item.
    .replace(/(?<=\w)\[[1-9]\d?\]$/, '')
  if (text.length > 200) return []
  const whole = expand(text)
  if (whole) return whole
  const parts = text.split(/\s*(?:,|\s\/\s|\bor\b|\band\b|\||\n|<br ?\/?>)\s*/).map((it) => it.trim())
  const names = parts.filter((it, at) => it !== '' && (at === 0 || !remark.test(it))).map(expand)
  if (names.length > 0 && names.every((it) => it !== undefined)) return names.flatMap((it) => it ?? [])
  // `name` (optional), `id` string: the code is the name, and the rest says something of it.
  const [code] = cell.code
  const only = cell.code.length === 1 && code !== undefined && text.startsWith(code) ? expand(code) : undefined
  return only ?? []
}

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

/** `a[].b` → a, [], b. `a[b]` (a form's way) → a, b. A URN or a version is one name, whatever dots it has. */
export function steps(text: string): string[] {
  if (/[:/]/.test(text)) return [text]
  return text
    .replace(/\[(?:\d+|\*|n|i)?\]/g, '.[].')
    .replace(/\[(\w+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
}

/** Eight spellings of "required"; a condition after it makes it another statement. */
export function requiredness(column: string | undefined, description: string): Field['required'] {
  const cell = column?.toLowerCase().trim()
  if (cell !== undefined) {
    if (/^(?:y|yes|true|required|mandatory|x|✓|✔|✅|r|m|да|是)\.?$/.test(cell)) return 'yes'
    if (/^(?:n|no|false|optional|o|-|–|✗|❌|нет|否)?\.?$/.test(cell)) return 'no'
    return 'conditional'
  }
  const start = description.slice(0, 200)
  if (/^[\s|(*_]*(?:optional|read[ -]?only)(?:\b|_)/i.test(start)) return 'no'
  if (!/required/i.test(start)) return 'unknown'
  const marked = /\*\*\s*required\b[^*]{0,80}\*\*|<required>|\{\{<\s*required|^[\s|(]*required\b/i.exec(start)
  if (!marked) return 'unknown'
  const after = start.slice(marked.index, marked.index + marked[0].length + 60)
  if (/\b(?:if|when|unless|for|either|only|depending|provided|one of|at least)\b/i.test(after)) return 'conditional'
  return /\beither\b|\bauto-?generated\b|\bonly the\b/i.test(description) ? 'conditional' : 'yes'
}

/** Below such a title stands what a call takes. */
export const announcesParameters = /\b(?:param(?:eter)?s?|headers?|query|arguments?|options?|flags?|form data)\b/i
/** `**Query parameters:**` right above: a label says it as well as a title does. */
export function isLabelled(text: string, start: number): boolean {
  const above = text.slice(Math.max(0, start - 80), start).trimEnd()
  return (
    /(?:^|\n)\W{0,4}(?:query|path|url|uri|header|request)? ?param(?:eter)?s?\W{0,4}$/i.test(above) ||
    announcement.test(above)
  )
}

/** "The following parameters should be set in the URL:" */
const announcement =
  /(?:^|\n)[^\n]{0,40}\b(?:path|query|ur[il]) parameters?[^\n.]{0,30}:$|\bparameters? [^\n.]{0,40}\b(?:path|query string|ur[il]):$/i

/** "These objects have the following fields:", right above. */
export function isAnnounced(text: string, start: number): boolean {
  return /\b(?:following|these) (?:[\w-]{1,20} ){0,2}(?:attributes|fields|keys|parameters|properties)\b[^\n.:]{0,60}:$/i.test(
    text.slice(Math.max(0, start - 150), start).trimEnd(),
  )
}

/** Below such a title stands what an object holds. */
export const announcesFields =
  /\b(?:attributes?|propert(?:y|ies)|fields?|schema|object|entity|members|body|payload|response)\b/i

/** "Default: `20`", "The default value is 20.", "defaults to `asc`". One word of its own: what comes behind "if" is a condition. */
export function defaultValue(description: string): string | undefined {
  if (!description.includes('efault')) return undefined
  const found =
    /\bdefault(?:s to| value(?: is)?:?| is|:|=)[ *_]{1,4}(?:`([^`\n]{1,40})`|"([^"\n]{1,40})"|([\w-]+)(?=\.?(?:\s*[|)]|\s*$|\. )))/i.exec(
      description,
    )
  const rest = found ? description.slice(found.index + found[0].length, found.index + found[0].length + 40) : ''
  return /\b(?:if|when|unless|for|or)\b/i.test(rest) ? undefined : (found?.[1] ?? found?.[2] ?? found?.[3])
}

/** "Maximum length: 40 characters", "up to 8 characters". */
export function longest(description: string): number | undefined {
  if (!description.includes('char')) return undefined
  const limit = /\b(?:max(?:imum)?(?: length)?|up to|at most)[ :.of]{1,6}(\d{1,5})[ -](?:alphanumeric )?char/i.exec(
    description,
  )
  return limit ? Number(limit[1]) : undefined
}
