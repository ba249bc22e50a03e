import type { Range, Sample } from '../../types.ts'
import type { Project } from '../types/project.ts'

/** A sample whose content stands in another file. */
export interface Embedded {
  sample: Sample
  /** The file that holds the content, and where the page names it. */
  path: string
  at: Range
}

/** The samples that files keep under names. What two of them claim, nobody can tell. */
export function indexEmbedded({ documents }: Project): (sample: Sample, name: string) => Embedded | undefined {
  const byName = new Map<string, { path: string; content?: Sample }>()
  for (const { path, facts } of documents.values()) {
    for (const it of facts.samples) {
      if (it.name !== undefined) byName.set(it.name, { path, content: byName.has(it.name) ? undefined : it })
    }
  }
  return (sample, name) => {
    const found = byName.get(name)
    if (!found?.content) return undefined
    const { json, tolerated, error } = found.content
    return { path: found.path, at: sample.embeds?.range ?? sample.range, sample: { ...sample, json, tolerated, error } }
  }
}
