import { singular } from '../../../spelling.ts'
import { wordsOf } from '../../../text.ts'
import type { Document, Endpoint } from '../../../types.ts'
import { within } from '../../ranges.ts'
import type { Mismatch } from '../../types/calls.ts'
import type { Defined, EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup, Segment } from '../../types/groups.ts'
import { type Alignment, align, differentLiteral, isVariant, wordsAmong } from '../alignment.ts'
import { covers } from '../covering.ts'
import { textOf } from '../groups.ts'
import { asksFor } from '../operation-words.ts'
import { literals, splitSegments } from '../paths.ts'
import { sameMethod } from '../same.ts'

/**
 * The section right above of each that is its twin, `/cats/:id/food` above `/dogs/:id/food`, and shows no call of its own: what is
 * shown below both may be either's.
 */
export function twinsAbove(index: EndpointIndex, document: Document): ReadonlyMap<EndpointGroup, EndpointGroup> {
  const all = index.groups(document)
  const found = new Map<EndpointGroup, EndpointGroup>()
  for (const [at, group] of all.entries()) {
    const above = all[at - 1]
    if (above?.samples.length === 0 && areTwins(index, above, group)) found.set(group, above)
  }
  return found
}

function areTwins(index: EndpointIndex, above: EndpointGroup, group: EndpointGroup): boolean {
  const [first] = above.definitions
  const [second] = group.definitions
  if (!first || !second || above.method !== group.method) return false
  const [mine = [], theirs = []] = [first, second].map((it) => index.path(it).variants[0])
  return differentLiteral(align(first, mine, theirs)) !== undefined
}

/** A section that lists what can follow its path, in code, shows calls of that too: "anything, not just `tags` and `heads`". */
export function tellsOf(group: EndpointGroup, words: readonly string[]): boolean {
  if (words.length === 0) return false
  const text = textOf(group)
  return words.every((it) => text.includes(`\`${it}\``))
}

/**
 * "List staff by company" documents `/staff` and calls `/staff/company/{id}`: the title has all words that the path lacks. Or another
 * section of the page documents the path, which goes on in this one.
 */
export function lacksEnd(index: EndpointIndex, group: EndpointGroup, best: Alignment): boolean {
  const words = wordsAmong(best)
  if (words.length === 0) return false
  const { method, path } = best.definition
  const isTwin = ({ group: other, definition: it }: Defined) =>
    other.document === group.document && other.title !== group.title && it.path === path && it.method === method
  const named = new Set(wordsOf(group.title).map(singular))
  const isTitled = words.every((it) => wordsOf(it).every((word) => named.has(singular(word))))
  return isTitled || index.matching({ path }).some(isTwin)
}

/** "Create user" documents `/shops/{id}/users` and calls `/shops/1`, or the reverse: the one word that one of the two lacks is what the title is about. */
export function lacksTitled(
  { title, document }: EndpointGroup,
  { section }: Endpoint,
  { documented, called }: Alignment,
): boolean {
  const titles = `${title} ${document.facts.sections[section]?.title ?? ''}`
  if (Math.abs(documented.length - called.length) !== 1 || titles.includes('/')) return false
  const [longer, shorter] = documented.length > called.length ? [documented, called] : [called, documented]
  const named = new Set(wordsOf(titles).map(singular))
  return longer.some((it, at) => {
    if (it.kind !== 'literal' || literals(shorter).includes(it.text)) return false
    if (!wordsOf(it.text).every((word) => named.has(singular(word)))) return false
    const rest = longer.toSpliced(at, 1)
    const [mine, theirs] = longer === documented ? [rest, shorter] : [shorter, rest]
    const isWord = (segment: Segment, i: number) => segment.kind === 'literal' && theirs[i]?.kind === 'literal'
    return covers(mine, theirs) && mine.some(isWord) && mine.every((one, i) => one.kind !== 'literal' || isWord(one, i))
  })
}

