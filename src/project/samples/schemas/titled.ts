import { grouped } from '../../../grouped.ts'
import { member } from '../../../parse/json.ts'
import type { Place } from '../../../schema/place.ts'
import { squash } from '../../../text.ts'
import type { Document, JsonMember, JsonNode, Sample, Schema } from '../../../types.ts'
import { once } from '../../once.ts'
import { inside } from '../../ranges.ts'
import { outermost, titleOf } from '../../sections.ts'
import { shownBy } from '../context.ts'
import { agrees } from './agreement.ts'
import { hasTooMany, isOfOneCall } from './bodies.ts'
import { countKnown, objectsOf, viewOf } from './fit.ts'
import type { Match, SchemaLinks } from './types.ts'

/** What the whole of a sample is, if that is known. */
type Whole = Pick<Match, 'schema' | 'roots'> | undefined

/** What a sample shows below a name that is the title of a schema of its page. */
export interface Part {
  schema: Place
  roots: JsonNode[]
}

const deepest = 3

/**
 * `"lead": {…}`, and "The lead object" above a table, or one table of the section that knows nearly all of it: unless the schema
 * of the whole tells what is in it, that is where it is described.
 */
export function titledParts(document: Document, sample: Sample, whole: Whole, links: SchemaLinks): Part[] {
  const json = shownBy(sample)
  const titled = links.titled(document)
  if (!json || document.facts.schemas.length === 0 || hasTooMany(document)) return []
  const context = links.context(document, sample)
  const suits = (it: Schema, shown: ReadonlySet<string>) =>
    isShown(shown, links.keys(it)) && agrees(document, it, context, links)
  const near = once(() => nearby(document, sample))
  const partOf = ({ key, value }: JsonMember): Part | undefined => {
    const { nodes: roots, shown } = viewOf(value)
    if (shown.size < enough || roots.some((it) => whole?.roots.includes(it))) return undefined
    const named = calledAs(titled, letters(key))
    const schema = named && suits(named, shown) ? named : fitting(near(), shown, links, suits)
    return schema && links.schema(document, schema).node !== whole?.schema.node
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

/** The objects of the sample's section, or of a page that documents one call. */
function nearby(document: Document, { section }: Sample): Schema[] {
  const { sections, schemas } = document.facts
  const top = sections[outermost(sections, section, 2)]?.range ?? [0, 0]
  const all = isOfOneCall(document) ? schemas : inside(schemas, top)
  return all.filter(({ role }) => role === 'object')
}

/** The one table that knows most of what is shown. */
function fitting(
  all: readonly Schema[],
  shown: ReadonlySet<string>,
  links: SchemaLinks,
  suits: (it: Schema, shown: ReadonlySet<string>) => boolean,
): Schema | undefined {
  const rated = all
    .filter((it) => suits(it, shown))
    .map((schema) => ({ schema, known: countKnown(shown, links.keys(schema)) }))
    .sort((a, b) => b.known - a.known)
  const [first, second] = rated
  return first && first.known > (second?.known ?? 0) ? first.schema : undefined
}

/** What an object shows, or the first of a list, that the schema tells nothing of, or not what is in it. */
function untold(node: JsonNode, whole: Whole): JsonMember[] {
  const [root] = objectsOf(node)
  if (!root) return []
  const known = whole?.roots.includes(root) ? member(whole.schema.node, 'properties') : undefined
  return root.members.filter(({ key, value }) => {
    if (value.kind !== 'object' && value.kind !== 'array') return false
    const told = member(known, key)
    return !told || !['properties', 'items', '$ref', 'oneOf'].some((it) => member(told, it))
  })
}

const enough = 4

function isShown(shown: ReadonlySet<string>, keys: ReadonlySet<string>): boolean {
  const known = countKnown(shown, keys)
  return known >= enough && known >= shown.size * 0.7
}

/** The objects whose titles no others have, by the letters of those. */
export function schemasByLetters(document: Document): ReadonlyMap<string, Schema> {
  const objects = document.facts.schemas.filter(({ role }) => role === 'object')
  const shelves = grouped(objects, (it) => letters(titleOf(document, it)))
  return new Map([...shelves].flatMap(([name, [it, another]]) => (it && !another && name !== '' ? [[name, it]] : [])))
}

/** The object of that title, or of which a list has the name. */
export function calledAs(titled: ReadonlyMap<string, Schema>, name: string): Schema | undefined {
  return titled.get(name) ?? titled.get(name.replace(/s$/, ''))
}

/** Without words that say only that it is an object. */
export function letters(title: string): string {
  return squash(title.replace(/\b(?:the|an?|json|schema|objects?|propert(?:y|ies)|attributes?|fields?)\b/gi, ''))
}
