import { member, members } from '../../parse/json.ts'
import { atOtherPlaces, type Contradiction } from '../../schema/contradiction.ts'
import { foldName } from '../../schema/keys.ts'
import type { Place } from '../../schema/place.ts'
import { isMistyped } from '../../spelling.ts'
import type { Document, Range, Sample } from '../../types.ts'
import { once } from '../once.ts'
import { atTop, isGloss, strangeNames } from './gloss.ts'
import { lacking } from './lacking.ts'
import { disjoint, type Match, type SchemaLinks, titledParts, unrelated } from './schemas/index.ts'

/** What a sample contradicts in the schema that the project's pages give it. */
export function judgeByPage(
  document: Document,
  sample: Sample,
  match: Match | undefined,
  links: SchemaLinks,
): Contradiction[] {
  const found = match
    ? judgeByMatch(document, sample, match, links)
    : [...unrelated(document, sample, links), ...disjoint(document, sample, links)]
  const lacked = match && found.length === 0 ? lacking(document, sample, match, links) : []
  return [...lacked, ...found, ...atOtherPlaces(judgeParts(document, sample, match, links), found)]
}

/** What stands below a name may have a table of its own; a sample may well leave out some of that. */
function judgeParts(document: Document, sample: Sample, match: Match | undefined, links: SchemaLinks): Contradiction[] {
  const parts = titledParts(document, sample, match, links)
  const found = parts.flatMap(({ schema, roots }) => roots.flatMap((it) => links.judge(it, schema)))
  return oncePerRow(found.filter((it) => it.kind !== 'missing' && (it.kind !== 'unknown' || !links.isListed(it.shows))))
}

