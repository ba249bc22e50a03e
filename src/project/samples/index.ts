import { atOtherPlaces, type Contradiction } from '../../schema/contradiction.ts'
import type { Document, Range, Sample } from '../../types.ts'
import { later, onceEach } from '../once.ts'
import type { Project } from '../types/project.ts'
import type { SampleContradiction, SampleIndex } from '../types/samples.ts'
import { isMasked, wrongAlone } from './alone/index.ts'
import { besideContract, judgeByContract, typeIn } from './by-contract.ts'
import { judgeByPage } from './by-page.ts'
import { describedTwice } from './described.ts'
import { indexElsewhere } from './elsewhere.ts'
import { type Embedded, indexEmbedded, indexUnkept } from './embedded.ts'
import { indexFenceLabels, isLanguage } from './fence-labels.ts'
import { type FoundSchemas, indexFoundSchemas } from './found.ts'
import { judgeMapped } from './mapped.ts'
import { indexRepeatedFields } from './repeated/index.ts'
import { indexSchemaLinks, type SchemaLinks } from './schemas/index.ts'
import { judgeForm } from './sent-forms.ts'
import { indexSentTwice } from './sent-twice.ts'
import { indexSlips } from './slips/index.ts'
import { indexSpellings } from './spellings.ts'

/** What judging samples needs to know of a project. */
interface Grounds {
  project: Project
  links: SchemaLinks
  schemas: FoundSchemas
  /** Whether two names are one in the two spellings of their site. */
  areSpellings: ReturnType<typeof indexSpellings>
  elsewhere: ReturnType<typeof indexElsewhere>
  slips: ReturnType<typeof indexSlips>
  /** The sample with its content, wherever that stands. */
  whole(sample: Sample): Embedded | undefined
}

export function indexSamples(project: Project): SampleIndex {
  const links = indexSchemaLinks(project)
  const schemas = indexFoundSchemas(project, links)
  const embedded = later(() => indexEmbedded(project))
  const grounds: Grounds = {
    project,
    links,
    schemas,
    areSpellings: indexSpellings(project),
    elsewhere: indexElsewhere(project, links, schemas),
    slips: indexSlips(project, links),
    whole: (sample) => sample.embeds && embedded(sample, sample.embeds.name),
  }
  return {
    contradictions: onceEach((document) =>
      oncePerCause([
        ...document.facts.samples.flatMap((it) => judged(grounds, document, it)),
        ...document.facts.forms.flatMap((it) => judgedForm(grounds, document, it)),
      ]),
    ),
    context: links.context,
    isSent: links.isSent,
    hasSchema(document, sample) {
      const shown = grounds.whole(sample)?.sample ?? sample
      return (schemas.byPage(document, shown) ?? schemas.byContract(document, shown)) !== undefined
    },
    sentTwice: later(() => indexSentTwice(project)),
    repeatedFields: indexRepeatedFields(project, links.halves),
    describedTwice: (document) => describedTwice(project, document, schemas),
    mislabelled: indexFenceLabels(project),
    unkept: later(() => indexUnkept(project)),
    isLanguage,
  }
}

function judged(grounds: Grounds, document: Document, sample: Sample): SampleContradiction[] {
  const source = grounds.whole(sample)
  const shown = source?.sample ?? sample
  const mapped = grounds.project.sampleSchemas?.of(document, sample)
  const isHidden = ({ kind, shows }: Contradiction) => kind === 'format' && isMasked(shows, document)
  const found = (mapped ? judgeMapped(shown, mapped) : judgedByAll(grounds, document, shown)).filter(
    (it) => !isHidden(it),
  )
  const others = source
    ? []
    : [
        // What is no UUID, as its schema says, needs no further explanation.
        ...wrongAlone(document, sample).filter(({ shows }) => !found.some((it) => it.shows === shows)),
        ...atOtherPlaces(grounds.slips(document, sample), found).filter(
          ({ name }) => !found.some(({ says }) => says === name),
        ),
      ]
  const path = source?.path ?? document.path
  return [...found.map((it) => placed(it, document, source)), ...others].map((it) => ({
    ...it,
    sample,
    again: (it.repeats ?? []).map((at) => ({ path, at })),
  }))
}

function judgedForm({ links, schemas }: Grounds, document: Document, sample: Sample): SampleContradiction[] {
  const found = judgeForm(document, sample, schemas.byPage(document, sample), links)
  return found.map((it) => ({ ...it, sample, again: [] }))
}

/** Page and contract may both contradict a sample; what both say is said once. */
function judgedByAll(
  { project, links, schemas, areSpellings, elsewhere }: Grounds,
  document: Document,
  sample: Sample,
): Contradiction[] {
  const isTranslated = ({ kind, shows, says }: Contradiction) =>
    (kind === 'near' || kind === 'style') && areSpellings(document, says, shows)
  const match = schemas.byPage(document, sample)
  const byPage = judgeByPage(document, sample, match, links)
  const isGuide = project.endpoints.of(document, sample.section) === undefined
  const byOther = isGuide ? elsewhere(document, sample) : []
  const found = [...byPage, ...byOther].filter((it) => !isTranslated(it))
  const byContract = judgeByContract(project, document, sample, schemas.byContract(document, sample), links)
  return [...found, ...besideContract(atOtherPlaces(byContract, found), document, match, links)]
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
  return kind === 'type' || kind === 'quoted' || kind === 'list' ? typeIn(node) : node.range
}

/** What is wrong with a row is said once, however many samples show it; that a list is none is a habit of the row, too. */
function oncePerCause(found: SampleContradiction[]): SampleContradiction[] {
  const seen = new Set<string>()
  return found.filter((it) => {
    const { kind, place, at } = it
    if (kind !== 'list' && kind !== 'drift' && at[0] !== place.node.range[0] && at[0] !== partOf(it)[0]) return true
    const key = `${kind}\0${place.path}\0${place.node.range[0]}`
    return !seen.has(key) && seen.add(key)
  })
}
