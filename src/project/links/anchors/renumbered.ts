import { grouped } from '../../../grouped.ts'
import type { Document, Section } from '../../../types.ts'
import type { RepeatedHeading } from '../../types/links.ts'

/** So many sections next to each other show that they are counted. */
const least = 3
/** A single number is that of a step, of which there may be two to choose from. */
const numbered = /^\W{0,3}((?:\d{1,3}\.){1,5})(\d{1,3})[.):]?\s+(?=\W{0,3}[A-Za-z])/

/** `2.1.1`, `2.1.2`, `2.1.2`: a number that two sections next to each other have, where each of the others counts on. */
export function renumbered({ facts: { sections } }: Document): RepeatedHeading[] {
  if (!sections.some(({ title }) => numbered.test(title))) return []
  return [...grouped(sections, ({ parent }) => parent).values()].flatMap((children) => inOrder(children) ?? [])
}

function inOrder(children: readonly Section[]): RepeatedHeading | undefined {
  const [first, ...others] = children.flatMap((section) => numberOf(section) ?? [])
  if (!first || others.length + 1 < least || first.count > 1) return undefined
  let found: RepeatedHeading | undefined
  let before = first
  for (const it of others) {
    const isNext = it.count === before.count + 1
    if (it.lead !== first.lead || (!isNext && (it.count !== before.count || found))) return undefined
    if (!isNext) found = { heading: it.section, first: before.section, number: `${it.lead}${it.count}` }
    before = it
  }
  return found && found.heading.title !== found.first.title ? found : undefined
}

interface Numbered {
  section: Section
  /** `2.1.` */
  lead: string
  count: number
}

function numberOf(section: Section): Numbered | undefined {
  const [, lead = '', count = ''] = numbered.exec(section.title) ?? []
  return lead === '' ? undefined : { section, lead, count: Number(count) }
}
