import { decodePercent } from '../../text.ts'
import type { Document, Endpoint, Link, Method, Range } from '../../types.ts'
import type { Project } from '../index.ts'
import { foldAnchor, sectionsByAnchor } from '../samples/anchors.ts'
import type { EndpointIndex } from './index.ts'
import { type Segment, suffixOffset } from './paths.ts'

/** A link whose text names one endpoint, and whose target documents another. */
export interface MisnamedLink {
  link: Link
  named: { method: Method; path: string }
  definition: Endpoint
  document: Document
}

export type EndpointLinks = (document: Document) => readonly MisnamedLink[]

export function indexEndpointLinks(project: Project, index: EndpointIndex): EndpointLinks {
  const sections = new Map<Document, ReadonlyMap<string, number>>()
  const documented = new Map<Document, readonly Endpoint[]>()
  const definitionsIn = (document: Document, section: number) => {
    const known = documented.get(document) ?? definitionsOf(document)
    documented.set(document, known)
    return within(known, document.facts.sections[section]?.range ?? [0, 0])
  }
  const definitionsAt = (document: Document, fragment: string) => {
    const known = sections.get(document) ?? sectionsByAnchor(document)
    sections.set(document, known)
    const at = known.get(foldAnchor(decodePercent(fragment)))
    return at === undefined || at === 0 ? [] : definitionsIn(document, at)
  }
  return (from) =>
    from.facts.links.flatMap((link) => {
      const named = nameOf(link.text)
      if (!named) return []
      const target = project.resolve(from, link)
      if (target.kind !== 'document' || target.fragment === '') return []
      const document = project.document(target.path)
      const definitions = document ? definitionsAt(document, target.fragment) : []
      // One of several is a choice of the writer's: the section is about more than the link.
      const [definition, ...more] = definitions
      if (!document || !definition || more.length > 0 || isSame(index, named, definition)) return []
      return [{ link, named, definition, document }]
    })
}

function nameOf(text: string): MisnamedLink['named'] | undefined {
  const match = /^(GET|POST|PUT|PATCH|DELETE|HEAD) +(\/(?:\([^()\n]{1,80}\)|[^\s?#`(])*)/.exec(text.trimStart())
  return match?.[1] !== undefined && match[2] !== undefined ? { method: match[1], path: match[2] } : undefined
}

function definitionsOf({ facts }: Document): Endpoint[] {
  return facts.endpoints
    .filter((it) => it.role === 'definition' && it.form !== 'name')
    .sort((a, b) => a.range[0] - b.range[0])
}

/** What a section and those below it document, two at most: a page may link to each of its thousand sections. */
function within(sorted: readonly Endpoint[], [start, end]: Range): Endpoint[] {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.range[0] ?? end) < start) low = middle + 1
    else high = middle
  }
  const found: Endpoint[] = []
  for (let it = sorted[low]; it && it.range[0] < end && found.length < 2; it = sorted[++low]) {
    if (it.range[1] <= end) found.push(it)
  }
  return found
}

function isSame(index: EndpointIndex, named: MisnamedLink['named'], definition: Endpoint): boolean {
  if (definition.method !== undefined && definition.method !== named.method) return false
  const documented = index.path(definition)
  return (
    documented.opaque ||
    documented.variants.some((own) =>
      index
        .path(named)
        .variants.some(
          (other) => suffixOffset(own, other) !== undefined || suffixOffset(withoutEnd(own), other) !== undefined,
        ),
    )
  )
}

/** The last parameter may be optional, and a title leaves it out. */
function withoutEnd(path: readonly Segment[]): readonly Segment[] {
  return path.length > 1 && path.at(-1)?.kind !== 'literal' ? path.slice(0, -1) : path
}
