import { isExample } from '../../facts/examples.ts'
import { getOrAdd, onlyOne } from '../../grouped.ts'
import type { Document, Endpoint, Method, Section } from '../../types.ts'
import { within } from '../ranges.ts'
import type { EndpointGroup } from '../types/groups.ts'
import { type Parts, partsOf } from './parts-beside.ts'

/** What stands in a group's section and those below it. */
export function textOf({ document, section }: EndpointGroup): string {
  return document.text.slice(...(document.facts.sections[section]?.range ?? [0, 0]))
}

/** The groups of a document, in order, and the group of each section. */
interface Groups {
  all: EndpointGroup[]
  /** The group of the innermost section around one that has any. */
  of(section: number): EndpointGroup | undefined
  /** Calls in sections of no group. */
  strayCalls: readonly Endpoint[]
}

export function groupEndpoints(document: Document): Groups {
  const { sections, endpoints } = document.facts
  const definitions = endpoints.filter((it) => it.role === 'definition')
  const calls = endpoints.filter((it) => it.role === 'sample')
  if (definitions.length === 0) return { all: [], of: () => undefined, strayCalls: calls }
  const counts = subtreeCounts(sections, definitions)
  const parts = partsOf(sections, counts)
  const byOwner = new Map<number, EndpointGroup>()
  for (const it of definitions) {
    const owner = ownerOf(it.section, sections, counts, parts)
    getOrAdd(byOwner, owner, () => newGroup(document, owner)).definitions.push(it)
  }
  const of = groupFinder(sections, byOwner, parts)
  for (const it of calls) of(it.section)?.samples.push(it)
  const all = [...byOwner.values()].sort((a, b) => a.section - b.section)
  for (const it of all) it.method = agreed(it.definitions) ?? agreed(it.samples) ?? leadingMethod(it.title)
  return { all, of, strayCalls: calls.filter((it) => !of(it.section)) }
}

function newGroup(document: Document, section: number): EndpointGroup {
  const own = document.facts.sections[section]
  // A page that documents one thing is called by its first heading.
  const title = own?.depth === 0 ? (document.facts.sections[1]?.title ?? '') : (own?.title ?? '')
  return { document, section, title: title.trim(), definitions: [], samples: [] }
}

function agreed(endpoints: readonly Endpoint[]): Method | undefined {
  return onlyOne(new Set(endpoints.flatMap((it) => it.method ?? [])))
}

/** `POST an item`: a heading may say how its URL is called. */
function leadingMethod(title: string): Method | undefined {
  return /^(?:GET|POST|PUT|PATCH|DELETE|HEAD)(?=\s)/.exec(title)?.[0]
}

/** How many definitions stand in each section, those below it included. */
function subtreeCounts(sections: readonly Section[], definitions: readonly { section: number }[]): number[] {
  const counts = sections.map(() => 0)
  for (const { section } of definitions) counts[section] = (counts[section] ?? 0) + 1
  for (let i = sections.length - 1; i > 0; i--) {
    const parent = sections[i]?.parent ?? 0
    counts[parent] = (counts[parent] ?? 0) + (counts[i] ?? 0)
  }
  return counts
}

/**
 * Upwards from headings that name a part of an endpoint ("URI", "Template", "HTTP request"), for as long as the wider section documents
 * nothing more. Any other heading is what the endpoint is called, and a step of a guide stays a step.
 */
function ownerOf(section: number, sections: readonly Section[], counts: readonly number[], parts: Parts): number {
  let at = section
  for (let parent = sections[at]?.parent ?? -1; parent >= 0; parent = sections[at]?.parent ?? -1) {
    // "HTTP request (to add)" and "HTTP request (to replace)" are one page's.
    if (parent === 0 && counts[parent] !== counts[at]) break
    if (parts.strays.has(at) || !parts.all.has(at)) break
    at = parts.leads.get(at) ?? parent
  }
  return at
}

/** The nearest section around that is a group's, if what stands between is about the same endpoint. */
function groupFinder(
  sections: readonly Section[],
  byOwner: ReadonlyMap<number, EndpointGroup>,
  parts: Parts,
): (section: number) => EndpointGroup | undefined {
  const found: (EndpointGroup | undefined)[] = []
  const led = ledByOne(sections, byOwner, parts)
  for (const [index, section] of sections.entries()) {
    const own = byOwner.get(index)
    const above = index === 0 ? undefined : found[section.parent]
    const inherited = above && belongs(index, sections, above, parts) ? above : undefined
    const isBeside = parts.repeated.has(index) || (led.has(section.parent) && parts.all.has(index))
    const beside = isBeside || parts.single.has(index) ? found[siblingBefore(index, sections)] : undefined
    found.push(
      own ?? exampleOf(index, sections, found) ?? inherited ?? (isBeside || isTitled(beside) ? beside : undefined),
    )
  }
  return (section) => found[section]
}

/** ``### `GET /jars` ``: what its heading says ends where the next one does. */
function isTitled(group: EndpointGroup | undefined): boolean {
  return group?.definitions.some(({ form, section }) => form === 'heading' && section === group.section) ?? false
}

/** Where the only endpoint of a chapter leads its sections, the parts that follow are its own: `# Read a jar`, `# Request`, `# Response`. */
function ledByOne(
  sections: readonly Section[],
  byOwner: ReadonlyMap<number, EndpointGroup>,
  parts: Parts,
): ReadonlySet<number> {
  const owners = [...byOwner.keys()].map((section) => ({ section }))
  const counts = subtreeCounts(sections, owners)
  const first = new Map<number, number>()
  for (const [index, { parent }] of sections.entries())
    if (counts[parent] === 1 && !first.has(parent) && !parts.all.has(index)) first.set(parent, index)
  return new Set([...first].flatMap(([parent, index]) => (byOwner.has(index) ? parent : [])))
}

/**
 * Below a definition everything is its endpoint's. Where it stands in a part of its own ("URI") beside other parts, a heading
 * that names no part may be another endpoint, documented without a URI.
 */
function belongs(index: number, sections: readonly Section[], group: EndpointGroup, parts: Parts): boolean {
  const section = sections[index] as Section
  if (section.parent !== group.section || group.definitions.some((it) => it.section === group.section)) return true
  if (parts.all.has(index) || isExample(section.title)) return true
  return group.definitions.some(({ range }) => within(range, section.range))
}

/** `## Fly a kite`, and behind it `## Fly a kite: example`. */
function exampleOf(
  index: number,
  sections: readonly Section[],
  found: readonly (EndpointGroup | undefined)[],
): EndpointGroup | undefined {
  const title = sections[index]?.title.trim() ?? ''
  if (!isExample(title)) return undefined
  const before = siblingBefore(index, sections)
  const named = sections[before]?.title.trim() ?? ''
  return named !== '' && title !== named && title.startsWith(named) ? found[before] : undefined
}

function siblingBefore(index: number, sections: readonly Section[]): number {
  const { depth = 0, parent = -1 } = sections[index] ?? {}
  let at = index - 1
  while (at > parent && !(sections[at]?.parent === parent && sections[at]?.depth === depth)) at--
  return at > parent ? at : -1
}
