import { onlyOne } from '../../../grouped.ts'
import { splitPath } from '../../../paths.ts'
import { leading } from '../../../text.ts'
import type { Document, Endpoint, Range } from '../../../types.ts'
import type { Mismatch } from '../../types/calls.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import { same, sameMethod, samePath } from '../same.ts'

/** Request lines that go by another method than what is above them says: the heading, or the name of the file; and a heading that goes by another endpoint than the front matter. */
export function contradictions(index: EndpointIndex, document: Document): Mismatch[] {
  const groups = index.groups(document)
  const found = [...contradictsFrontMatter(index, document), ...groups.flatMap((it) => contradictsHeading(index, it))]
  return found.length > 0 ? found : contradictsName(groups, document)
}

/** `## POST /kites` above `GET /kites`, and nothing that goes with the heading: one of the two was copied. */
function contradictsHeading(index: EndpointIndex, group: EndpointGroup): Mismatch[] {
  const { definitions, document } = group
  const titled = bracketed(group)
  if (titled) return titled
  const heading = onlyOne(definitions.filter(({ form, method }) => form === 'heading' && method !== undefined))
  const lines = definitions.filter(({ form, method }) => form !== 'heading' && method !== undefined)
  const [line] = lines
  if (!heading || !line) return []
  const isSamePath = (it: Endpoint) => samePath(index, it, heading)
  if (!lines.every((it) => !sameMethod(heading, it) && isSamePath(it))) return []
  const goesWith = (it: Endpoint) => it !== heading && it.method === heading.method && isSamePath(it)
  const isExplained = namedIn(document, group.section).some(
    (it) => goesWith(it) && index.of(document, it.section) === group,
  )
  return isExplained ? [] : [{ sample: line, definition: heading, kind: 'method', within: 'heading' }]
}

/** `### Change a kite (PATCH)` above `PUT /kites/{id}`. */
function bracketed({ definitions, document, section, title }: EndpointGroup): Mismatch[] | undefined {
  const method = /\((GET|POST|PUT|PATCH|DELETE)\)$/.exec(title)?.[1]
  const [line] = definitions
  if (method === undefined || !line || definitions.some((it) => !it.method || it.method === method)) return undefined
  const [start, end] = document.facts.sections[section]?.heading ?? [0, 0]
  const at = start + document.text.slice(start, end).lastIndexOf(method)
  const range: Range = [at, at + method.length]
  const heading: Endpoint = { ...line, method, path: '', methodRange: range, pathRange: range }
  return at < start ? undefined : [{ sample: line, definition: heading, kind: 'method', within: 'heading' }]
}

/** `title: PUT /kites/{id}` and `# GET /kites`, where the page has no other endpoint in a heading: one of the two was copied. */
function contradictsFrontMatter(index: EndpointIndex, { facts }: Document): Mismatch[] {
  const end = facts.frontMatter?.range[1] ?? 0
  if (end === 0) return []
  const definitions = facts.endpoints.filter(({ role, method }) => role === 'definition' && method !== undefined)
  const stated = onlyOne(definitions.filter(({ range }) => range[0] < end))
  const heading = onlyOne(definitions.filter(({ form }) => form === 'heading'))
  if (!stated || !heading || facts.sections[heading.section]?.depth !== 1) return []
  if (same(index, stated, heading) || same(index, heading, stated)) return []
  const kind = stated.path === heading.path ? 'method' : 'path'
  return [{ sample: heading, definition: stated, kind, within: 'front matter' }]
}

/** What a section names, in the order of the text: a page may have a thousand of them, and each asks. */
function namedIn({ facts: { endpoints, sections } }: Document, section: number): Endpoint[] {
  const [start, end] = sections[section]?.range ?? [0, 0]
  const before = (offset: number) => leading(endpoints, ({ pathRange }) => pathRange[0] < offset)
  return endpoints.slice(before(start), before(end))
}

/** `PUT_kite.md`, and in it nothing but `GET /kites/{id}`: a copy of the page beside it, whose title was left. */
function contradictsName([group, more]: readonly EndpointGroup[], { path }: Document): Mismatch[] {
  const name = splitPath(path).name.replace(/\.\w+$/, '')
  // What is written in capitals only (`GET_STARTED.md`) names no method.
  const [, method] = (name !== name.toUpperCase() && namedMethod.exec(name)) || []
  const [line] = group?.definitions ?? []
  if (method === undefined || !group || !line || more) return []
  if (group.definitions.some((it) => it.method === undefined || it.method === method)) return []
  return [{ sample: line, definition: { ...line, method }, kind: 'method', within: 'name' }]
}

const namedMethod = /(?:^|[-_. ])(GET|POST|PUT|PATCH|DELETE)[-_ ]/
