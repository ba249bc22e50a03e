import { nearest } from '../../spelling.ts'
import type { Document, Range, Sample } from '../../types.ts'
import type { Project } from '../types/project.ts'
import type { UnkeptName } from '../types/samples.ts'

/** A sample whose content stands in another file. */
export interface Embedded {
  sample: Sample
  /** The file that holds the content, and where the page names it. */
  path: string
  at: Range
}

/** So many names that pages show and files keep say that all of them are kept so. */
const leastKept = 3

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
    // Of some, the name is all that could be read.
    if (!found?.content?.json && !found?.content?.error) return undefined
    const { json, tolerated, error } = found.content
    return { path: found.path, at: sample.embeds?.range ?? sample.range, sample: { ...sample, json, tolerated, error } }
  }
}

/** `<%= yield_content :smal_pot %>`: a name under which no file keeps a sample, and almost one under which one does. */
export function indexUnkept({ documents }: Project): (document: Document) => UnkeptName[] {
  const samples = [...documents.values()].flatMap(({ facts }) => facts.samples)
  const kept = new Set(samples.flatMap(({ name }) => name ?? []))
  const shown = new Set(samples.flatMap(({ embeds }) => (embeds && kept.has(embeds.name) ? embeds.name : [])))
  if (shown.size < leastKept) return () => []
  const meantBy = (name: string) => {
    const near = kept.has(name) ? undefined : nearest(name, kept)
    // A second version of something may be kept elsewhere.
    return near && unnumbered(near) !== unnumbered(name) ? near : undefined
  }
  return ({ facts }) =>
    facts.samples.flatMap(({ embeds }) => {
      const meant = embeds && meantBy(embeds.name)
      return !embeds || meant === undefined ? [] : [{ name: embeds.name, at: embeds.range, meant }]
    })
}

function unnumbered(name: string): string {
  return name.replace(/\d+/g, '#')
}