/** `### Delete a user` above a DELETE, below a list of endpoints that has none: one more operation, which only its call documents. */
export function isOperation(
  { document, section }: EndpointGroup,
  { method = '' }: Endpoint,
  sample: Endpoint,
): boolean {
  const title = sample.section === section ? '' : (document.facts.sections[sample.section]?.title ?? '')
  return asksFor(title, sample.method ?? '') && !asksFor(title, method)
}

/** All that a section with one endpoint shows is sent by its method: no step on the way, which would be followed by another one. */
export function isOnlyCall({ definitions, samples }: EndpointGroup, { method }: Endpoint): boolean {
  return method !== undefined && samples.length === 1 && definitions.length === 1 && definitions[0]?.method === method
}

/** What a command does is shown again in another language: steps are rather shown in one. */
export function isOnlyProgram({ samples }: EndpointGroup, sample: Endpoint): boolean {
  return sample.form === 'fetch' && samples.every((it) => it === sample || it.form !== 'fetch')
}

/** The heading names the path that the sample calls. */
export function titleSays({ title }: EndpointGroup, { path }: Endpoint): boolean {
  const named = /\/[\w./:{}-]+/.exec(title)?.[0]
  return named !== undefined && path.endsWith(named)
}

/** "Token: show", "Retrieve a token", and not "Show all tokens". */
export function asksForOne(title: string): boolean {
  const isOne = /\b(?:show|view|delete|remove|update)s?\b|^(?:get|read|retrieve|fetch) (?:an?|one|single)\b/i.test(
    title,
  )
  return isOne && !/\b(?:all|list|many|bulk|batch)\b/i.test(title)
}

/** `/metrics/`, where calls do not end so: they go on behind it. */
export function isBeginning(definition: Endpoint, sample: Endpoint): boolean {
  return definition.path.endsWith('/') && sample.path.includes(definition.path) && !sample.path.endsWith('/')
}

/** All but one thing is what is documented, the method among it: whatever the host is called, it is the API's own. */
export function isAllBut({ kind, segment, sample, definition }: Mismatch): boolean {
  if (sample.method === undefined || definition.method === undefined) return false
  return kind === 'method' || (segment !== undefined && isVariant(segment) && sameMethod(definition, sample))
}

/** `POST https://dev.clay.test/api/reports/day` for `https://api.clay.test/v1/reports/day`: a host and a base that the writers have for themselves. */
export function isSister({ sample, definition }: Mismatch): boolean {
  if (sample.method === undefined || sample.method !== definition.method) return false
  const [mine, theirs] = [definition, sample].map(({ host = '' }) => host.toLowerCase().split('.'))
  if (!mine || !theirs || mine.length < 3 || mine.slice(-2).join() !== theirs.slice(-2).join()) return false
  const [documented, called] = [definition, sample].map(({ path }) => splitSegments(path).filter((it) => it !== ''))
  if (!documented || documented.length < 3 || documented.length !== called?.length) return false
  return documented.every((it, at) => (at === 0 ? it !== called[0] : it === called[at] || /^[:{<]/.test(it)))
}

/** A method has a name, whatever stands before it in a URL. */
export function isName({ form }: Endpoint): boolean {
  return form === 'name'
}

/** The method that a page as a whole is named after. */
export function isPage(definition: Endpoint, { facts }: Document): boolean {
  return isName(definition) && facts.sections[definition.section]?.depth === 1
}

/** What a section below the group's heading documents, above the call: a title a level too deep begins an endpoint as well. */
export function standsInside({ definition, group }: Defined, outer: EndpointGroup, { range: [at] }: Endpoint): boolean {
  const section = outer.document.facts.sections[outer.section]
  const isInside = group.document === outer.document && section !== undefined && within(definition.range, section.range)
  return isInside && definition.range[0] < at && (outer.definitions[0]?.range[0] ?? at) < definition.range[0]
}

/** All that a section calls, and nobody documents, needs less in common with what is documented there. */
export function leastBeside(
  group: EndpointGroup,
  sample: Endpoint,
  { definition }: Alignment,
  elsewhere: readonly Defined[],
): number {
  return elsewhere.length === 0 && isOnlyCall(group, sample) && sameMethod(definition, sample) ? 0 : 1
}
