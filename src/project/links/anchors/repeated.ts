import { grouped } from '../../../grouped.ts'
import type { Document, Section } from '../../../types.ts'
import type { RepeatedHeading } from '../../types/links.ts'
import { isTemplated } from './fragment.ts'

/** There may be two of them, one below the other. */
const mayRepeat = /^\W*(?:(?:\w+ )?examples?|notes?|tips?|warnings?|caution|important|usage)\b/i
/** One for each answer that it gives. */
const isEndpoint = /^\W*[A-Z]{3,7}\W+\/\S*$/
/** One of the two is shown at a time. */
const alternatives =
  /(?:\{[%{][%<]?-?[ \t]*\/?|<\/?|:::+[ \t]*\{?|===[+!]?[ \t]*")[\w-]{0,20}(?:tab|detail|if|else|elif|vers|lang|collaps|expand|accordion|only|variant|step|switch|toggle)/i

/**
 * A heading of the section right above it, once more, on a page that documents endpoints: the second was to be called otherwise, or the
 * section stands twice. Where it happens more than once on a page, or to several titles of one section, it is how the page is made.
 */
export function repeatedHeadings({ text, facts: { endpoints, sections } }: Document): RepeatedHeading[] {
  if (endpoints.length === 0) return []
  const found: RepeatedHeading[] = []
  for (const children of grouped(sections, ({ parent }) => parent).values()) {
    const [pair] = pairsOf(children)
    if (!pair) continue
    if (new Set(children.map(({ title }) => title)).size < children.length - 1) return []
    found.push(pair)
  }
  return found.length > 1 ? [] : found.filter((it) => isMeant(it, text))
}

function pairsOf(children: readonly Section[]): RepeatedHeading[] {
  return children.flatMap((heading, at) => {
    const first = children[at - 1]
    return first && first.title === heading.title && first.depth === heading.depth ? [{ heading, first }] : []
  })
}

function isMeant({ heading, first: { range } }: RepeatedHeading, text: string): boolean {
  const { title } = heading
  if (isTemplated(title) || mayRepeat.test(title) || isEndpoint.test(title)) return false
  return !alternatives.test(text.slice(...range))
}
