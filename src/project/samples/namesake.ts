import type { Document, Sample, Schema } from '../../types.ts'

interface Described {
  candidate: { document: Document; schema: Schema }
}

/** Of tables that know the same keys, the one whose title shares more words with the sample's than any other. */
export function namesake<T extends Described>(
  all: readonly T[],
  { facts }: Document,
  { section }: Sample,
): T | undefined {
  const spoken = new Set<string>()
  for (let at = section; at > 0; at = facts.sections[at]?.parent ?? 0)
    for (const it of wordsOf(facts, at)) spoken.add(it)
  const rated = all.map((it) => {
    const { document, schema } = it.candidate
    return { it, shared: wordsOf(document.facts, schema.section).filter((word) => spoken.has(word)).length }
  })
  rated.sort((a, b) => b.shared - a.shared)
  const [first, second] = rated
  return first && first.shared > (second?.shared ?? 0) ? first.it : undefined
}

function wordsOf({ sections }: Document['facts'], section: number): string[] {
  const title = sections[section]?.title.toLowerCase() ?? ''
  return [...new Set(title.split(/[^\p{L}\p{N}]+/u).map((it) => it.replace(/s$/, '')))].filter((it) => it !== '')
}
