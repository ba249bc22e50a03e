import { onlyOne } from '../../grouped.ts'
import { members } from '../../parse/json.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import type { Place } from '../../schema/place.ts'
import { leading } from '../../text.ts'
import type { Document, Endpoint, Sample } from '../../types.ts'
import { sameMethod } from '../endpoints/same.ts'
import { onceEach } from '../once.ts'
import type { EndpointGroup } from '../types/groups.ts'
import type { Project } from '../types/project.ts'
import type { SampleContext } from '../types/samples.ts'
import { shownBy } from './context.ts'
import type { FoundSchemas } from './found.ts'
import type { SchemaLinks } from './schemas/index.ts'

/** Farther above, a call is another step. */
const near = 600

/** What a guide leaves out, or has besides, is its own choice. */
const sure: ReadonlySet<Contradiction['kind']> = new Set(['near', 'style', 'type', 'quoted', 'value', 'format'])

/**
 * A guide that shows what an endpoint of another page takes or answers, held against the schema which that page gives its
 * own sample. Asked only of samples in sections that document no endpoint.
 */
export function indexElsewhere(
  project: Project,
  links: SchemaLinks,
  schemas: FoundSchemas,
): (document: Document, sample: Sample) => Contradiction[] {
  const request = onceEach((group: EndpointGroup) => schemaIn(project, group, 'request', schemas))
  const response = onceEach((group: EndpointGroup) => schemaIn(project, group, 'response', schemas))
  return (document, sample) => {
    const root = shownBy(sample)
    const call = root?.kind === 'object' && root.members.length > 2 ? callAbove(document, sample) : undefined
    if (!root || !call) return []
    const { role, failing } = links.context(document, sample)
    const group = failing || role === 'unknown' ? undefined : groupOf(project, document, call)
    if (!group || schemas.byPage(document, sample)) return []
    const schema = role === 'request' ? request(group) : response(group)
    const found = schema ? links.judge(root, schema) : []
    const strange = found.filter(({ kind, name }) => kind === 'unknown' && !/[.[]/.test(name))
    return strange.length * 3 > members(root).length ? [] : found.filter(({ kind }) => sure.has(kind))
  }
}

/** The last request that the section shows above the sample, or the command that sends it. */
function callAbove({ facts: { endpoints } }: Document, { section, range }: Sample): Endpoint | undefined {
  const last = endpoints[leading(endpoints, (it) => it.pathRange[0] <= range[0]) - 1]
  return last?.role === 'sample' && last.section === section && last.range[1] > range[0] - near ? last : undefined
}

/** The one section of the project that documents what is called. */
function groupOf({ endpoints }: Project, document: Document, call: Endpoint): EndpointGroup | undefined {
  const found = endpoints
    .matching(call)
    .filter(({ group, definition }) => sameMethod({ ...definition, method: definition.method ?? group.method }, call))
  const only = onlyOne(new Set(found.map(({ group }) => group)))
  return only?.document === document ? undefined : only
}

/** What the page of an endpoint gives its own sample of a request, or of an answer. */
function schemaIn(
  { endpoints, samples }: Project,
  group: EndpointGroup,
  role: SampleContext['role'],
  schemas: FoundSchemas,
): Place | undefined {
  const { document } = group
  for (const it of endpoints.within(group, document.facts.samples)) {
    if (samples.context(document, it).role !== role) continue
    const match = schemas.byPage(document, it)
    if (match && !match.isParameters && match.roots[0] === shownBy(it)) return match.schema
  }
  return undefined
}