function judgeByMatch(document: Document, sample: Sample, match: Match, links: SchemaLinks): Contradiction[] {
  const judged = (schema: Place) => match.roots.flatMap((root) => links.judge(root, schema))
  const own = judged(match.schema)
  if (match.isEcho) return oncePerRow(own.filter(isAboutEcho))
  if (match.isFar && !match.named && isSomethingElse(own, match)) return []
  if (match.isBorrowed && areSeries(own)) return []
  const known = member(match.schema.node, 'properties')
  // A name that is close to one of another list is none of that one's where its own list has it.
  const isOwn = ({ name }: Contradiction) => member(known, name.split(/[.[]/, 1)[0] ?? '') !== undefined
  const rest = (match.rest ?? []).flatMap(judged).filter((it) => isAboutValues(it) && !isOwn(it))
  const isStrange = strangers(document, sample, match, own, links)
  return oncePerRow([...choice(match), ...own, ...rest]).filter(
    (it) =>
      (it.kind !== 'unknown' || isStrange(it)) && (!match.isParameters || isOfCall(it, document, sample, match, links)),
  )
}

/** Which names that the schema lacks are told nowhere, and have no reason not to be. */
function strangers(
  document: Document,
  sample: Sample,
  match: Match,
  found: readonly Contradiction[],
  links: SchemaLinks,
): (it: Contradiction) => boolean {
  // Some lines of an object explain a name, and nobody says of which object; and each call may answer with more than another one takes.
  const isWhole = once(
    () => !sample.tolerated.includes('fragment') && !match.isOfOtherCall && !isGloss(document, sample, match, found),
  )
  const inherited = once(() => links.inherited(document, strangeNames(found, match)))
  return (it) =>
    isWhole() &&
    !match.isElsewhere(foldName(it.shows)) &&
    !isTitle(it, document, sample.section) &&
    !links.isEverywhere(it.shows) &&
    !inherited().has(foldName(it.shows)) &&
    !isCommon(it, found, match, document, links)
}

/** Of what is called as in a table somewhere on the page, little is as told there, and as much is not told at all: that is another object's. */
function isSomethingElse(found: readonly Contradiction[], { roots }: Match): boolean {
  const [root] = roots
  if (root?.kind !== 'object') return false
  const own = atTop(found, [root])
  const count = (kind: Contradiction['kind']) => own.filter((it) => it.kind === kind).length
  const [strange, other] = [count('unknown'), count('type')]
  return strange > 1 && other > 0 && (strange + other) * 2 > root.members.length
}

/** One call answers a value under each name, another one all that there have been. */
function areSeries(found: readonly Contradiction[]): boolean {
  const lists = found.filter(({ kind }) => kind === 'list')
  const rows = (some: typeof lists) => new Set(some.map(({ place }) => place.node.range[0])).size
  const more = lists.filter(({ shows }) => shows === 'array')
  return rows(more) > 1 || rows(lists.filter((it) => !more.includes(it))) > 1
}

/** Of two lists that tell of one object, neither knows all of its names. */
function isAboutValues({ kind }: Contradiction): boolean {
  return ['type', 'list', 'value', 'format', 'length', 'limit'].includes(kind)
}

/** What a call answers may name what it was sent the number of; a value in quotes, or none of those that there are, is the same in both. */
function isAboutEcho({ kind, says, shows, isMisdocumented }: Contradiction): boolean {
  const isScalar = says !== 'object' && shows !== 'object'
  // Names in two styles, or in the plural, are two names.
  if (kind === 'near') return isMistyped(shows, says) && foldName(shows) !== foldName(says)
  return kind === 'value' || kind === 'quoted' || (kind === 'type' && isScalar && !isMisdocumented)
}

/** A list of parameters leaves out what another page says of all such calls: how a name is written can be told, and what no page tells. */
function isOfCall(it: Contradiction, document: Document, sample: Sample, match: Match, links: SchemaLinks): boolean {
  if (it.kind === 'missing' || isOfPath(it, document, sample, links)) return false
  return it.kind !== 'unknown' || match.isPlaced === true || isNowhere(it, document, links)
}

/** `"event": "storage"` below `### storage`: the title tells what the value is for. */
function isTitle({ at, shows }: Contradiction, { text, facts }: Document, section: number): boolean {
  const title = facts.sections[section]?.title.replaceAll('`', '').trim()
  const value = /^["']?\s{0,20}:\s{0,20}"([^"\n]{1,100})"/.exec(text.slice(at[1], at[1] + 150))?.[1]
  return text.slice(...at).includes(shows) && value !== undefined && value === title
}

/** No list of the project has the name, and objects of which this schema knows little show it, too. */
function isCommon(
  it: Contradiction,
  found: readonly Contradiction[],
  { roots }: Match,
  document: Document,
  links: SchemaLinks,
): boolean {
  const root = roots.find((node) => members(node).some(({ keyRange }) => keyRange[0] === it.at[0]))
  if (!root || links.isListed(it.shows)) return false
  const unknown = new Set(found.flatMap(({ kind, at }) => (kind === 'unknown' ? [at[0]] : [])))
  return links.common(document)(
    it.shows,
    members(root).filter(({ keyRange }) => !unknown.has(keyRange[0])),
  )
}

/** What a call takes may be told on another page, for all such calls: a name that no page tells was left behind. */
function isNowhere({ shows }: Contradiction, { text }: Document, links: SchemaLinks): boolean {
  return !credential.test(shows) && !links.isListed(shows) && !text.includes(`\`${shows}\``)
}

/** Who calls is told once, if at all. */
const credential = /^(?:auth|(?:(?:access|api|session)[-_]?)?(?:token|key))$/i

/** A parameter of the path may well be told once more in the body, and be spelt as the body's names are: `order_id`, `OrderID`. */
function isOfPath({ kind, says }: Contradiction, document: Document, { section }: Sample, links: SchemaLinks): boolean {
  return (kind === 'near' || kind === 'style') && links.pathNames(document, section).has(says)
}

/** What is wrong with the choice of the schema itself. */
function choice({ wrong, envelope, renamed, schema: place }: Match): Contradiction[] {
  const found: Contradiction[] = []
  if (wrong) {
    const { link, leads, means } = wrong
    found.push({ kind: 'link', at: link.range, name: link.text, says: leads, shows: means, place })
  }
  if (envelope?.value.kind === 'object') {
    const shows = envelope.value.members.map(({ key }) => `"${key}"`).join(', ')
    found.push({ kind: 'envelope', at: envelope.keyRange, name: envelope.key, says: '', shows, place })
  }
  if (renamed) {
    const { key, keyRange } = renamed.member
    found.push({ kind: 'unknown', at: keyRange, name: key, says: '', shows: key, place: renamed.place })
  }
  return found
}

/** More places than anybody would read. */
const most = 99

/** The items of a list repeat what the first of them shows. */
export function oncePerRow(found: Contradiction[]): Contradiction[] {
  const byRow = new Map<string, Contradiction & { repeats: Range[] }>()
  for (const it of found) {
    const shown = it.kind === 'value' || it.kind === 'unknown' ? it.shows : ''
    const key = [it.kind, it.place.path, it.place.node.range[0], shown, it.name.replace(/\[\]/g, '')].join('\0')
    const first = byRow.get(key)
    if (!first) byRow.set(key, { ...it, repeats: [] })
    else if (first.repeats.length < most && it.at[0] !== first.at[0]) first.repeats.push(it.at)
  }
  return [...byRow.values()]
}
