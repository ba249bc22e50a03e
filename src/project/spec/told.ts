import { writes } from '../../facts/methods.ts'
import { counted, grouped, onlyOne } from '../../grouped.ts'
import type { Document, Field, Schema } from '../../types.ts'
import type { Documented } from '../types/contracts.ts'
import type { Project } from '../types/project.ts'

/** A field of a section's tables of parameters, and where those say that it goes. */
export interface Told {
  field: Field
  name: string
  place?: string
  /** As the row says it, or else the heading. */
  required: Field['required']
  /** The row is about something within it, and says nothing of the thing itself: `lid` of `lid.knob`. */
  isHolder?: true
}

/** What the section's tables of parameters say, each name once; nothing where two tables are alternatives of one call. */
export function parametersOf(project: Project, documented: Documented): Told[] {
  const { document } = documented
  const all = tablesOf(project, documented).flatMap((schema) =>
    schema.fields.map((field) => ({
      field,
      name: field.path[0] ?? '',
      place: placeOf(field, schema, document),
      required: demandOf(field, schema, document),
    })),
  )
  const told = all.filter(({ field }) => field.path.length === 1)
  const counts = counted(told.map(({ name }) => name))
  const inside = writes(documented.method)
    ? all.filter(({ field, name }) => field.path.length > 1 && !counts.has(name))
    : []
  const holders = [...grouped(inside, ({ name }) => name).values()].flatMap(([first]) => first ?? [])
  return [
    ...told.filter(({ name }) => counts.get(name) === 1),
    ...holders.map((it) => ({ ...it, isHolder: true as const })),
  ]
}

/** The first words of all that a section's tables of parameters list: `size` for `size.width`, too. */
export function headsOf(project: Project, documented: Documented): ReadonlySet<string> {
  return new Set(tablesOf(project, documented).flatMap(({ fields }) => fields.flatMap(({ path }) => path[0] ?? [])))
}

/** "Parameters", and fields that are required or optional below a call that takes a body. */
function tablesOf(project: Project, documented: Documented): Schema[] {
  const { document, group } = documented
  return project.endpoints
    .within(group, document.facts.schemas)
    .filter(
      (it) =>
        (it.role === 'parameters' || (writes(documented.method) && project.samples.isSent(document, it))) &&
        !isAnswer(documented, it.section),
    )
}

/** "Response parameters", below what the endpoint is called, are no parameters. */
function isAnswer({ document: { facts }, group }: Documented, section: number): boolean {
  for (let at = section; at > 0 && at !== group.section; at = facts.sections[at]?.parent ?? 0) {
    const title = facts.sections[at]?.title ?? ''
    if (/\b(?:respon|return|output|result|error|webhook|callback)/i.test(title)) return true
  }
  return false
}

/** Whether the section speaks of a parameter outside of its tables, in a list, a sentence or a call. */
export function speaksOf({ document, group }: Documented, name: string): boolean {
  const [start = 0, end = 0] = document.facts.sections[group.section]?.range ?? []
  for (let at = document.text.indexOf(name, start); at >= 0 && at < end; at = document.text.indexOf(name, at + 1)) {
    const isWhole = !/\w/.test(document.text[at + name.length] ?? '')
    if (isWhole && /[`?&"'*[{=]/.test(document.text[at - 1] ?? '')) return true
  }
  return false
}

/** "Optional parameters" are so, one and all, but for those of which the row itself speaks. */
function demandOf(field: Field, { section }: Schema, { facts, text }: Document): Field['required'] {
  const title = field.required === 'unknown' ? (facts.sections[section]?.title ?? '') : ''
  const word = demandTitle.exec(title)?.[1]?.toLowerCase()
  if (word === undefined || /\b(?:required|optional|mandatory)\b/i.test(text.slice(...field.range)))
    return field.required
  return word === 'required' ? 'yes' : 'no'
}

const demandTitle = /^(required|optional) (?:(?:query|body|request) )?(?:param(?:eter)?|field|propert|attribute)/i

/** The one place that the row names, or else the heading. */
function placeOf({ place, format, typeText }: Field, { section }: Schema, { facts }: Document): string | undefined {
  const title = facts.sections[section]?.title ?? ''
  for (const text of [place, format, typeText]) {
    const word = /^\s*(?:in |the )?(query|path|uri|url|header|body|form)\b/i.exec(text ?? '')?.[1]
    if (word) return places.get(word.toLowerCase())
  }
  const words = [...title.toLowerCase().matchAll(/\b(?:query|path|header|body)/g)].flatMap(
    ([it]) => places.get(it) ?? [],
  )
  return onlyOne(new Set(words))
}

const places: ReadonlyMap<string, string> = new Map([
  ['query', 'query'],
  ['path', 'path'],
  ['header', 'header'],
  ['body', 'body'],
  ['form', 'body'],
])
