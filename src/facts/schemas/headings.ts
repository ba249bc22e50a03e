import { shelve } from '../../grouped.ts'
import type { Field, Schema, Section } from '../../types.ts'
import type { Syntax } from '../syntax.ts'
import { describedField } from './descriptions.ts'
import { fieldNames } from './names.ts'
import { mayHoldFields, readLinkedType } from './types.ts'
import { explainedValues } from './values.ts'

const typeLabel = /^[ \t]*(?:[-*+][ \t]+)?\*{0,2}Type:?\*{0,2}:?[ \t]*(\S[^\n]{0,300})/m

/** Attributes that have a heading each, with their type on a line of its own: one schema for each section above them. */
export function headingSchemas(syntax: Syntax): Schema[] {
  if (!/\bType\b/.test(syntax.text)) return []
  const byParent = new Map<number, Field[]>()
  const known = new Map<number, Field>()
  syntax.sections.forEach((section, i) => {
    if (section.depth < 2) return
    const field = headingField(section, syntax.sections[i + 1], syntax.text)
    if (!field) return
    known.set(i, field)
    // What holds nothing is no parent: the heading is only one level too deep. A name that says where it belongs needs none.
    let { parent } = section
    for (let above = known.get(parent); above && !isHolder(above, field); above = known.get(parent))
      parent = syntax.sections[parent]?.parent ?? 0
    shelve(byParent, parent, field)
  })
  return [...byParent].map(([section, fields]) => ({
    form: 'headings',
    role: 'object',
    range: syntax.sections[section]?.range ?? [0, syntax.text.length],
    section,
    fields,
    open: false,
  }))
}

/** `params[text]` below `params` says itself where it belongs. */
function isHolder({ path: above, type }: Field, { path }: Field): boolean {
  return mayHoldFields(type) && !(above.length < path.length && above.every((it, at) => it === path[at]))
}

function headingField(section: Section, next: Section | undefined, text: string): Field | undefined {
  const end = Math.min(next?.range[0] ?? text.length, section.range[1])
  const body = text.slice(section.heading[1], end)
  if (!body.includes('Type')) return undefined
  // A code span that somebody forgot to close names the field all the same.
  const title = section.title
    .replace(/\{[^}]*\}+|&\w+;/g, ' ')
    .trim()
    .replace(/^`(?=[^`]*$)/, '')
  const [path] = title.includes(' ') ? [] : fieldNames({ text: title, code: [] })
  const found = path && typeLabel.exec(body)
  if (!found) return undefined
  const [all, written = ''] = found
  const raw = written.replace(/\{\{.*?\}\}/g, ' ')
  const typeText = raw
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`\\]/g, '')
    .trim()
  const start = section.heading[1] + found.index + all.length - written.length
  const known = {
    path,
    range: section.heading,
    nameRange: section.heading,
    typeText,
    type: readLinkedType(typeText, targetsIn(written)),
    typeRange: [start, start + written.length] as const,
    links: [...raw.matchAll(/\]\(([^()\s]+)\)/g)].map(([, url = '']) => url),
  }
  return describedField(/\benum/i.test(typeText) ? { ...known, values: explainedValues(body) } : known, body)
}

/** Where the links of a line lead, through a shortcode or not. */
function targetsIn(line: string): string[] {
  return [...line.matchAll(/\]\((?:\{\{[^"\n]{0,40}")?([^()"\s]+)/g)].map(([, target = '']) => target)
}
