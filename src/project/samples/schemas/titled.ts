import { grouped } from '../../../grouped.ts'
import { member } from '../../../parse/json.ts'
import type { Place } from '../../../schema/place.ts'
import { squash } from '../../../text.ts'
import type { Document, JsonMember, JsonNode, Sample, Schema } from '../../../types.ts'
import { shownBy } from '../context.ts'
import { agrees } from './agreement.ts'
import { viewOf } from './fit.ts'
import type { Match } from './index.ts'
import type { SchemaLinks } from './links.ts'

/** What the whole of a sample is, if that is known. */
type Whole = Pick<Match, 'schema' | 'roots'> | undefined

/** What a sample shows below a name that is the title of a schema of its page. */
export interface Part {
  schema: Place
  roots: JsonNode[]
}

const deepest = 3

/** `"lead": {…}`, and "The lead object" above a table: unless the schema of the whole tells of the name, that is where it is described. */
export function titledParts(document: Document, sample: Sample, whole: Whole, links: SchemaLinks): Part[] {
  const json = shownBy(sample)
  const titled = links.titled(document)
  if (!json || titled.size === 0) return []
  const context = links.context(document, sample)
  const partOf = ({ key, value }: JsonMember): Part | undefined => {
    const schema = titled.get(letters(key)) ?? titled.get(letters(key).replace(/s$/, ''))
    if (!schema) return undefined
    const { nodes: roots, shown } = viewOf(value)
    const isPart = isShown(shown, links.keys(schema)) && agrees(document, schema, context, links)
    return isPart && !roots.some((it) => whole?.roots.includes(it))
      ? { schema: links.schema(document, schema), roots }
      : undefined
  }
  const below = (node: JsonNode, depth: number): Part[] =>
    untold(node, whole).flatMap((it) => {
      const part = partOf(it)
      return part ? [part] : depth < deepest ? below(it.value, depth + 1) : []
    })
  return below(json, 1)
}

/** What an object shows, or the first of a list, that the schema does not tell of. */
function untold(node: JsonNode, whole: Whole): JsonMember[] {
  const [root] = viewOf(node).nodes
  if (root?.kind !== 'object') return []
  const known = whole?.roots.includes(root) ? member(whole.schema.node, 'properties') : undefined
  return root.members.filter(({ key }) => !member(known, key))
}

function isShown(shown: ReadonlySet<string>, keys: ReadonlySet<string>): boolean {
  const known = [...shown].filter((it) => keys.has(it)).length
  return known > 3 && known >= shown.size * 0.7
}

/** The objects whose titles no others have, by the letters of those. */
export function schemasByLetters({ facts }: Document): ReadonlyMap<string, Schema> {
  const objects = facts.schemas.filter(({ role }) => role === 'object')
  const shelves = grouped(objects, ({ section }) => letters(facts.sections[section]?.title ?? ''))
  return new Map([...shelves].flatMap(([name, [it, another]]) => (it && !another && name !== '' ? [[name, it]] : [])))
}

/** Without words that say only that it is an object. */
function letters(title: string): string {
  return squash(title.replace(/\b(?:the|an?|schema|object|properties|attributes|fields)\b/gi, ''))
}
