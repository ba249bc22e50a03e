import { text as textOf } from '../parse/json.ts'
import { nearest, singular } from '../spelling.ts'
import type { JsonNode } from '../types.ts'
import type { Contradiction, Visit } from './contradiction.ts'
import type { Shape } from './shape.ts'

/** Whether the value has a type that the schema allows; if not, that is noted. */
export function typeFits({ node, shape, row, name, at }: Visit, found: Contradiction[]): boolean {
  const { types } = shape
  if (!types || types.includes(node.kind) || isDecimal(node, shape)) return true
  const shown = textOf(node)
  if (shown !== undefined && standsForOthers(shown, types, name)) return false
  const kind = isAboutLists(node.kind, types) ? 'list' : 'type'
  const isMisdocumented = kind === 'type' && contradictsItsName(name, types, node)
  found.push({ kind, at, name, says: types.join(' or '), shows: node.kind, place: row, isMisdocumented })
  return false
}

function standsForOthers(shown: string, types: readonly string[], name: string): boolean {
  return isPlaceholder(shown) || isSeveral(shown, types) || (types.includes('object') && isNamesake(shown, name))
}

/** A number, as a text. */
export const decimal = /^-?\d{1,20}(?:\.\d{1,20})?$/

/** JSON has no decimals: where they are money, they are sent as text, which nobody rounds. */
function isDecimal(node: JsonNode, { format }: Shape): boolean {
  return format === 'decimal' && decimal.test(textOf(node) ?? '')
}

/** `"12,15,19"` for a number: a call for several at once, as its section says; `"1-6"`: which numbers there are. */
function isSeveral(shown: string, types: readonly string[]): boolean {
  return types.join() === 'number' && /^\d+(?:(?:, ?\d+)+| ?[-–] ?\d+)$/.test(shown)
}

/** One side shows a list where the other has a single value. */
function isAboutLists(kind: JsonNode['kind'], types: readonly string[]): boolean {
  const only = types.length === 1 && types[0] === 'array'
  if ((kind === 'array') === only) return false
  return kind === 'array' || (kind === 'object' && types.some((it) => it === 'object' || it === 'array')) || only
}

/** `hasReceipts` is no string where a sample shows `true`, nor is what shows a word a number. */
function contradictsItsName(name: string, types: readonly string[], node: JsonNode): boolean {
  if (node.kind === 'boolean') return /^(?:is|has|can|should|was|are|does|allows?|enables?)[A-Z_-]/.test(lastOf(name))
  return types.join() === 'number' && /^\p{L}[\p{L} .'-]*$/u.test(textOf(node) ?? '')
}

/** Of a path, what the value itself is called. */
function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}

/** Text that stands for a value: type names, alternatives, brackets, elisions. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim()
  return (
    text === '' ||
    /^[{<[(].*[}>\])]$|\.\.\.|…|\s\|\s|\|\s?null$|\sor\s|^\$|^%|^\*$|^x{2,}$/i.test(text) ||
    /^(?:string|number|integer|int(?:32|64)?|(?:big)?decimal|float|double|boolean|bool|object|array|date|datetime|timestamp|null|value|uuid|guid|true\s*[/|,]\s*false)\b[\w\s()-]*$/i.test(
      text,
    )
  )
}

/** `"lids": ["lid"]`, where each is an object: its name stands for it. */
function isNamesake(shown: string, name: string): boolean {
  const last = lastOf(name).replace('[]', '').toLowerCase()
  const word = shown.toLowerCase()
  return word === last || word === singular(last)
}

/** `"status": "status0"`: what a generator makes up for a string. */
function isNumbered(shown: string, name: string): boolean {
  const last = lastOf(name)
  return shown.startsWith(last) && /^\d{1,3}$/.test(shown.slice(last.length))
}

/** Whether the value is among those that the schema lists. */
export function checkValue({ node, shape, row, name, at }: Visit, found: Contradiction[]): void {
  if (!shape.values || !('value' in node)) return
  const shown = String(node.value)
  const allowed = shape.values.flatMap((it) => ('value' in it ? [String(it.value)] : []))
  if (allowed.includes(shown) || allowed.length === 0 || isPlaceholder(shown) || isNumbered(shown, name)) return
  // `N - None` is the value N, and what it means.
  if (allowed.some((it) => it.startsWith(`${shown} `))) return
  // "A,B" and "A | B" combine values, and free text is no value at all.
  if (/[,;|\s]/.test(shown) && !allowed.some((it) => /[,;|\s]/.test(it))) return
  found.push({
    kind: 'value',
    at,
    name,
    says: list(allowed),
    shows: shown,
    place: row,
    near: nearest(shown, allowed),
  })
}

/** Whether a string is as short as the schema wants it. */
export function checkLength({ node, shape: { maxLength }, row, name, at }: Visit, found: Contradiction[]): void {
  const shown = textOf(node)
  if (maxLength === undefined || shown === undefined) return
  // By characters as readers count them.
  const length = shown.length > maxLength ? [...shown].length : 0
  if (length <= maxLength || isPlaceholder(shown)) return
  found.push({ kind: 'length', at, name, says: `${maxLength}`, shows: `${length}`, place: row })
}

/** Whether a number, or a text that is one, lies between those that the schema names. */
export function checkLimits({ node, shape, row, name, at }: Visit, found: Contradiction[]): void {
  const { minimum = -Infinity, maximum = Infinity } = shape
  if (node.kind !== 'number' && !(node.kind === 'string' && /^-?\d{1,15}(?:\.\d+)?$/.test(String(node.value)))) return
  const value = Number(node.value)
  if (value >= minimum && value <= maximum) return
  const says = value < minimum ? `at least ${minimum}` : `at most ${maximum}`
  found.push({ kind: 'limit', at, name, says, shows: String(node.value), place: row })
}

function list(values: string[]): string {
  const shown = values.slice(0, 6).join(', ')
  return values.length > 6 ? `${shown}, … (${values.length} values)` : shown
}
