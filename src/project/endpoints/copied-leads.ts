import { reads } from '../../facts/methods.ts'
import { isInEnglish, speaksOfFirst } from '../../facts/own-words.ts'
import { grouped } from '../../grouped.ts'
import { splitPath } from '../../paths.ts'
import type { Document, Range } from '../../types.ts'
import type { CopiedLead, EndpointIndex } from '../types/endpoints.ts'
import type { EndpointGroup } from '../types/groups.ts'
import { asksFor, excludes, verbOf, withoutVerb } from './operation-words.ts'
import { shape, splitSegments } from './paths.ts'

/** Endpoints that begin with the sentence of another one of their folder, which speaks of that one: it was copied, and not changed. */
export function indexCopiedLeads(
  index: EndpointIndex,
  documents: readonly Document[],
): (document: Document) => readonly CopiedLead[] {
  const leads = documents.flatMap((it) => index.groups(it).flatMap(leadOf))
  const alike = grouped(leads, ({ group, text }) => `${splitPath(group.document.path).folder}\n${text}`)
  const found = grouped([...alike.values()].flatMap(copied), ({ group }) => group.document)
  return (document) => found.get(document) ?? []
}

interface Lead {
  group: EndpointGroup
  text: string
  at: Range
}

/** A line of text that begins as sentences do: no list, table, label or code. */
const sentence = /^(?=[A-Z][a-z'\u2019]* [^\n]{8})[^\n]*?(?:[.!](?=\s|$)|(?<![:|,])$)/m

function leadOf(group: EndpointGroup): Lead[] {
  const { document, section, title } = group
  const heading = document.facts.sections[section]?.heading
  // `pot.url` is a member of an object, and no operation.
  if (!heading || !/\S\s\S/.test(title)) return []
  const below = withoutFences(document.text.slice(heading[1], heading[1] + 4000))
  const before = below.search(/^(?:#|```|~~~|\|)/m)
  const lead = sentence.exec(before < 0 ? below : below.slice(0, before))
  if (!lead || !isInEnglish(lead[0])) return []
  const start = heading[1] + lead.index
  return [{ group, text: lead[0], at: [start, start + lead[0].length] }]
}

/** Slate shows a call and its answer between the title and what is said of the endpoint; offsets hold. */
function withoutFences(source: string): string {
  return source.includes('```') ? source.replace(/^```[^`]*^```/gm, (it) => ' '.repeat(it.length)) : source
}

/** What stands above more than two may well be said of all. */
function copied([one, other, more]: readonly Lead[]): CopiedLead[] {
  if (!one || !other || more) return []
  if (isSaidOf(one, other) || isDoneBy(one, other)) return [{ ...other, from: one.group }]
  return isSaidOf(other, one) || isDoneBy(other, one) ? [{ ...one, from: other.group }] : []
}

/** "Gets all lids of a pot" above the GET and the POST of one path, "Creates a pot" above "Create a pot" and a DELETE. */
function isDoneBy({ group, text }: Lead, { group: other }: Lead): boolean {
  const [method = '', another = ''] = [group.method, other.method]
  if (!asksFor(text, method) || another === '' || asksFor(text, another)) return false
  return shapesOf(group) === shapesOf(other) || (!reads(method) && isCalledSo(text, group) && !isCalledSo(text, other))
}

/** Whether a title begins with the verb of a sentence, or has it: "Creates", "Create". Some calls that write only read, and are called so. */
function isCalledSo(text: string, { title }: EndpointGroup): boolean {
  const verb = verbOf(text)?.replace(/s$/, '') ?? ''
  return title.toLowerCase().includes(verb)
}

function shapesOf({ definitions }: EndpointGroup): string {
  return definitions.map(({ path }) => shape(path)).join()
}

/** "Get" and "List" tell no two endpoints apart, "Get" and "Delete" do. */
function isSaidOf({ group, text }: Lead, { group: other }: Lead): boolean {
  const [title, another] = [withoutVerb(group.title), withoutVerb(other.title)]
  const shared = new Set(stepsOf(group))
  const steps = stepsOf(other).filter((it) => !shared.has(it))
  return speaksOfFirst(text, title, [excludes(group.title, other.title) ? other.title : another, ...steps].join(' '))
}

function stepsOf({ definitions }: EndpointGroup): string[] {
  return definitions.flatMap(({ path }) => splitSegments(path))
}
