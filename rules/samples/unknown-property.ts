import { grouped } from '../../src/grouped.ts'
import { defineRule, type Project } from '../../src/rule.ts'
import { listed, sectionAt } from '../../src/text.ts'
import type { Finding } from '../../src/types.ts'

type Unknown = ReturnType<Project['samples']['contradictions']>[number]

export default defineRule({
  summary: 'A sample has a property that its schema lacks.',
  severity: 'warning',

  *check(document, { project }) {
    const unknown = project.samples.contradictions(document).filter(({ kind }) => kind === 'unknown')
    for (const all of grouped(unknown, ({ at }) => at[0]).values()) yield finding(project, document.path, all)
  },
})

/** A sample that stands in another file has one place on the page, however many properties are unknown. */
function finding(project: Project, page: string, all: Unknown[]): Finding {
  const places = new Map(all.map(({ place: { path, node } }) => [`${path}\0${node.range[0]}`, { path, node }]))
  const schemas = Array.from(places.values(), ({ path, node }) => ({
    path,
    at: [node.range[0], node.range[0] + 1] as const,
    message: 'the schema',
  }))
  return {
    at: all[0]?.at ?? [0, 0],
    message: `${listed(all.map(({ name }) => name))} ${all.length > 1 ? 'are' : 'is'} not in the schema${where(project, page, all)}`,
    related: [
      ...schemas,
      ...all.flatMap(({ shown }) => (shown ? [{ ...shown, message: 'shown here' }] : [])),
      ...all.flatMap(({ again }) => again.map((it) => ({ ...it, message: 'and here' }))),
    ],
  }
}

/** Who has listed the property in a table of this page wants to know which schema is meant. */
function where({ documents }: Project, page: string, all: Unknown[]): string {
  const [file, more] = new Set(all.map(({ place }) => place.path))
  if (file === undefined || file === page || more !== undefined) return ''
  const sections = documents.get(file)?.facts.sections ?? []
  const titles = new Set(all.map(({ place: { node } }) => sections[sectionAt(sections, node.range[0])]?.title.trim()))
  const [title = '', another] = titles
  return title === '' || another !== undefined ? ` of ${file}` : ` "${title}" of ${file}`
}
