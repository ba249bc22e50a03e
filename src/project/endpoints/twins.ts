import type { EndpointGroup } from '../types/groups.ts'

/** A path and a line may be all that is said of two operations. */
const leastWords = 12

/** Whether two sections with titles of their own say the same, word for word: one was copied, and only its title was written. */
export function areTwins(one: EndpointGroup, other: EndpointGroup): boolean {
  if (one.section === other.section || one.title.toLowerCase() === other.title.toLowerCase()) return false
  const words = wordsBelow(one)
  return words.length >= leastWords && words.join(' ') === wordsBelow(other).join(' ')
}

/** All that stands below the title of a section, whatever its lines are. */
function wordsBelow({ document: { text, facts }, section }: EndpointGroup): string[] {
  const { heading, range } = facts.sections[section] ?? {}
  return heading && range ? (text.slice(heading[1], range[1]).match(/\S+/g) ?? []) : []
}
