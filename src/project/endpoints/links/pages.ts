import type { Document, Endpoint } from '../../../types.ts'
import { seenWith } from '../../documents.ts'
import { onceEach } from '../../once.ts'
import type { EndpointIndex, MisnamedLink, Named } from '../../types/endpoints.ts'
import type { Segment } from '../../types/groups.ts'
import type { Project } from '../../types/project.ts'
import { align, differentLiteral, isVariant } from '../alignment.ts'
import { anyReading, covers, hasSameKinds } from '../covering.ts'
import { barePath, nameOf } from '../link-texts.ts'
import { operationOf } from '../paths.ts'
import { agree, same } from '../same.ts'

/** What a page documents, in the order of its text. */
export type DefinitionsOn = (document: Document) => readonly Endpoint[]

/** `[GET /kiln/{id}](read.md)`, or the path alone, and all that the page documents is `GET /kilns/{id}`: one of the two was renamed. */
export function indexPageLinks(
  project: Project,
  index: EndpointIndex,
  definitionsOn: DefinitionsOn,
): (from: Document) => MisnamedLink[] {
  const onlyOn = onceEach((document: Document) => {
    const parts = seenWith(project, document.path)
    const definitions = parts.flatMap((it) => definitionsOn(it).map((endpoint) => ({ endpoint, path: it.path })))
    const [first] = definitions
    return first && isOne(definitions.map((it) => it.endpoint)) ? { ...first, parts } : undefined
  })
  return (from) => {
    const led = from.facts.links.flatMap((link) => {
      const named = nameOf(link.text) ?? barePath(link.text)
      const target = named && project.resolve(from, link)
      if (!named || target?.kind !== 'document' || target.fragment !== '' || target.path === from.path) return []
      const document = project.document(target.path)
      const only = document && onlyOn(document)
      return only ? [{ at: link.range, named, only, isRight: same(index, named, only.endpoint) }] : []
    })
    const right = led.filter(({ isRight }) => isRight).length
    const isList = right >= fewest && right >= most * (led.length - right)
    return led.flatMap(({ at, named, only, isRight }): MisnamedLink[] => {
      if (isRight || !(isAllBut(index, named, only.endpoint) || (isList && named.method !== undefined))) return []
      // What the page tells of in any way, it may document in its own.
      if (only.parts.some((it) => tellsOf(index, it, named))) return []
      const where = { path: only.path, at: only.endpoint.pathRange }
      return [{ at, in: 'only', named, definition: only.endpoint, where }]
    })
  }
}

/** So many links that name the only endpoint of their pages make a list of these, if few others name another one. */
const fewest = 3
const most = 3

function tellsOf(index: EndpointIndex, { facts }: Document, named: Named): boolean {
  return facts.endpoints.some((it) => same(index, named, it) || same(index, it, named))
}

function isOne(definitions: readonly Endpoint[]): boolean {
  return new Set(definitions.map(operationOf)).size === 1
}

/** One method and the form of one word, or a word in the middle that one of the two lacks; or one path, and another method. */
function isAllBut(index: EndpointIndex, named: Named, definition: Endpoint): boolean {
  return anyReading(index.path(definition), index.path(named), (own, other) => {
    if (!agree(named, definition)) return own.length > 0 && hasSameKinds(own, other) && covers(own, other)
    const word = hasSameKinds(own, other) ? differentLiteral(align(definition, own, other)) : undefined
    return word ? !/\d/.test(word.called + word.documented) && isVariant(word) : lacksWord(own, other)
  })
}

/** `/jars/{id}` for `/jars/lids/{id}`. */
function lacksWord(one: readonly Segment[], other: readonly Segment[]): boolean {
  const [longer, shorter] = one.length > other.length ? [one, other] : [other, one]
  if (longer.length !== shorter.length + 1 || shorter.length < 2) return false
  return longer.some(({ kind }, at) => {
    if (kind !== 'literal' || at === 0 || at === longer.length - 1) return false
    const rest = longer.toSpliced(at, 1)
    return hasSameKinds(rest, shorter) && covers(rest, shorter)
  })
}
