import type { Document, Field, Schema } from '../../../types.ts'
import { later } from '../../once.ts'
import type { Project } from '../../types/project.ts'
import type { RepeatedField } from '../../types/samples.ts'
import type { Halves } from '../schemas/index.ts'
import { inOneRow } from './headings.ts'
import { copies, saidOf } from './lists.ts'
import { indexPairedRows } from './paired-rows.ts'
import { nameOf, type Pair } from './pairs.ts'
import { type IsPlain, indexPlainFields } from './plain.ts'
import { twiceIn } from './tables.ts'

/** By the form of what documents fields, what it is called, and which of its names stand for one field; in other forms, none may. */
const forms: Partial<Record<Schema['form'], { place: RepeatedField['place']; pairs: Pairs }>> = {
  table: { place: 'table', pairs: twiceIn },
  tags: { place: 'section', pairs: twiceIn },
  list: { place: 'list', pairs: copies },
  headings: { place: 'section', pairs: inOneRow },
}

type Pairs = (schema: Schema, document: Document, isPlain: IsPlain) => Iterable<Pair>

/** Fields that a page documents twice, where the two cannot be those of two objects. */
export function indexRepeatedFields(
  project: Project,
  halves: (document: Document) => Halves,
): (document: Document) => RepeatedField[] {
  const isPlain = indexPlainFields()
  const pagesWith = later(() => indexPairedRows(project))
  return (document) => {
    const twice = document.facts.schemas.flatMap((schema): RepeatedField[] => {
      const { place, pairs } = forms[schema.form] ?? {}
      return [...(pairs?.(schema, document, isPlain) ?? [])].flatMap(([first, again]) => {
        const pages = pagesWith(document, first, again)
        // What several pages have is told on the first of them.
        if (pages.length > 1 && pages[0] !== document.path) return []
        return { ...repeated(first, again), place, others: Math.max(0, pages.length - 1) }
      })
    })
    const wholes = [...halves(document).values()].filter((it) => it !== undefined)
    const apart = wholes.flatMap((it) => inBoth(it, document))
    return [...twice, ...apart.map(([first, again]) => ({ ...repeated(first, again), others: 0 }))]
  }
}

function repeated(first: Field, again: Field): Pick<RepeatedField, 'name' | 'at' | 'first'> {
  return { name: nameOf(again), at: again.nameRange, first: first.nameRange }
}

/** Of two tables, each may be flat, and the name another field's: not where both say the same of it. */
function inBoth({ form, fields, range: [, end] }: Schema, { text }: Document): Pair[] {
  if (form !== 'table') return []
  const firsts = new Map(fields.filter(({ range }) => range[0] < end).map((it) => [nameOf(it), it]))
  return fields.flatMap((again): Pair[] => {
    const first = firsts.get(nameOf(again))
    return first && first !== again && saidOf(first, text) === saidOf(again, text) ? [[first, again]] : []
  })
}
