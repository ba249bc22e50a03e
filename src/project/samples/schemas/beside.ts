import { titleWords } from '../../../facts/sections.ts'
import { shelve } from '../../../grouped.ts'
import { foldName } from '../../../schema/keys.ts'
import type { Document, Range, Schema } from '../../../types.ts'
import { onceEach } from '../../once.ts'
import { outermost, titleOf } from '../../sections.ts'

/** Whether a page documents a name beside the tables that were found for a sample. */
export type Beside = (document: Document, found: readonly Schema[], within?: Within) => (name: string) => boolean

interface Within {
  /** The section that has the sample and its tables. */
  range: Range
  /** Whether a table may tell of the sample at all: what comes back is no part of what is sent. */
  mayTell(schema: Schema): boolean
}

/**
 * Many pages describe one object in several tables: properties here, relationships there, and a section or a sentence for a
 * large one. Where the section that has the sample is one endpoint of many on a page, what the page says of the others is no
 * part of it.
 */
export function indexBeside(): Beside {
  const namesOf = onceEach(readNames)
  const endpointsOf = onceEach(readEndpoints)
  return (document, found, within) => {
    const isAnothers = within === undefined ? () => false : endpointsOf(document).elsewhere(within.range)
    const tells = (it: Schema) => !isAnothers(it.section) && (within?.mayTell(it) ?? true)
    const [only, more] = found
    return (name) => {
      const { alone, schemas } = namesOf(document)
      return (
        alone.has(name) || (schemas.get(name)?.some((it) => (more !== undefined || it !== only) && tells(it)) ?? false)
      )
    }
  }
}

/** Folded names that a page says, in titles and sentences, and those of its tables, with what their titles say they are of. */
function readNames(document: Document): { alone: ReadonlySet<string>; schemas: ReadonlyMap<string, Schema[]> } {
  const { facts } = document
  const titles = facts.sections.map(titleWords).flatMap((it) => (/^[\w-]+$/.test(it) ? [foldName(it)] : []))
  const schemas = new Map<string, Schema[]>()
  for (const it of facts.schemas) {
    const names = new Set(it.fields.flatMap(({ path }) => path.map(foldName)))
    const titled = nameIn(titleOf(document, it))
    if (titled !== undefined) names.add(foldName(titled))
    for (const name of names) shelve(schemas, name, it)
  }
  return { alone: new Set([...titles, ...namesInSentences(document)]), schemas }
}

/** "Values of glazes", "Values of glazes (if any)", "Glazes array", above a table: that is of what goes by this name. */
function nameIn(title: string): string | undefined {
  const words = title.replace(/\s\([^()]*\)\s*$/, '').trim()
  return /(?:^|\s)[`*]{0,3}(\w[\w-]*)[`*]{0,3}(?:\s+(?:array|object|list))?:?$/i.exec(words)?.[1]
}

/** Which sections of a page are about which endpoints. */
function readEndpoints({ facts: { sections, endpoints } }: Document) {
  const byRange = new Map(sections.map(({ range: [start, end] }, at) => [`${start}-${end}`, at]))
  const documented = onceEach(
    (depth: number) =>
      new Set(
        endpoints.flatMap(({ role, section }) => (role === 'definition' ? outermost(sections, section, depth) : [])),
      ),
  )
  /** Whether a section is about an endpoint that is documented elsewhere on the page, as deep as the one around the sample. */
  const elsewhere = ([start, end]: Range) => {
    const own = byRange.get(`${start}-${end}`) ?? -1
    const depth = sections[own]?.depth ?? 0
    if (depth === 0 || !documented(depth).has(own)) return () => false
    return (section: number) => {
      const at = outermost(sections, section, depth)
      return at !== own && documented(depth).has(at)
    }
  }
  return { elsewhere }
}

/**
 * The property `name` says …; when the `name` property is set, …; - **`name`** is …, in a list that is none of fields as a whole;
 * **name object**, above a table of what it holds.
 */
function namesInSentences({ text }: Document): readonly string[] {
  return Array.from(text.matchAll(sentence), ([, before, behind, bullet, label]) =>
    foldName(before ?? behind ?? bullet ?? label ?? ''),
  )
}

const sentence =
  /\b(?:property|field|key|setting|option) `([\w.-]{1,80})`|`([\w.-]{1,80})` (?:property|field|key|setting|option)\b|^[ \t]{0,12}[-*+] {1,3}\*{0,2}`([\w.-]{1,80})`|^\*\*([a-z][\w-]{1,80}) (?:key|field|property|object|array)\b[\w ]{0,20}:?\*\*:?[ \t]{0,8}$/gm
