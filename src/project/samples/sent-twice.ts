import { grouped, onlyOne } from '../../grouped.ts'
import { foldName } from '../../schema/keys.ts'
import type { Document, Endpoint, JsonNode, Sample } from '../../types.ts'
import { sortedDocuments } from '../documents.ts'
import { isDoor } from '../endpoints/duplicates.ts'
import { shape } from '../endpoints/paths.ts'
import type { EndpointGroup } from '../types/groups.ts'
import type { Project } from '../types/project.ts'
import type { Sent, SentTwice } from '../types/samples.ts'
import { shownBy } from './context.ts'

/** Pairs of pages that document one endpoint, and of whose bodies one has next to nothing of the other. */
export function indexSentTwice(project: Project): (document: Document) => SentTwice[] {
  const all = sortedDocuments(project).flatMap((document) => sentOn(project, document))
  const byCall = grouped(all, ({ endpoint }) => keyOf(endpoint))
  const pairs = [...byCall.values()].flatMap(([first, second, more]) =>
    first && second && !more && areApart(first, second) ? [{ ...second, other: first }] : [],
  )
  const found = grouped(pairs, (it) => it.document)
  return (document) => found.get(document) ?? []
}

/** On pages of two versions, a call may have changed. */
function areApart(first: Sent, second: Sent): boolean {
  if (first.document === second.document || versionsOf(first.document) !== versionsOf(second.document)) return false
  const known = new Set(first.names.map(foldName))
  const both = second.names.filter((it) => known.has(foldName(it))).length
  return both * 3 < first.names.length + second.names.length - both
}

function versionsOf({ path }: Document): string {
  return path.match(/(?<=[/_-]|^)v?\d+(?:\.(?:\d+|x))*(?=[/_.-]|$)/gi)?.join() ?? ''
}

function keyOf({ method, host, path }: Endpoint): string {
  return `${method} ${host ?? ''} ${shape(path)}`
}

function sentOn(project: Project, document: Document): Sent[] {
  const { samples } = document.facts
  if (samples.length === 0) return []
  const bodies = samples.flatMap((sample) => {
    const group = project.endpoints.of(document, sample.section)
    const json = group && bodyOf(project, document, sample)
    return json ? [{ group, json }] : []
  })
  return [...grouped(bodies, ({ group }) => group)].flatMap(([group, [one, more]]) => {
    const endpoint = one && !more ? onlyOf(group) : undefined
    if (!one || !endpoint || one.json.kind !== 'object' || one.json.members.length < 2) return []
    return [{ document, endpoint, at: one.json.range, names: one.json.members.map(({ key }) => key) }]
  })
}

function onlyOf({ definitions, method }: EndpointGroup): Endpoint | undefined {
  const only = onlyOne(definitions)
  return only && (only.method ?? method) && !isDoor(only) ? { ...only, method: only.method ?? method } : undefined
}

function bodyOf({ samples }: Project, document: Document, sample: Sample): JsonNode | undefined {
  const { role, failing } = samples.context(document, sample)
  return role === 'request' && !failing && sample.tolerated.length === 0 ? shownBy(sample) : undefined
}
