import { getOrAdd, grouped, shelveOnce } from '../../../grouped.ts'
import { splitPath } from '../../../paths.ts'
import { nearest } from '../../../spelling.ts'
import { squash } from '../../../text.ts'
import type { Document, Endpoint } from '../../../types.ts'
import { sortedDocuments } from '../../documents.ts'
import { later } from '../../once.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Documented, DocumentedPath, UndocumentedParameter } from '../../types/parameters.ts'
import type { Project } from '../../types/project.ts'
import { textOf } from '../groups.ts'
import { isUnclear, parameterNames, shape } from '../paths.ts'
import { announcesInVain, deniesAny, deniesInPath } from './denials.ts'
import { isHabit, newTally, type Tally } from './habits.ts'
import { countNames, oddNames, type ParameterNames } from './odd-names.ts'
import { forgottenBeside, onlyMissing, partialLists } from './partial-lists.ts'
import { notInPath, onlyRow, remainder, slips } from './renamed.ts'

/** House style: where five path parameters in six are documented, the others were forgotten, unless their folder does not document any. */
export function indexUndocumented(
  project: Project,
  index: EndpointIndex,
): (document: Document) => readonly UndocumentedParameter[] {
  const habits: Habits = { folders: new Map(), all: newTally(), known: new Map(), names: new Map(), isUrlPath: false }
  const sections = new Map<Document, DocumentedPath[]>()
  for (const document of sortedDocuments(project)) {
    const own = documentedPaths(index, document)
    sections.set(document, own)
    for (const it of own) {
      countNames(habits.names, it.group)
      learnFrom(habits, it)
    }
  }
  const isKnownOn = (document: Document, { inPath }: DocumentedPath, name: string) =>
    inPath.some((it) => it.name === name && habits.known.get(keyOf(it))?.has(document))
  return (document) => {
    const tally = habits.folders.get(splitPath(document.path).folder)
    const habit = tally !== undefined && isHabit(tally, habits.all)
    const own = sections.get(document) ?? []
    const isPartial = later(() => partialLists(own))
    const isBeside = later(() => forgottenBeside(own, (it, name) => isKnownOn(document, it, name)))
    return own.flatMap((it): UndocumentedParameter[] => {
      if (it.inPath.length > 0 && deniesInPath(it.group, habits.isUrlPath))
        return undocumented({ ...it, isDenied: true }, new Map(), always)
      if (it.documented.size > 0)
        return undocumented(it, habits.known, (name) => habit || isPartial(it, name) || isBeside(it, name))
      const odd = oddNames(it.group, habits.names)
      const isForgotten =
        odd.length === 0 &&
        habit &&
        (deniesAny(it.group, habits.isUrlPath) ||
          announcesInVain(it) ||
          (isBare(it) && tally.listing >= 12 * tally.bare))
      return isForgotten ? undocumented(it, habits.known, always).map((one) => ({ ...one, isBare: true })) : odd
    })
  }
}

const always = () => true

function documentedPaths(index: EndpointIndex, document: Document): DocumentedPath[] {
  const names = index.parameters.documented(document)
  return index.groups(document).flatMap((group) => {
    if (isWalkThrough.test(group.title)) return []
    const documented = names.get(group) ?? none
    return { group, documented, inPath: pathParameters(index, group) }
  })
}

/** "Signed examples for GET /kilns/{id}": what shows how something is done documents nothing. */
const isWalkThrough = /\b(?:examples?|walk-?through|tutorial)\s+(?:for|of)\b/i

const none: ReadonlyMap<string, Documented> = new Map()

interface Habits {
  folders: Map<string, Tally>
  all: Tally
  /** Path and parameter, and the pages that document it. */
  known: Map<string, Set<Document>>
  names: ParameterNames
  /** Some section lists a parameter of its path as one of the "URL" or "URI". */
  isUrlPath: boolean
}

