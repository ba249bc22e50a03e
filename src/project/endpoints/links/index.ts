import { byStart, leading } from '../../../text.ts'
import type { Document, Endpoint, Link, Range } from '../../../types.ts'
import { seenWith } from '../../documents.ts'
import { onceEach } from '../../once.ts'
import { within } from '../../ranges.ts'
import type { EndpointIndex, MisnamedLink, Named } from '../../types/endpoints.ts'
import type { Project } from '../../types/project.ts'
import { align, differentLiteral, isVariant } from '../alignment.ts'
import { anyReading, hasSameKinds } from '../covering.ts'
import { barePath, isSame, methodAlone, methodBefore, nameOf } from '../link-texts.ts'
import { shape } from '../paths.ts'
import { same } from '../same.ts'
import { otherAddress, otherOperations } from './addresses.ts'
import { type DefinitionsOn, indexPageLinks } from './pages.ts'

/** A page that documents more than that is about more than one operation. */
const most = 40
const few = 3

type MisnamedIn = (document: Document) => readonly MisnamedLink[]

/** Links, and rows of tables, that name one endpoint and lead to another one. */
export function indexEndpointLinks(project: Project, index: EndpointIndex): MisnamedIn {
  const definitionsOn = onceEach(definitionsOf)
  const misnamed = indexMisnamed(project, index, definitionsOn)
  const toPages = indexPageLinks(project, index, definitionsOn)
  return (from) => {
    const found = misnamed(from)
    return [...found, ...toPages(from).filter(({ at }) => !found.some((it) => within(it.at, at)))]
  }
}

function indexMisnamed(project: Project, index: EndpointIndex, definitionsOn: DefinitionsOn): MisnamedIn {
  /** A page may show a document among others, and the section that is meant in one of those. */
  const placeOf = (document: Document, fragment: string) => {
    const sectionOf = (it: Document) => project.anchors.section(it, fragment) ?? 0
    const part = seenWith(project, document.path).find((it) => sectionOf(it) > 0)
    const section = part?.facts.sections[sectionOf(part)]
    if (!part || !section) return undefined
    return { document: part, title: section.title.trim(), definitions: firstTwoIn(definitionsOn(part), section.range) }
  }
  const inText = (from: Document) =>
    namedLinks(from).flatMap(({ link, named }): MisnamedLink[] => {
      const address = otherAddress(index, named, link.url)
      if (address) return [{ at: link.range, in: 'address', named, definition: address }]
      const target = project.resolve(from, link)
      if (target.kind !== 'document') return []
      const document = project.document(target.path)
      if (target.fragment === '') return wrongPage(index, link, named, definitionsOn, document)
      const place = document && placeOf(document, target.fragment)
      // One of several is a choice of the writer's: the section is about more than the link.
      const [definition, ...more] = place?.definitions ?? []
      if (!place || !definition || more.length > 0 || isTitle(place.title, named) || isSame(index, named, definition))
        return []
      return [{ at: link.range, in: 'text', named, definition, where: whereIs(definition, place.document) }]
    })
  /** A page documents an operation with all of its paths: only a word that is all but one of theirs is a slip. */
  const inRows = (from: Document) =>
    rowsOf(from).flatMap(({ at, named, url }): MisnamedLink[] => {
      const target = project.resolve(from, { kind: 'link', url })
      const document = target.kind === 'document' ? project.document(target.path) : undefined
      if (!document || document === from) return []
      const definitions = definitionsOn(document)
      if (definitions.length > most || definitions.some((it) => same(index, named, it))) return []
      const definition = definitions.find((it) => it.method === named.method && isNear(index, named, it))
      return definition ? [{ at, in: 'row', named, definition, where: whereIs(definition, document) }] : []
    })
  return (from) => [...inText(from), ...inRows(from), ...otherOperations(from)]
}

/** `## /pots`, and below it all that begins so. */
function isTitle(title: string, { method, path }: Named): boolean {
  return method === undefined && title === path
}

/** A whole page that has endpoints, and not the one that the link names, which another page has. */
function wrongPage(
  index: EndpointIndex,
  { range: at }: Link,
  named: Named,
  definitionsOn: DefinitionsOn,
  target: Document | undefined,
): MisnamedLink[] {
  const own = target ? definitionsOn(target) : []
  // A page of few endpoints may tell of this one in its own words.
  if (named.path === '' || own.length < few || own.length > most || own.some((it) => isSame(index, named, it)))
    return []
  const elsewhere = index
    .matching(named)
    .filter(({ definition: it }) => it.method === named.method && shape(it.path) === shape(named.path))
  const [other] = elsewhere
  const isOne = other && elsewhere.every(({ group }) => group.document === other.group.document)
  if (!isOne) return []
  return [
    { at, in: 'page', named, definition: other.definition, where: whereIs(other.definition, other.group.document) },
  ]
}

function whereIs({ pathRange: at }: Endpoint, { path }: Document): MisnamedLink['where'] {
  return { path, at }
}

/** Rows of one endpoint and one link. */
function rowsOf({ facts }: Document): { at: Range; named: Named; url: string }[] {
  return facts.endpointTables.flatMap(({ rows }) =>
    rows.flatMap(({ entries: [entry, more], links: [url, another] }) =>
      entry?.path !== undefined && entry.method && !more && url !== undefined && another === undefined
        ? [{ at: entry.range, named: { method: entry.method, path: entry.path }, url }]
        : [],
    ),
  )
}

/** Links whose text begins with an endpoint, or is a method or a path and nothing else, or that stand behind a method. */
function namedLinks(from: Document): { link: Link; named: Named }[] {
  return from.facts.links.flatMap((link) => {
    const named = nameOf(link.text) ?? methodAlone(link.text) ?? pathInRow(from, link) ?? methodBefore(from, link.range)
    return named ? [{ link, named }] : []
  })
}

/** A path alone, with the method of its row. */
function pathInRow({ facts }: Document, { text, range: [start] }: Link): Named | undefined {
  const bare = barePath(text)
  if (!bare) return undefined
  const entry = facts.endpointTables
    .flatMap(({ rows }) => rows.find(({ range }) => range[0] <= start && start < range[1])?.entries ?? [])
    .find(({ path }) => path === bare.path)
  return { ...bare, method: entry?.method }
}

/** Whether the two differ in the form of one word, what stands before one of them aside. What begins both is the base, as a rule. */
function isNear(index: EndpointIndex, named: Named, definition: Endpoint): boolean {
  return anyReading(index.path(definition), index.path(named), (own, other) => {
    const length = Math.min(own.length, other.length)
    const [mine, theirs] = [own.slice(-length), other.slice(-length)]
    const alike = align(definition, mine, theirs)
    const word = alike.differing[0] === 0 ? undefined : differentLiteral(alike)
    return length > 2 && hasSameKinds(mine, theirs) && word !== undefined && isVariant(word)
  })
}

function definitionsOf({ facts }: Document): Endpoint[] {
  return facts.endpoints.filter((it) => it.role === 'definition' && it.form !== 'name').sort(byStart)
}

/** What a section and those below it document, each once and two at most: a page may link to each of its thousand sections. */
function firstTwoIn(sorted: readonly Endpoint[], [start, end]: Range): Endpoint[] {
  let at = leading(sorted, ({ range }) => range[0] < start)
  const found: Endpoint[] = []
  for (let it = sorted[at]; it && it.range[0] < end && found.length < 2; it = sorted[++at]) {
    const isNew = found[0] === undefined || found[0].path !== it.path || found[0].method !== it.method
    if (it.range[1] <= end && isNew) found.push(it)
  }
  return found
}
