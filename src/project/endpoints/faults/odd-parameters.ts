import { grouped } from '../../../grouped.ts'
import { isMistyped } from '../../../spelling.ts'
import type { Document, Endpoint } from '../../../types.ts'
import { once } from '../../once.ts'
import type { EndpointIndex, PathFault } from '../../types/endpoints.ts'
import type { Project } from '../../types/project.ts'
import { markedName, openSegments, splitSegments } from '../paths.ts'
import type { Mentions } from './mentions.ts'
import { stands } from './single-words.ts'

/** Fewer other mentions of a path do not show what it has; of a name that is all but theirs, one is enough. */
const least = 2

/**
 * `/pots/{uid}` once, where the page's other mentions of that path have `{potId}`: a name that stands nowhere else in the project
 * is nobody's name.
 */
export function indexOddParameters(
  { documents }: Project,
  index: EndpointIndex,
  mentions: Mentions,
): (document: Document) => PathFault[] {
  const all = once(() => [...documents.values()])
  return (document) => {
    const open = mentions(document).filter(({ path }) => /\/[:{<]/.test(path))
    if (open.length < 2) return []
    const alike = grouped(new Set(open.map(({ path }) => path)), (path) => openSegments(path).join('/'))
    const several = [...alike.values()].filter((paths) => paths.length > 1)
    const found = several.flatMap((paths) => oddIn(open.filter(({ path }) => paths.includes(path))))
    const odd = found.filter(({ name, usual }) => stands(all(), name) === 1 && stands(all(), usual) > 1)
    if (odd.length === 0) return []
    // What its own section contradicts is said there.
    const told = new Set(index.parameters.undocumented(document).map(({ endpoint }) => endpoint.pathRange[0]))
    return odd.flatMap(({ fault, mentions }) => (mentions.some((it) => told.has(it.pathRange[0])) ? [] : [fault]))
  }
}

/** A mention that calls a parameter otherwise than all others of its path. */
interface Odd {
  fault: PathFault
  name: string
  usual: string
  mentions: readonly Endpoint[]
}

interface Way {
  endpoint: Endpoint
  parts: readonly string[]
}

/** What the ways of a path have in one place, and the ways that have it. */
type Named = readonly [part: string, ways: readonly Way[]]

function oddIn(mentions: readonly Endpoint[]): Odd[] {
  const ways = mentions.map((endpoint) => ({ endpoint, parts: splitSegments(endpoint.path) }))
  const places = ways[0]?.parts ?? []
  return places.flatMap((_, at) => {
    const open = ways.filter(({ parts }) => markedName(parts[at] ?? '') !== undefined)
    const [one, other, another] = grouped(open, ({ parts }) => parts[at] ?? '')
    return one && other && !another ? [...oddOf(one, other, mentions), ...oddOf(other, one, mentions)] : []
  })
}

function oddOf([part, [odd, more]]: Named, [instead, others]: Named, mentions: readonly Endpoint[]): Odd[] {
  if (!odd || more || part[0] !== instead[0] || odd.parts.includes(instead)) return []
  if (isAnother(odd.endpoint, others)) return []
  const [name = '', usual = ''] = [markedName(part), markedName(instead)]
  // `{lidA}`, `{lidB}`: two of one kind.
  const isOther = name.slice(0, -1) === usual.slice(0, -1)
  const isSure = others.length < least ? name.length > 3 && isMistyped(name, usual, false) : !isOther
  return isSure ? [{ fault: { endpoint: odd.endpoint, kind: 'renamed', part, instead }, name, usual, mentions }] : []
}

/** Documented apart from an endpoint of its method: another resource, which is told apart by its parameter. */
function isAnother({ role, method, section }: Endpoint, others: readonly Way[]): boolean {
  return (
    role === 'definition' &&
    method !== undefined &&
    others.some(({ endpoint: it }) => it.role === role && it.method === method && it.section !== section)
  )
}
