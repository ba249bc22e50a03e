import { member, members } from '../../parse/json.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import type { Place } from '../../schema/place.ts'
import type { Document, JsonMember, JsonNode, Range, Sample } from '../../types.ts'
import { holds, within } from '../ranges.ts'
import { typeNames } from '../spec/request.ts'
import type { Project } from '../types/project.ts'
import { oncePerRow } from './by-page.ts'
import { shownBy } from './context.ts'
import { type Match, type SchemaLinks, strangeBody } from './schemas/index.ts'

/** What a sample contradicts in the contract that publishes its section's endpoint. */
export function judgeByContract(
  project: Project,
  document: Document,
  sample: Sample,
  schema: Place | undefined,
  links: SchemaLinks,
): Contradiction[] {
  const json = shownBy(sample)
  if (!schema || !json) return strangeBody(project, document, sample, links)
  return oncePerRow(links.judge(json, schema)).filter((it) => !isAnything(it, links))
}

/** What generators write for a value of any type is an object without properties. */
function isAnything({ says, place }: Contradiction, links: SchemaLinks): boolean {
  const node = links.resolve(place)?.node
  return says === 'object' && member(node, 'properties') === undefined
}

/**
 * What a contract is contradicted in. Where the page's own table gives a field the type that its sample shows, that says nothing about the
 * sample: page and contract differ, and of the page it is the row that does.
 */
export function besideContract(
  found: Contradiction[],
  { path }: Document,
  match: Match | undefined,
  links: SchemaLinks,
): Contradiction[] {
  if (!match || match.isParameters || match.isEcho) return found
  return found.map((it) => {
    if (it.kind !== 'type' && it.kind !== 'list') return it
    const row = match.roots.flatMap((root) => rowOf(root, match.schema, it.at[0], links) ?? [])[0]
    if (!row || row.path !== path || !typeNames(row.node).includes(it.shows)) return it
    return { ...it, kind: 'drift', at: typeIn(row.node) }
  })
}

/** Of a row, the cell that says the type; all of it where none does. */
export function typeIn(row: JsonNode): Range {
  const type = member(row, 'type')?.range
  return type && within(type, row.range) ? type : row.range
}

/** What a schema says of the value whose key stands there. */
function rowOf(node: JsonNode, schema: Place, at: number, links: SchemaLinks): Place | undefined {
  const found = links.resolve(schema)
  if (!found) return undefined
  if (node.kind === 'array') {
    const items = member(found.node, 'items')
    const item = node.items.find(({ range }) => holds(range, at))
    return item && rowOf(item, items ? { path: found.path, node: items } : found, at, links)
  }
  const holder = members(node).find((it) => isKeyOf(it, at) || holds(it.value.range, at))
  const row = holder && member(member(found.node, 'properties'), holder.key)
  if (!holder || !row) return undefined
  const place = { path: found.path, node: row }
  return isKeyOf(holder, at) ? place : rowOf(holder.value, place, at, links)
}

function isKeyOf({ keyRange }: JsonMember, at: number): boolean {
  return keyRange[0] === at
}
