import { grouped } from '../../../grouped.ts'
import type { Document, Endpoint } from '../../../types.ts'
import { onceEach } from '../../once.ts'
import type { EndpointIndex, PathFault } from '../../types/endpoints.ts'
import type { Project } from '../../types/project.ts'
import { indexDoubled, misspeltCalls, openCalls } from './calls.ts'
import { cutCalls } from './cut-calls.ts'
import { doubledWords } from './doubled-words.ts'
import { encodingFaults } from './encoding.ts'
import { pathGaps } from './gaps.ts'
import { headless } from './heads.ts'
import { unlikeRows } from './listed-words.ts'
import { lostEnds } from './lost-ends.ts'
import { mentionsIn } from './mentions.ts'
import { indexMounts } from './mounts.ts'
import { indexOddParameters } from './odd-parameters.ts'
import { indexOddVersions } from './odd-versions.ts'
import { indexPageWords } from './page-words.ts'
import { indexLoneSingulars, indexNamedPlurals, oddPlurals } from './plurals.ts'
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

/**
 * Finds what is wrong with the paths that a document defines, and with its calls: by the rest of the page, and then by the project's
 * words. Of what else is wrong in one place, what was found before may be the cause.
 */
export function indexPathFaults(project: Project, index: EndpointIndex): (document: Document) => PathFault[] {
  const mentions = onceEach(mentionsIn)
  const finders = [
    indexDoubled(project, index),
    (it: Document) => otherNames(index, it),
    indexSkips(project),
    indexRareWords(project),
    indexNamedPlurals(project),
    indexLoneSingulars(project),
    indexOddVersions(project, mentions),
    indexOddParameters(project, index, mentions),
    indexWordless(project),
    indexPageWords(project, mentions),
    indexMounts(project),
  ]
  // What its own section contradicts is said there.
  const contradicted = onceEach(
    (it: Document) => new Set(index.calls.mismatches(it).map(({ sample }) => placeOf(sample))),
  )
  return (document) => {
    const found = faultsInPage(index, document)
    for (const find of finders) {
      const told = new Set(found.map(({ endpoint }) => placeOf(endpoint)))
      const isTold = (place: number) => told.has(place) || contradicted(document).has(place)
      found.push(...find(document).filter(({ endpoint }) => !isTold(placeOf(endpoint))))
    }
    return oncePerPlace(found)
  }
}

/** The path in one heading may be that of several methods. */
function placeOf({ pathRange }: Endpoint): number {
  return pathRange[0]
}

function faultsInPage(index: EndpointIndex, document: Document): PathFault[] {
  const groups = index.groups(document)
  const definitions = groups.flatMap((it) => it.definitions)
  const spelling = spellingOf(definitions)
  return [
    ...rootless(definitions, document.text),
    ...headless(groups),
    ...groups.flatMap((it) => pathGaps(it.definitions)),
    ...pathStrays(definitions),
    ...oddPlurals(definitions, document.text),
    ...groups.flatMap((group) => group.definitions.flatMap((it) => faultsOf(index, group, it, spelling))),
    ...misspeltCalls(index, document),
    ...unlikeRows(document),
    ...cutCalls(index, document),
    ...lostEnds(document),
    ...openCalls(document),
    ...doubledWords(document),
    ...unmarked(definitions),
    ...openCode(definitions, document),
    ...tight(definitions),
    ...encodingFaults(document),
  ]
}

/** Two parameters of one name in a path, and one name in two spellings. */
function otherNames(index: EndpointIndex, document: Document): PathFault[] {
  const groups = index.groups(document)
  const listed = document.facts.endpoints.filter(({ role }) => role === 'definition' || role === 'row')
  return [...twins(groups.flatMap((it) => it.definitions)), ...recased(groups, listed)]
}

function oncePerPlace(faults: readonly PathFault[]): PathFault[] {
  const byPlace = grouped(faults, ({ endpoint, kind, part }) => `${placeOf(endpoint)} ${kind} ${part}`)
  return [...byPlace.values()].flatMap(([first]) => first ?? [])
}
