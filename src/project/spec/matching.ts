import type { Document, Endpoint } from '../../types.ts'
import { type EndpointGroup, sortedDocuments } from '../endpoints/index.ts'
import { parsePath, type Segment, suffixOffset } from '../endpoints/paths.ts'
import type { Project } from '../index.ts'
import type { Operation } from './operations.ts'

/** An endpoint that a page documents, as far as contracts go. */
export interface Documented {
  document: Document
  group: EndpointGroup
  endpoint: Endpoint
  /** Absent where the page says none: then any of the path's operations may be meant. */
  method?: string
  /** Its path, optional parts and alternatives written out. */
  variants: readonly Segment[][]
}

/** A documented path that ends like an operation's, or the reverse. */
export interface Likeness {
  documented: Documented
  operation: Operation
  /** What the page puts before the contract's path (`+/orders/v4`), or leaves out of it (`-/v3`); '' for neither. */
  mount: string
  /** Whether a literal stands where the other has a parameter: `/users/me`. */
  loose: boolean
}

/** What contracts can speak of: no paths that a template makes, no events, no calls in prose. */
export function documentedEndpoints(project: Project): Documented[] {
  return sortedDocuments(project).flatMap((document) =>
    project.endpoints.groups(document).flatMap((group) =>
      group.definitions.flatMap((endpoint): Documented[] => {
        const method = endpoint.method ?? group.method
        const { opaque, variants } = project.endpoints.path(endpoint)
        const isPath = endpoint.form !== 'name' && !opaque && !/<%|\{%|\.\.\.|…/.test(endpoint.path)
        if (!isPath || (method !== undefined && !verbs.has(method))) return []
        return [{ document, group, endpoint, method, variants }]
      }),
    ),
  )
}

/** The methods that a contract can have; servers answer HEAD and OPTIONS without being asked to. */
const verbs = new Set(['GET', 'PUT', 'POST', 'DELETE', 'PATCH'])

/** Documented endpoints and the operations whose paths are theirs up to what stands in front; methods are not compared. */
export function likenesses(all: readonly Documented[], operations: readonly Operation[]): Likeness[] {
  const index = indexByWord(operations)
  return all.flatMap((documented) =>
    documented.variants.flatMap((own) => candidates(own, index).flatMap((it) => compare(documented, own, it))),
  )
}

interface Candidate {
  operation: Operation
  segments: readonly Segment[]
}

/** By each word of the path (`items`), and by the last one (`/items`). */
type WordIndex = ReadonlyMap<string, readonly Candidate[]>

function indexByWord(operations: readonly Operation[]): WordIndex {
  const index = new Map<string, Candidate[]>()
  for (const operation of operations) {
    for (const segments of operation.variants) {
      const words = literalsOf(segments)
      const candidate = { operation, segments }
      for (const word of new Set([...words, `/${words.at(-1) ?? ''}`])) {
        const known = index.get(word)
        if (known) known.push(candidate)
        else index.set(word, [candidate])
      }
    }
  }
  return index
}

/**
 * Those that share the last word of the path, or one of the two rarest: looking at all that share "v3" would be looking
 * at everything.
 */
function candidates(own: readonly Segment[], index: WordIndex): Candidate[] {
  const words = literalsOf(own)
  const buckets = [...new Set(words)].flatMap((it) => [index.get(it) ?? []]).filter((it) => it.length > 0)
  const rare = buckets.sort((a, b) => a.length - b.length).slice(0, 2)
  return [...new Set([...rare.flat(), ...(index.get(`/${words.at(-1) ?? ''}`) ?? [])])]
}

function literalsOf(segments: readonly Segment[]): string[] {
  return segments.flatMap((it) => (it.kind === 'literal' ? [it.text.toLowerCase()] : []))
}

function compare(documented: Documented, own: readonly Segment[], { operation, segments }: Candidate): Likeness[] {
  const offset = suffixOffset(segments, own)
  if (offset === undefined) return []
  const added = offset > 0 ? own.slice(0, offset) : segments.slice(0, -offset)
  const mine = own.slice(Math.max(0, offset))
  const theirs = segments.slice(Math.max(0, -offset))
  const loose = mine.some((it, at) => it.kind !== theirs[at]?.kind) || mine.length !== theirs.length
  const mount = offset === 0 ? '' : `${offset > 0 ? '+' : '-'}/${written(added)}`
  const isTelling = mine.some((it) => it.kind === 'literal')
  return !isTelling || contradictVersions(own, operation) ? [] : [{ documented, operation, mount, loose }]
}

/** `/v3.1/items` is not `/v3/items`, whatever else they have in common. */
function contradictVersions(own: readonly Segment[], { base, variants: [segments = []] }: Operation): boolean {
  const mine = versions(own)
  const theirs = versions([...parsePath(base).variants.flat(), ...segments])
  return mine.length > 0 && theirs.length > 0 && !mine.some((it) => theirs.includes(it))
}

function versions(segments: readonly Segment[]): string[] {
  return segments.flatMap((it) =>
    it.kind === 'literal' && /^v\d+(?:\.\d+)*$/i.test(it.text) ? [it.text.toLowerCase().replace(/\.0$/, '')] : [],
  )
}

export function written(segments: readonly Segment[]): string {
  return segments.map((it) => (it.kind === 'literal' ? it.text : '{}')).join('/')
}

export function grouped<K, T>(all: readonly T[], key: (it: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const it of all) {
    const group = groups.get(key(it))
    if (group) group.push(it)
    else groups.set(key(it), [it])
  }
  return groups
}
