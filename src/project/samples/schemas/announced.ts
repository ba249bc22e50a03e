import { onlyOne } from '../../../grouped.ts'
import type { Document, Link, Sample, Schema } from '../../../types.ts'
import { inside } from '../../ranges.ts'
import { agrees } from './agreement.ts'
import type { Candidate, SchemaLinks, Search } from './types.ts'

/** What a row is called that stands for the whole of a payload. */
const whole = /^(?:an? )?(?:object|array|list|body|payload|response|result)$/i

/** From a link to the sample below its line: a fence, and in that perhaps the head of a message. */
const onlyHead = /^[^\n]*\n\s*(?:(?:```|~~~)[^\n]*\s*(?:HTTP\/[^\n]*\s{1,9}(?:[\w-]{1,40}:[^\n]*\s{1,9}){0,9})?)?$/

/**
 * The one object that `| Object | A [pot](#pot) |` names, a table of one row that is about the whole of what is sent or answered, or
 * the line right above the sample: "An object with `pots`, each of which is a [pot](#pot)".
 */
export function announced(search: Search): Candidate | undefined {
  const { document, sample, context, links } = search
  if (context.role === 'unknown') return undefined
  const named = [...inRows(search), ...rightAbove(document, sample)]
  const schema = onlyOne(new Set(named.flatMap((it) => objectOf(document, it, links) ?? [])))
  return schema && { document, schema, named: false }
}

/** Links of tables that have the one row, in the sample's endpoint. */
function inRows({ document, sample: { section }, context, links }: Search): Link[] {
  const { sections, schemas, links: all } = document.facts
  const around = sections[sections[section]?.parent ?? 0]
  if (!around || around.depth < 2) return []
  const rows = inside(schemas, around.range).filter(
    (it) => isWhole(it) && links.about(document, it).way === context.role && agrees(document, it, context, links),
  )
  return rows.flatMap(({ range }) => inside(all, range))
}

function isWhole({ form, fields: [only, more] }: Schema): boolean {
  return form === 'table' && only !== undefined && !more && whole.test(only.path.join(' '))
}

function rightAbove({ text, facts }: Document, { section, range: [start] }: Sample): Link[] {
  const from = Math.max(facts.sections[section]?.heading[1] ?? 0, start - 600)
  return inside(facts.links, [from, start]).filter(({ range }) => onlyHead.test(text.slice(range[1], start)))
}

/** Of a section of this page that describes one object. */
function objectOf(document: Document, link: Link, links: SchemaLinks): Schema | undefined {
  const schema = link.url.startsWith('#') ? links.target(document, link)?.schema : undefined
  const range = schema && document.facts.sections[schema.section]?.range
  return range && onlyOne(inside(document.facts.schemas, range).filter(({ role }) => role === 'object'))
    ? schema
    : undefined
}
