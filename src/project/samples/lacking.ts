import { mayHoldFields } from '../../facts/schemas/types.ts'
import type { Contradiction } from '../../schema/contradiction.ts'
import { foldName } from '../../schema/keys.ts'
import type { Document, Field, JsonNode, Sample, Schema } from '../../types.ts'
import { within } from '../ranges.ts'
import type { Match, SchemaLinks } from './schemas/index.ts'

/**
 * The one parameter that a table demands and a body lacks, where that has nothing but names of the table, which says of each
 * whether it is required. Where several are missing, the sample leaves out what is not its point.
 */
export function lacking(document: Document, sample: Sample, match: Match, links: SchemaLinks): Contradiction[] {
  const { schema: place, roots, named, isFar, isOfOtherCall, isEcho, rest } = match
  const [root, another] = roots
  const isOther = named || isFar || isOfOtherCall || isEcho || rest || another !== undefined || root !== sample.json
  if (isOther || !isWhole(sample) || links.context(document, sample).role !== 'request') return []
  const table = document.facts.schemas.find(({ range: [at] }) => at === place.node.range[0])
  const body = table && bodyOf(table)
  const shown = root?.kind === 'object' ? root.members : []
  if (!body || shown.length === 0 || shown.some(({ key }) => !body.has(key))) return []
  const inPath = links.pathNames(document, sample.section)
  const [lacked, more] = [...body].filter(
    ([name, { required, default: value }]) =>
      required === 'yes' && !value && !shown.some(({ key }) => key === name) && !inPath.has(name),
  )
  if (!lacked || more || isToldElsewhere(lacked[0], document, sample)) return []
  const [name, { range }] = lacked
  const node: JsonNode = { kind: 'string', value: name, range }
  const [at] = sample.range
  return [{ kind: 'lacks', at: [at, at + 1], name, says: '', shows: '', place: { path: place.path, node } }]
}

function isWhole({ json, tolerated, error }: Sample): boolean {
  return json?.kind === 'object' && !json.elided && tolerated.length === 0 && !error?.confined
}

/** The table's fields by name; `undefined` where it says not of all what the body needs, or has objects in it. */
function bodyOf({ form, open, fields }: Schema): ReadonlyMap<string, Field> | undefined {
  const isSaid = ({ path, required, place = 'body' }: Field) =>
    path.length === 1 && required !== 'unknown' && required !== 'conditional' && isBody.test(place)
  const members = fields.filter((it) => !isWholeBody(it))
  if (form !== 'table' || open || !members.every(isSaid)) return undefined
  return new Map(members.map((it) => [it.path[0] ?? '', it]))
}

const isBody = /^\W*body\W*$/i

/** `body | body | object`: no member of the body, but the whole, whose members stand below it. */
function isWholeBody({ path, place = '', type }: Field): boolean {
  return mayHoldFields(type) && path.length === 1 && /^body$/i.test(path[0] ?? '') && isBody.test(place)
}

/** In the command's URL or a header, or with all calls. */
function isToldElsewhere(name: string, { text, facts }: Document, { range }: Sample): boolean {
  const block = facts.fences.find((it) => within(range, it.range))?.range ?? range
  return isOfCaller.test(name) || foldName(text.slice(...block)).includes(foldName(name))
}

const isOfCaller = /^id$|auth|token|key|secret|version|format$|lang/i
