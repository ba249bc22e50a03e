import type { Document, Endpoint } from '../../../types.ts'
import { once } from '../../once.ts'
import type { EndpointIndex, PathFault } from '../../types/endpoints.ts'
import type { Project } from '../../types/project.ts'
import { splitSegments } from '../paths.ts'
import { misspelling, spellingOf } from './spelling.ts'

/**
 * `https://api.example.com//orders`, on a host that is the API's own, or to which the project's other calls go with one slash; of others,
 * nobody knows. And `/orders//7` on its own one, where `/orders/{id}` is documented.
 */
export function indexDoubled(project: Project, index: EndpointIndex): (document: Document) => PathFault[] {
  const called = once(() => calledHosts(project))
  const isDoubled = ({ path, host = '' }: Endpoint) => {
    const name = host.toLowerCase()
    const own = index.calls.hosts.has(name)
    if (/^\/\/[a-z]/i.test(path)) return own || called().has(name)
    return own && /\w\/\/(?=[\w<{:])/.test(path) && index.matching({ path: path.replace('//', '/') }).length > 0
  }
  return ({ facts }) =>
    facts.endpoints
      .filter((it) => it.path.includes('//') && isCall(it) && isDoubled(it))
      .map((endpoint) => ({ endpoint, kind: 'slashes', part: '//' }))
}

/** `curl …/pots/<POT_ID.json`, where the page has `<POT_ID>`, too. */
export function openCalls({ facts, text }: Document): PathFault[] {
  return facts.endpoints.flatMap((endpoint) => {
    const [part, mark = '', word = ''] = (isCall(endpoint) && openPart.exec(endpoint.path)) || []
    const isClosed = part !== undefined && text.includes(`${mark}${word}${mark === '<' ? '>' : '}'}`)
    return isClosed ? [{ endpoint, kind: 'brace', part: part.slice(1) }] : []
  })
}

const openPart = /\/([<{])([A-Za-z]\w+)(?:\.\w+)?(?=\/|$)/

function isCall({ role, host }: Endpoint): boolean {
  return host !== undefined && (role === 'sample' || role === 'mention')
}

/** Hosts whose calls begin their paths with one slash and a word. */
function calledHosts({ documents }: Project): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { facts } of documents.values())
    for (const it of facts.endpoints)
      if (isCall(it) && /^\/[a-z]/i.test(it.path)) found.add((it.host ?? '').toLowerCase())
  return found
}

/** Calls that no section documents are held against each other: many that are alike but for a letter show what is meant. */
export function misspeltCalls(index: EndpointIndex, document: Document): PathFault[] {
  const calls = index.strayCalls(document)
  const spelling = spellingOf(calls)
  const known = once(() => new Set(calls.map(({ path }) => path)))
  return calls.flatMap((endpoint) => {
    const slip = misspelling(splitSegments(endpoint.path), spelling)
    const isMeant = slip !== undefined && known().has(endpoint.path.replace(slip.part, slip.instead))
    return isMeant ? [{ endpoint, kind: 'misspelt' as const, ...slip }] : []
  })
}
