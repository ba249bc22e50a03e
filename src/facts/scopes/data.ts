import type { Range } from '../../types.ts'
import { sectionsAround } from '../sections.ts'
import type { Syntax } from '../syntax.ts'
import { hasParts } from './names.ts'
import { asScope, namesAt, type PlacedName, type Stated } from './stated.ts'

/** Fewer names are the settings of something. */
const leastNames = 3

/** Where a list begins that a template makes a table of: `<% [ { key: "read_orders" } ].each do |it| %>`, `export const scopes = [`. */
const opening = /<%-?\s{0,20}(?:@?\w{1,40}\s?=\s{0,20})?\[|^export const \w{1,40} ?= ?\[/gm
/** `key: "a, b"`, `"key": "a"`, `:key => 'a'`. */
const property = /([A-Za-z_]\w{0,30})["']?\s{0,4}(?::|=>)\s{0,4}(["'])([^"'\n]{3,200})\2/g

interface Value {
  key: string
  text: string
  start: number
}

/** Scopes in data: below a heading that speaks of them, the property of the items whose values are nothing but names. */
export function dataScopes(syntax: Syntax, speaking: ReadonlySet<number>): Stated[] {
  // Most pages hold neither templates nor code.
  if (speaking.size === 0 || !['<%', 'export const '].some((it) => syntax.text.includes(it))) return []
  const values = listsIn(syntax.text).flatMap(([start, end]) =>
    sectionsAround(syntax.sections, syntax.sectionAt(start)).some((it) => speaking.has(it))
      ? valuesIn(syntax.text.slice(start, end), start)
      : [],
  )
  const keys = [...new Set(values.map(({ key }) => key))]
  const key = keys.find((it) => values.every((one) => one.key !== it || namesIn(one).length > 0))
  const names = values.filter((it) => it.key === key).flatMap(namesIn)
  if (key === undefined || names.length < leastNames) return []
  return [{ scopes: names.map((it) => asScope('catalogue', syntax.sectionAt(it.range[0]))(it)) }]
}

/** Each from its bracket to where the template's tag, or the list, ends. */
function listsIn(text: string): Range[] {
  const found: Range[] = []
  let end = 0
  for (const { 0: head, index } of text.matchAll(opening)) {
    if (index < end) continue
    end = text.indexOf(head.startsWith('<') ? '%>' : '\n]', index)
    if (end < 0) break
    found.push([index, end])
  }
  return found
}

function valuesIn(source: string, base: number): Value[] {
  return Array.from(source.matchAll(property), ({ 0: whole, 1: key = '', 3: text = '', index }) => ({
    key,
    text,
    start: base + index + whole.length - 1 - text.length,
  }))
}

/** The names that a value lists; none where it holds anything else. */
function namesIn({ text, start }: Value): PlacedName[] {
  const found = namesAt(start, text, /[^\s,]+/g)
  return found.every(({ name }) => isName(name)) ? found : []
}

function isName(it: string): boolean {
  return /^[\w.:*-]+$/.test(it) && (hasParts(it) || /^[A-Za-z]+(?:_[A-Za-z]+)+$/.test(it))
}
