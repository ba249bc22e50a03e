import { grouped } from '../../../grouped.ts'
import { startOfLine } from '../../../text.ts'
import type { Document, Endpoint } from '../../../types.ts'
import { once, onceEach } from '../../once.ts'
import type { EndpointIndex, PathFault } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Project } from '../../types/project.ts'
import { isConcrete, isUnclear, splitSegments } from '../paths.ts'
import { cutCalls } from './cut-calls.ts'
import { encodingFaults } from './encoding.ts'
import { pathGaps } from './gaps.ts'
import { headless } from './heads.ts'
import { lostParameters } from './lost.ts'
import { mentionsIn } from './mentions.ts'
import { indexOddParameters } from './odd-parameters.ts'
import { indexOddVersions } from './odd-versions.ts'
import { indexPageWords } from './page-words.ts'
import { indexNamedPlurals, oddPlurals } from './plurals.ts'
import { indexRareWords } from './rare-words.ts'
import { recased } from './recased.ts'
import { rootless } from './rootless.ts'
import { indexSkips } from './skips.ts'
import { misspelling, type Spelling, spellingOf } from './spelling.ts'
import { pathStrays } from './strays.ts'
import { twins } from './twins.ts'
import { unmarked } from './unmarked.ts'
import { indexWordless } from './wordless.ts'

/** Finds what is wrong with the paths that a document defines, and with its calls: by the rest of the page, and then by the project's words. */
export function indexPathFaults(project: Project, index: EndpointIndex): (document: Document) => PathFault[] {
  const rare = once(() => indexRareWords(project, index))
  const skips = indexSkips(project, index)
  const mentions = onceEach(mentionsIn)
  const versions = indexOddVersions(project, mentions)
  const parameters = indexOddParameters(project, index, mentions)
  const plurals = indexNamedPlurals(project)
  const wordless = indexWordless(project)
  const words = indexPageWords(project, index, mentions)
  const called = once(() => calledHosts(project))
  return (document) => {
    const others = [skips, rare(), plurals, versions, parameters, wordless].flatMap((it) => it(document))
    const found = pathFaults(index, document, called, others)
    return [...found, ...words(document, found)]
  }
}

/** `called` are the hosts of all calls, and `others` what only other pages tell. */
function pathFaults(
  index: EndpointIndex,
  document: Document,
  called: () => ReadonlySet<string>,
  others: readonly PathFault[],
): PathFault[] {
  const groups = index.groups(document)
  const definitions = groups.flatMap((it) => it.definitions)
  const spelling = spellingOf(definitions)
  const own = [
    ...rootless(definitions, document.text),
    ...headless(groups),
    ...groups.flatMap((it) => pathGaps(it.definitions)),
    ...pathStrays(definitions),
    ...oddPlurals(definitions),
    ...groups.flatMap((group) => group.definitions.flatMap((it) => faultsOf(index, group, it, spelling))),
    ...misspeltCalls(index, document),
    ...cutCalls(index, document),
    ...doubled(index, document, called),
    ...openCalls(document),
    ...unmarked(definitions),
    ...openCode(definitions, document),
    ...encodingFaults(document),
  ]
  const told = new Set(own.map(({ endpoint }) => endpoint))
  const listed = document.facts.endpoints.filter(({ role }) => role === 'definition' || role === 'row')
  own.push(...[...twins(definitions), ...recased(groups, listed)].filter(({ endpoint }) => !told.has(endpoint)))
  return oncePerPlace([...own, ...others.filter(({ endpoint }) => !told.has(endpoint))])
}

/** The path in one heading may be that of several methods. */
function oncePerPlace(faults: readonly PathFault[]): PathFault[] {
  const byPlace = grouped(faults, ({ endpoint, kind, part }) => `${endpoint.pathRange.join()} ${kind} ${part}`)
  return [...byPlace.values()].flatMap(([first]) => first ?? [])
}

/** `https://api.example.com//orders`, on a host that is the API's own, or to which the project's other calls go with one slash; of others, nobody knows. */
function doubled(index: EndpointIndex, { facts }: Document, called: () => ReadonlySet<string>): PathFault[] {
  return facts.endpoints
    .filter((it) => isCall(it) && /^\/\/[a-z]/i.test(it.path))
    .filter(({ host = '' }) => index.calls.hosts.has(host.toLowerCase()) || called().has(host.toLowerCase()))
    .map((endpoint) => ({ endpoint, kind: 'slashes', part: '//' }))
}

