import { grouped } from '../../../grouped.ts'
import type { Document } from '../../../types.ts'
import { once, onceEach } from '../../once.ts'
import type { EndpointIndex, PathFault } from '../../types/endpoints.ts'
import type { Project } from '../../types/project.ts'
import { calledHosts, doubled, misspeltCalls, openCalls } from './calls.ts'
import { cutCalls } from './cut-calls.ts'
import { encodingFaults } from './encoding.ts'
import { pathGaps } from './gaps.ts'
import { headless } from './heads.ts'
import { mentionsIn } from './mentions.ts'
import { indexOddParameters } from './odd-parameters.ts'
import { indexOddVersions } from './odd-versions.ts'
import { indexPageWords } from './page-words.ts'
import { indexNamedPlurals, oddPlurals } from './plurals.ts'
import { indexRareWords } from './rare-words.ts'
import { recased } from './recased.ts'
import { rootless } from './rootless.ts'
import { indexSkips } from './skips.ts'
import { spellingOf } from './spelling.ts'
import { pathStrays } from './strays.ts'
import { twins } from './twins.ts'
import { unmarked } from './unmarked.ts'
import { indexWordless } from './wordless.ts'
import { faultsOf, openCode, tight } from './written.ts'

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
    ...tight(definitions),
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
