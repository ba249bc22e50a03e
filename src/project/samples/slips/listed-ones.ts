import { sectionsAround, titleWords } from '../../../facts/sections.ts'
import { placeAt } from '../../../schema/place.ts'
import type { Document, Endpoint, JsonNode, Sample, Section } from '../../../types.ts'
import { holds } from '../../ranges.ts'
import { contextOf, shownBy } from '../context.ts'
import type { Slip } from './slip.ts'

/** "Get a kiln": a word in the singular, whatever the others say of it. */
const ofOne =
  /^(?:get|retrieve|read|show|fetch|view|find)s? (?:an?|one|the|a? ?single|a? ?specific) (?:[a-z][\w-]* )*[a-z][\w-]*[^s\W]$/i
/** What ends in the id of one thing. */
const byId = /\/(?:\{[^{}/]+\}|:\w+|<[^<>/]+>|\d+)(?:\.\w+)?$/

/** `GET /kilns/{id}` in "Get a kiln", and a list of one kiln below it, as it stands below the call that lists all of them. */
export function listedOnes(document: Document): Slip[] {
  const lists = document.facts.samples.flatMap((sample) => {
    const keys = keysOf(shownBy(sample))
    return keys ? [{ sample, keys }] : []
  })
  return lists.flatMap(({ sample, keys }): Slip[] => {
    const section = lists.length > 1 && isOfOne(sample) ? sectionOf(document, sample) : undefined
    if (!section) return []
    const other = lists.find((it) => !holds(section.range, it.sample.range[0]) && areAlike(it.keys, keys))
    const { role, failing } = contextOf(document, sample)
    if (!other || role === 'request' || failing) return []
    const [name, [start]] = [titleWords(section), shownBy(sample)?.range ?? sample.range]
    const place = placeAt(document.path, [other.sample.range[0], other.sample.range[0] + 1])
    return [{ sample, kind: 'listed', at: [start, start + 1], name, says: '', shows: '', place }]
  })
}

function isOfOne(sample: Sample): boolean {
  const json = shownBy(sample)
  return json?.kind === 'array' && json.items.length === 1 && !json.elided
}

/** What the first object of a list has. */
function keysOf(json: JsonNode | undefined): string[] | undefined {
  const [first] = json?.kind === 'array' ? json.items : []
  return first?.kind === 'object' && first.members.length > 2 ? first.members.map(({ key }) => key) : undefined
}

function areAlike(keys: readonly string[], others: readonly string[]): boolean {
  return keys.length === others.length && keys.every((it) => others.includes(it))
}

/** The section around a sample that is about one thing, where the only call that it documents asks for that. */
function sectionOf({ facts: { sections, endpoints } }: Document, sample: Sample): Section | undefined {
  const all = sectionsAround(sections, sample.section).flatMap((at) => sections[at] ?? [])
  const section = all.find((it) => ofOne.test(titleWords(it)))
  const called = section ? endpoints.filter(({ pathRange: [at] }) => holds(section.range, at)) : []
  return called.length > 0 && called.every(asksForOne) ? section : undefined
}

function asksForOne({ method, path }: Endpoint): boolean {
  return (method === undefined || method === 'GET') && byId.test(path)
}
