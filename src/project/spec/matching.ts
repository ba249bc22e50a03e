import type { Document, Endpoint } from '../../types.ts'
import { sortedDocuments } from '../documents.ts'
import { indexPaths, keyOf } from '../endpoints/path-index.ts'
import { folded, isVersion, literals, parsePath, written } from '../endpoints/paths.ts'
import { onceEach } from '../once.ts'
import type { Documented, Likeness, Operation } from '../types/contracts.ts'
import type { EndpointGroup, Segment } from '../types/groups.ts'
import type { Project } from '../types/project.ts'

/**
 * What contracts can speak of: no paths that a template makes, no events, no calls in prose. A page without any section for
 * an endpoint documents those that its tables and lists have a row for.
 */
export function documentedEndpoints(project: Project): Documented[] {
  return sortedDocuments(project).flatMap((document) => {
    const groups = project.endpoints.groups(document)
    const rows = groups.length > 0 ? [] : document.facts.endpoints.filter(({ role }) => role === 'row')
    return [
      ...groups.flatMap((group) => group.definitions.flatMap((it) => documentedBy(project, group, it))),
      ...rows.flatMap((it) => documentedBy(project, standIn(document, it), it)),
    ]
  })
}

export function documentedBy(project: Project, group: EndpointGroup, endpoint: Endpoint): Documented[] {
  const method = endpoint.method ?? group.method
  const { opaque, variants } = project.endpoints.path(endpoint)
  const isPath = endpoint.form !== 'name' && !opaque && !/<%|\{%|\.\.\.|…/.test(endpoint.path)
  if (!isPath || (method !== undefined && !verbs.has(method))) return []
  return [{ document: group.document, group, endpoint, method, variants }]
}

/** Stands for the section that an endpoint does not have. */
export function standIn(document: Document, { section }: Endpoint): EndpointGroup {
  return { document, section, title: '', definitions: [], samples: [] }
}

/** The methods that a contract can have; servers answer HEAD and OPTIONS without being asked to. */
const verbs = new Set(['GET', 'PUT', 'POST', 'DELETE', 'PATCH'])

/** Documented endpoints and the operations whose paths are theirs up to what stands in front; methods are not compared. */
export function likenesses(all: readonly Documented[], operations: readonly Operation[]): Likeness[] {
  const alike = indexPaths(
    operations.flatMap((operation) => operation.variants.map((segments) => ({ operation, segments }))),
  )
  const published = onceEach(publishedVersions)
  return all.flatMap((documented) => {
    const page = pathVersions(documented.document.path)
    return documented.variants.flatMap((own) => {
      const called = versions(own)
      return alike(own).flatMap((it) => {
        const { paths, all } = published(it.operation)
        // `/v3.1/items` is not `/v3/items`, whatever else they have in common; nor does `v1.25.yaml` speak for `v1.24.md`.
        return differ(called, paths) || differ(page, all) ? [] : compare(documented, own, it)
      })
    })
  })
}

/** The versions in an operation's path, and those in the name of its contract too. */
function publishedVersions({ base, spec, variants: [segments = []] }: Operation): { paths: string[]; all: string[] } {
  const paths = versions([...parsePath(base).variants.flat(), ...segments])
  return { paths, all: [...paths, ...pathVersions(spec)] }
}

/** One of the paths of an operation. */
interface Published {
  operation: Operation
  segments: readonly Segment[]
}

function compare(documented: Documented, own: readonly Segment[], { operation, segments }: Published): Likeness[] {
  const offset = own.length - segments.length
  let isTelling = false
  let loose = false
  for (let at = Math.max(0, offset); at < own.length; at++) {
    const mine = own[at] as Segment
    const isSame = keyOf(mine) === keyOf(segments[at - offset] as Segment)
    if (!isSame) loose = true
    else if (mine.kind === 'literal') isTelling = true
  }
  if (!isTelling) return []
  const added = offset > 0 ? own.slice(0, offset) : segments.slice(0, -offset)
  const mount = offset === 0 ? '' : `${offset > 0 ? '+' : '-'}/${written(added)}`
  return [{ documented, operation, mount, loose }]
}

function differ(mine: readonly string[], theirs: readonly string[]): boolean {
  return mine.length > 0 && theirs.length > 0 && !mine.some((it) => theirs.includes(it))
}

/** The folders and files that are called by nothing but a version. */
function pathVersions(path: string): string[] {
  return path.split('/').flatMap((it) => {
    const name = it.replace(/\.(?:md|markdown|mdx|json|ya?ml)$/, '')
    return isVersion(name) ? [folded(name)] : []
  })
}

function versions(segments: readonly Segment[]): string[] {
  return literals(segments).filter(isVersion).map(folded)
}
