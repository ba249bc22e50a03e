import { shelveOnce } from '../../../grouped.ts'
import type { Document, Field } from '../../../types.ts'
import type { Project } from '../../types/project.ts'

/**
 * Two rows of one name that say different things, one right below the other, as other pages have them, too: a value that can be given in two
 * ways, and no slip of the pen. Which pages those are, in the order of their paths.
 */
export function indexPairedRows(project: Project): (document: Document, first: Field, again: Field) => string[] {
  const pages = new Map<string, Set<string>>()
  for (const { path, text, facts } of project.documents.values())
    for (const { form, fields } of facts.schemas)
      for (const [at, again] of form === 'table' ? fields.entries() : []) {
        const first = fields[at - 1]
        const key = first && keyOf(first, again, text)
        if (key !== undefined) shelveOnce(pages, key, path)
      }
  return ({ text }, first, again) => [...(pages.get(keyOf(first, again, text) ?? '') ?? [])].sort()
}

function keyOf(first: Field, again: Field, text: string): string | undefined {
  const [name, other] = [first, again].map(({ path }) => path.join('.'))
  if (name !== other || text.slice(first.range[1], again.range[0]).trim().length > 2) return undefined
  const [one, two] = [first, again].map(({ range }) => text.slice(...range).replace(/[\s|`]+/g, ' '))
  return one === two ? undefined : `${one}\n${two}`
}
