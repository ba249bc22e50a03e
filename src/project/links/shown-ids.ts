import { grouped } from '../../grouped.ts'
import type { Document, Range, Section } from '../../types.ts'
import { once, onceEach } from '../once.ts'
import type { ShownId } from '../types/links.ts'
import type { Project } from '../types/project.ts'

/** `## Limits {limits}` among headings that have `{#id}`: it shows the braces, and has no such anchor. So does `## Limits (#limits)`. */
export function indexShownIds({ documents }: Pick<Project, 'documents'>): (document: Document) => ShownId[] {
  // Where no heading of the project has an id of its own, the parentheses are no attempt at one.
  const isCustom = once(() =>
    [...documents.values()].some(({ facts }) => facts.sections.some(({ title }) => marks.test(title))),
  )
  return (document) => {
    const found = inParentheses(document)
    return [...bareAttributes(document), ...(found.length > 0 && isCustom() ? found : [])]
  }
}

function bareAttributes({ path, text, facts: { sections } }: Document): ShownId[] {
  // In MDX braces hold code.
  if (!text.includes('{#') || path.endsWith('.mdx')) return []
  const titles = once(() => countTitles(sections))
  return sections.flatMap(({ depth, heading, title }) => {
    const id = /\s\{([A-Za-z][\w-]*)\}$/.exec(title)?.[1]
    if (id === undefined) return []
    const { marked, others } = titles()(depth, title)
    return marked < 3 || marked * 4 < others * 3 ? [] : [placed(id, `{${id}}`, text, heading)]
  })
}

/** How many headings of a depth have another title than one that has no mark, and how many of them have one. */
function countTitles(sections: readonly Section[]) {
  const byDepth = grouped(sections, ({ depth }) => depth)
  const byTitle = grouped(sections, ({ depth, title }) => `${depth} ${title}`)
  const markedIn = onceEach((depth: number) => byDepth.get(depth)?.filter(({ title }) => marks.test(title)).length ?? 0)
  return (depth: number, title: string) => ({
    marked: markedIn(depth),
    others: (byDepth.get(depth)?.length ?? 0) - (byTitle.get(`${depth} ${title}`)?.length ?? 0),
  })
}

const marks = /\{#[\w-]+\}$/

/** Of a title in two words, or else it might be what the heading is about: `The preprocessor (#define)`. */
function inParentheses({ text, facts }: Document): ShownId[] {
  // A look at the text spares most pages the look at each heading.
  if (!text.includes('(#')) return []
  return facts.sections.flatMap(({ heading, title }) => {
    const id = /\s\(#([A-Za-z]\w*(?:-\w+)+)\)$/.exec(title)?.[1]
    return id !== undefined && text.slice(...heading).includes(` (#${id})`)
      ? [placed(id, `(#${id})`, text, heading)]
      : []
  })
}

function placed(id: string, shown: string, text: string, heading: Range): ShownId {
  const at = heading[0] + text.slice(...heading).lastIndexOf(shown)
  return { id, range: [at, at + shown.length] }
}