/** `curl …/pots/<POT_ID.json`, where the page has `<POT_ID>`, too. */
function openCalls({ facts, text }: Document): PathFault[] {
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

/** `` `PUT /orders/{id} ``, `` `https://{host}/orders ``: the mark that begins the code has no other one in its line, and readers see it. */
function openCode(definitions: readonly Endpoint[], { text }: Document): PathFault[] {
  return definitions.flatMap((endpoint) => {
    const { form, path, pathRange } = endpoint
    if (form !== 'code' && form !== 'url') return []
    const line = text.slice(startOfLine(text, pathRange[0]), pathRange[1])
    // A line below might hold the other one.
    const isOpen =
      /^ {0,3}`(?:[A-Z]+[ \t]|https?:\/\/)[^`]+$/.test(line) &&
      /^[ \t\r]*(?:\n[ \t\r]*(?:\n|$)|$)/.test(text.slice(pathRange[1], pathRange[1] + 200))
    return isOpen ? [{ endpoint, kind: 'open-code' as const, part: path }] : []
  })
}

/** Calls that no section documents are held against each other: many that are alike but for a letter show what is meant. */
function misspeltCalls(index: EndpointIndex, document: Document): PathFault[] {
  const calls = index.strayCalls(document)
  const spelling = spellingOf(calls)
  const known = new Set(calls.map(({ path }) => path))
  return calls.flatMap((endpoint) => {
    const slip = misspelling(splitSegments(endpoint.path), spelling)
    const isMeant = slip !== undefined && known.has(endpoint.path.replace(slip.part, slip.instead))
    return isMeant ? [{ endpoint, kind: 'misspelt' as const, ...slip }] : []
  })
}

function faultsOf(index: EndpointIndex, group: EndpointGroup, endpoint: Endpoint, spelling: Spelling): PathFault[] {
  const { path } = endpoint
  if (endpoint.form === 'name' || isUnclear(path)) return []
  const parts = splitSegments(path)
  const fault = (kind: PathFault['kind'], part: string, instead?: string) => [{ endpoint, kind, part, instead }]
  const lost = lostParameters(group, endpoint)
  if (lost.length > 0) return lost
  if (/\/\//.test(path)) return fault('slashes', '//')
  if (/[^/]:$/.test(path)) return fault('colon', parts.at(-1) ?? '')
  const open = parts.find((it) => unbalanced(it))
  if (open !== undefined) return fault('brace', open)
  const marked = parts.find((it) => /([_*])\{\w+\1\}/.test(it))
  if (marked !== undefined) return fault('emphasis', marked)
  // In code, `_{id}_` and `{_id_}` show their marks to the reader.
  const plain = parts.find((it) => /^([_*])\{\w+\}\1$|^\{([_*])(?!_)\w+(?<!_)\2\}$/.test(it))
  if (plain !== undefined) return fault('marks', plain)
  const repeated = repetition(parts)
  if (repeated !== undefined) return fault('repeated', repeated)
  // A number may be a version or a day, but an id of this kind is somebody's.
  const literal = parts.find((it) => it.length > 8 && isConcrete(it) && /\d/.test(it) && !/^\d+$/.test(it))
  if (literal !== undefined) return index.isStatedBetter(group, endpoint) ? [] : fault('literal-id', literal)
  const slip = misspelling(parts, spelling)
  return slip ? fault('misspelt', slip.part, slip.instead) : []
}

function unbalanced(segment: string): boolean {
  return count(segment, '{') !== count(segment, '}') || count(segment, '<') !== count(segment, '>')
}

function count(text: string, char: string): number {
  return text.includes(char) ? text.split(char).length - 1 : 0
}

/** `/items/v4/items/v4/…`, `/items/{id}/items/{id}`: two or more segments, twice in a row, a version or one and the same id among them. */
function repetition(parts: readonly string[]): string | undefined {
  for (let size = 2; size * 2 <= parts.length; size++) {
    for (let at = 0; at + size * 2 <= parts.length; at++) {
      const first = parts.slice(at, at + size).join('/')
      if (
        /(?:^|\/)v\d|\/(?:\d+|\{\w+\}|:\w+)$/.test(first) &&
        first === parts.slice(at + size, at + size * 2).join('/')
      )
        return first
    }
  }
  return undefined
}
