import { member } from '../../parse/json.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import type { Document, Range, Sample } from '../../types.ts'
import { parameterNames } from '../endpoints/paths.ts'
import type { Project } from '../index.ts'
import { once } from '../once.ts'
import { type Embedded, indexEmbedded } from './embedded.ts'
import { judgeByContract, judgeByPage } from './judged.ts'
import { indexSchemaLinks } from './links.ts'
import { judgeMapped } from './mapped.ts'
import { impossibleMoments } from './moments.ts'
import { operationSchema } from './operations.ts'
import { schemaOf } from './schemas.ts'
import { indexSpellings } from './spellings.ts'

/** Samples against the schemas that the project's own pages give them. */
export interface SampleIndex {
  /** What the samples of a document contradict, in order. */
  contradictions(document: Document): readonly SampleContradiction[]
  /** Whether a page gives the sample a schema to be held against. */
  hasSchema(document: Document, sample: Sample): boolean
}

export interface SampleContradiction extends Contradiction {
  sample: Sample
}

export function indexSamples(project: Project): SampleIndex {
  const links = once(() => indexSchemaLinks(project))
  const embedded = once(() => indexEmbedded(project))
  const spellings = once(() => indexSpellings(project))
  const known = new Map<Document, SampleContradiction[]>()
  return {
    contradictions(document) {
      const found = known.get(document) ?? oncePerCause(document.facts.samples.flatMap((it) => judged(document, it)))
      known.set(document, found)
      return found
    },
    hasSchema(document, sample) {
      const shown = whole(sample)?.sample ?? sample
      const found = schemaOf(document, shown, links()) ?? operationSchema(project, document, shown)
      return found !== undefined
    },
  }

  /** The sample with its content, wherever that stands. */
  function whole(sample: Sample): Embedded | undefined {
    return sample.embeds && embedded()(sample, sample.embeds.name)
  }

  /** Page and contract may both contradict a sample; what both say is said once. */
  function judgedByAll(document: Document, sample: Sample): Contradiction[] {
    const found = judgeByPage(document, sample, links(), pathNames(document, sample)).filter(
      (it) => !isTranslated(document, it),
    )
    const places = new Set(found.map(({ at }) => at[0]))
    const others = judgeByContract(project, document, sample, links())
    return [...found, ...others.filter(({ at }) => !places.has(at[0]))]
  }

  /** What the section's call has in its path. Few samples have a schema, so that somebody asks. */
  function pathNames(document: Document, { section }: Sample): () => ReadonlySet<string> {
    return once(() => {
      const definitions = project.endpoints.of(document, section)?.definitions ?? []
      return new Set(definitions.flatMap((it) => parameterNames(project.endpoints.path(it))))
    })
  }

  function isTranslated(document: Document, { kind, shows, says }: Contradiction): boolean {
    return (kind === 'near' || kind === 'style') && spellings().areTwo(document, says, shows)
  }

  function judged(document: Document, sample: Sample): SampleContradiction[] {
    const source = whole(sample)
    const shown = source?.sample ?? sample
    const mapped = project.sampleSchemas?.of(document, sample)
    const found = mapped ? judgeMapped(shown, mapped) : judgedByAll(document, shown)
    const never = source ? [] : impossibleMoments(document, sample)
    return [...found.map((it) => placed(it, document, source)), ...never].map((it) => ({ ...it, sample }))
  }
}

/**
 * A finding is about the page that is checked. Where the sample stands in another file, or is right, the page's own part
 * of the contradiction is the row; and where that is on another page too, the place where this one shows the sample.
 */
function placed(it: Contradiction, document: Document, source: Embedded | undefined): Contradiction {
  const { kind, at, place, isMisdocumented } = it
  const isOwnRow = place.path === document.path
  if (kind === 'link' || (!source && !(isMisdocumented && isOwnRow))) return it
  const shown = { path: source?.path ?? document.path, at }
  const isAboutRow = isOwnRow && kind !== 'unknown' && kind !== 'missing'
  return { ...it, at: isAboutRow || !source ? partOf(it) : source.at, shown }
}

/** Of a row, the cell that is contradicted: that of the type, where the type is. */
function partOf({ kind, place: { node } }: Contradiction): Range {
  const type = kind === 'type' || kind === 'list' ? member(node, 'type')?.range : undefined
  return type && type[0] >= node.range[0] && type[1] <= node.range[1] ? type : node.range
}

/** What is wrong with a row is said once, however many samples show it; that a list is none is a habit of the row, too. */
function oncePerCause(found: SampleContradiction[]): SampleContradiction[] {
  const seen = new Set<string>()
  return found.filter((it) => {
    const { kind, place, at } = it
    if (kind !== 'list' && at[0] !== place.node.range[0] && at[0] !== partOf(it)[0]) return true
    const key = `${kind}\0${place.path}\0${place.node.range[0]}`
    return !seen.has(key) && seen.add(key)
  })
}
