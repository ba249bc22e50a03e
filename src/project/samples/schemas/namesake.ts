import { sectionsAround } from '../../../facts/sections.ts'
import type { Document, Sample, Schema } from '../../../types.ts'

interface Described {
  candidate: { document: Document; schema: Schema }
}

/** Of tables that know the same keys, the one whose title shares more words with the sample's than any other; nearest title first. */
export function namesake<T extends Described>(
  all: readonly T[],
  { facts }: Document,
  { section }: Sample,
): T | undefined {
  let left = all.map((it) => ({ it, title: wordsOf(it.candidate.document.facts, it.candidate.schema.section) }))
  for (const at of sectionsAround(facts.sections, section)) {
    if (left.length < 2) break
    const words = new Set(wordsOf(facts, at))
    const shared = left.map(({ title }) => title.filter((word) => words.has(word)).length)
    const most = Math.max(...shared)
    left = left.filter((_, i) => shared[i] === most)
  }
  // A JSON Schema beside a table of the same names says no other thing than that, and says less to a reader.
  const tables = left.filter(({ it }) => it.candidate.schema.form !== 'json')
  const [first, ...others] = (tables.length > 0 ? tables : left).map(({ it }) => it)
  return others.every((it) => it.candidate.schema === first?.candidate.schema || areCopies(it, first))
    ? first
    : undefined
}

/** Pages that document each call by itself repeat the table of what all of them answer. */
function areCopies(one: Described, other: Described | undefined): boolean {
  const written = (it: Described) =>
    it.candidate.schema.fields.map(({ path, typeText, values }) => `${path.join('.')} ${typeText} ${values}`)
  return other !== undefined && written(one).join('\n') === written(other).join('\n')
}

function wordsOf({ sections }: Document['facts'], section: number): string[] {
  const title = sections[section]?.title.toLowerCase() ?? ''
  return [...new Set(title.split(/[^\p{L}\p{N}]+/u).map((it) => it.replace(/s$/, '')))].filter((it) => it !== '')
}