function learnFrom(habits: Habits, it: DocumentedPath): void {
  const { folders, all, known } = habits
  const { group, inPath, documented } = it
  if (inPath.length === 0) return
  const { folder } = splitPath(group.document.path)
  const tally = getOrAdd(folders, folder, newTally)
  if (documented.size === 0) {
    if (isBare(it)) tally.bare++
    return
  }
  tally.listing++
  for (const { endpoint, name } of inPath) {
    const found = documented.get(name.toLowerCase())
    if (found) {
      habits.isUrlPath ||= found.inPath && !found.saysPath
      shelveOnce(known, keyOf({ endpoint, name }), group.document)
    }
    tally[found ? 'documented' : 'missing']++
    all[found ? 'documented' : 'missing']++
  }
}

function keyOf({ endpoint, name }: DocumentedPath['inPath'][number]): string {
  return `${shape(endpoint.path)} ${name.toLowerCase()}`
}

/** Of a section without parameters: who lists many endpoints at once tells of them elsewhere, and the list may stand beside its section. */
function isBare({ group }: DocumentedPath): boolean {
  if (group.definitions.length > 3) return false
  const { sections } = group.document.facts
  const end = sections[group.section]?.range[1] ?? 0
  let next = group.section + 1
  while ((sections[next]?.range[0] ?? end) < end) next++
  return !/\b(?:param|argument)/i.test(sections[next]?.title ?? '')
}

function pathParameters(index: EndpointIndex, { definitions }: EndpointGroup): DocumentedPath['inPath'] {
  const byPlace = grouped(definitions, placeOf)
  return definitions
    .filter((it) => !isUnclear(it.path))
    .flatMap((endpoint) =>
      parameterNames([index.path(endpoint)])
        .filter((name) => !/^(?:query|search)[-_ ]?(?:param|string)/i.test(name))
        .filter((name) => !isOptional(name, byPlace.get(placeOf(endpoint)) ?? [], index))
        .map((name) => ({ endpoint, name })),
    )
}

/** `/a/:id` and `/a` in one cell: who calls the second may say in the body what the first has in its path. */
function isOptional(name: string, beside: readonly Endpoint[], index: EndpointIndex): boolean {
  return beside.some((it) => !parameterNames([index.path(it)]).includes(name))
}

function placeOf({ range, method }: Endpoint): string {
  return `${range.join()} ${method}`
}

function undocumented(
  section: DocumentedPath,
  known: Habits['known'],
  isForgotten: (name: string) => boolean,
): UndocumentedParameter[] {
  const { group, inPath, documented, isDenied } = section
  const braced = new Set([...documented.keys()].join(' ').match(/\{[^{}]+\}/g))
  const byPlain = new Map([...documented].reverse().map(([name, it]) => [squash(name), it]))
  const others = later(() => remainder(section))
  const strangers = notInPath(section)
  const forgotten = onlyMissing(section)
  const seen = new Set<string>()
  return inPath.flatMap(({ endpoint, name }) => {
    const folded = name.toLowerCase()
    if (seen.has(folded) || documented.has(folded) || braced.has(`{${folded}}`)) return []
    seen.add(folded)
    const alike = byPlain.get(squash(folded)) ?? documented.get(nearest(folded, strangers, slips(folded)) ?? '')
    const as = alike ?? others(folded) ?? onlyRow(section)
    // In words, nobody says how it is written.
    if (as?.name.includes(' ')) return []
    const pages = known.get(keyOf({ endpoint, name })) ?? new Set()
    // Two sections of a page on one endpoint, and only one of them has the parameter: this one forgot it, whatever the habit.
    const here = pages.has(group.document)
    // Another page that documents the same endpoint, such as the one that this page extends, may hold the parameter.
    const open = as !== undefined || pages.size === (here ? 1 : 0)
    // `report-id` for `report_id` is the same word, and written in two ways, whatever else is documented.
    const told = !as && !isDenied && inSentence(group, name)
    return open && !told && (here || as || name === forgotten || isForgotten(name)) ? [{ endpoint, name, as }] : []
  })
}

/** `Ask again with the \`id\` of the answer`: a paragraph documents a parameter, too. Lists and tables are read as such. */
function inSentence(group: EndpointGroup, name: string): boolean {
  const marked = [name, `:${name}`, `{${name}}`, `<${name}>`].map((it) => `\`${it}\``)
  const lines = textOf(group).split('\n')
  return lines.some((it) => /^[^\s\d|#*+:>-][^|]*$/.test(it) && marked.some((mark) => it.includes(mark)))
}
