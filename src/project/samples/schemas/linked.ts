import { sectionsAround, titleWords } from '../../../facts/sections.ts'
import { onlyOne } from '../../../grouped.ts'
import { textBefore } from '../../../text.ts'
import type { Document, Range } from '../../../types.ts'
import { inside } from '../../ranges.ts'
import { outermost } from '../../sections.ts'
import { suits } from './agreement.ts'
import { isSentBody } from './bodies.ts'
import { meant } from './mislinked.ts'
import type { Candidate, SchemaLinks, Search } from './types.ts'

/**
 * Schemas that the section names: a line that is a link, "Request: …" with one, or the type of a parameter that is the
 * whole body. Nearest section first.
 */
export function linked(search: Search): Candidate[] {
  const { document, sample, context, links } = search
  const { sections } = document.facts
  for (const at of sectionsAround(sections, sample.section)) {
    const range = sections[at]?.range ?? [0, 0]
    const found = inside(links.outsideTables(document), range).flatMap((link): Candidate[] => {
      const words = links.label(document, link)
      if (words === undefined || !suits(`${words} ${link.text}`, context)) return []
      const target = links.target(document, link)
      const item = target && sample.json?.kind === 'array' ? links.listed(target) : undefined
      return target ? [{ ...meant(item ?? target, link, search), label: { link, words } }] : []
    })
    if (found.length === 0 && isSentBody(search)) found.push(...wholeBody(document, range, links))
    if (found.length > 0) return found
    if ((sections[at]?.depth ?? 0) <= 2) return []
  }
  return []
}

/** What generators of reference pages write for a body: a parameter `body` among the others, whose type is a link. */
function wholeBody(document: Document, range: Range, links: SchemaLinks): Candidate[] {
  const listed = inside(document.facts.schemas, range).filter(({ role }) => role === 'parameters')
  return listed
    .flatMap(({ fields }) =>
      fields.filter(({ path }) => path.length === 1 && /^(?:body|content|payload)$/i.test(path[0] ?? '')),
    )
    .flatMap((field) => links.target(document, { kind: 'link', url: links.typeOf(document, field) ?? '' }) ?? [])
}

const body = /^request (?:body|payload)$/i
const announcing = /\b(?:supply|provide|specify|include|JSON representation of)(?: (?:a|an|the))? *$/i

/** "In the request body, supply a JSON representation of the [herd](herd.md) object": said once for all that the page sends. */
export function bodyOf(document: Document, links: SchemaLinks): Candidate[] {
  const { text, facts } = document
  const section = onlyOne(facts.sections.filter((it) => body.test(titleWords(it))))
  if (!section) return []
  const named = inside(links.outsideTables(document), section.range).filter(({ range: [start] }) =>
    announcing.test(textBefore(text, start, 80)),
  )
  const [target, more] = new Set(named.map((it) => links.target(document, it)))
  return target && !more ? [target] : []
}

/** The pages on which the section's payloads are described, whatever each of them is. */
export function pagesNamed({ document, sample, links }: Search): Document[] {
  const { sections } = document.facts
  const range = sections[outermost(sections, sample.section, 2)]?.range ?? [0, 0]
  const named = inside(links.outsideTables(document), range)
    .filter((it) => links.label(document, it) !== undefined)
    .flatMap((it) => links.target(document, it) ?? [])
  return [...new Set([...named, ...wholeBody(document, range, links)].map((it) => it.document))]
}
