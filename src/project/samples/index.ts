import type { Contradiction } from '../../schema/contradiction.ts'
import { judge } from '../../schema/judge.ts'
import type { Document, Sample } from '../../types.ts'
import { once, type Project } from '../index.ts'
import { fold, indexSchemaLinks } from './links.ts'
import { judgeMapped } from './mapped.ts'
import { schemaOf } from './schemas.ts'

/** Samples against the schemas that the project's own pages give them. */
export interface SampleIndex {
  /** What the samples of a document contradict, in order. */
  contradictions(document: Document): readonly SampleContradiction[]
  /** Whether a page gives the sample a schema to be held against. */
  hasSchema(document: Document, sample: Sample): boolean
}

export interface SampleContradiction extends Contradiction {
  sample: Sample
  named: boolean
}

export function indexSamples(project: Project): SampleIndex {
  const links = once(() => indexSchemaLinks(project))
  const known = new Map<Document, SampleContradiction[]>()
  return {
    contradictions(document) {
      const found = known.get(document) ?? oncePerCause(document.facts.samples.flatMap((it) => judged(document, it)))
      known.set(document, found)
      return found
    },
    hasSchema: (document, sample) => schemaOf(document, sample, links()) !== undefined,
  }

  function judged(document: Document, sample: Sample): SampleContradiction[] {
    const mapped = project.sampleSchemas?.of(document, sample)
    if (mapped) return judgeMapped(sample, mapped)
    const match = schemaOf(document, sample, links())
    if (!match) return []
    const found = match.roots.flatMap((root) => judge(root, match.schema, links().resolve))
    const { wrong } = match
    if (wrong) {
      const { link, leads: says, means } = wrong
      found.unshift({ kind: 'link', at: link.range, name: link.text, says, shows: means, place: match.schema })
    }
    return oncePerRow(found)
      .filter((it) => it.kind !== 'unknown' || !match.isElsewhere(fold(it.shows)))
      .map((it) => ({ ...it, sample, named: match.named }))
  }
}

/** What is wrong with a row is said once, however many samples show it; that a list is none is a habit of the row, too. */
function oncePerCause(found: SampleContradiction[]): SampleContradiction[] {
  const seen = new Set<string>()
  return found.filter(({ kind, place, isMisdocumented }) => {
    const key = `${kind}\0${place.path}\0${place.node.range[0]}`
    return !(isMisdocumented || kind === 'list') || (!seen.has(key) && seen.add(key))
  })
}

/** The items of a list repeat what the first of them shows. */
function oncePerRow(found: Contradiction[]): Contradiction[] {
  const seen = new Set<string>()
  return found.filter(({ kind, place, shows, name }) => {
    const key = [
      kind,
      place.path,
      place.node.range[0],
      kind === 'value' || kind === 'unknown' ? shows : '',
      name.replace(/\[\]/g, ''),
    ].join('\0')
    return !seen.has(key) && seen.add(key)
  })
}
