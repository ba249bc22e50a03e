import { sectionsAround } from '../../facts/sections.ts'
import { titleOf } from '../sections.ts'
import type { EndpointGroup } from '../types/groups.ts'

/** A path and a line may be all that is said of two operations. */
const leastWords = 12

/**
 * The titles of two sections that say the same, word for word, and are called otherwise: one was copied, and only its title was written.
 * "Request" below both is what neither is called by.
 */
export function twinTitles(one: EndpointGroup, other: EndpointGroup): [string, string] | undefined {
  const [above, beside] = [one, other].map(({ document, section }) => sectionsAround(document.facts.sections, section))
  for (const [at, section] of (above ?? []).entries()) {
    const twin = beside?.[at]
    if (twin === undefined || twin === section) return undefined
    const [title, another] = [
      titleOf(one.document, { section }).trim(),
      titleOf(other.document, { section: twin }).trim(),
    ]
    if (title.toLowerCase() === another.toLowerCase()) continue
    const [text, same] = [textBelow(one, section), textBelow(other, twin)]
    // A long section is not read once more for each short one.
    if (text.length > 2 * same.length) return undefined
    const words = wordsOf(text)
    return words.length >= leastWords && words.join(' ') === wordsOf(same).join(' ') ? [title, another] : undefined
  }
  return undefined
}

/** All that stands below the title of a section. */
function textBelow({ document: { text, facts } }: EndpointGroup, section: number): string {
  const { heading, range } = facts.sections[section] ?? {}
  return heading && range ? text.slice(heading[1], range[1]) : ''
}

function wordsOf(text: string): string[] {
  return text.match(/\S+/g) ?? []
}
