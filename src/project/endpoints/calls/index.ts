import { getOrAdd, shelve } from '../../../grouped.ts'
import type { Document } from '../../../types.ts'
import { sortedDocuments } from '../../documents.ts'
import { later } from '../../once.ts'
import type { Calls, Mismatch } from '../../types/calls.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { Project } from '../../types/project.ts'
import { bareCalls } from './bare-calls.ts'
import { isAllBut, isSister } from './explained.ts'
import { contradictions } from './headings.ts'
import { indexHeads } from './heads.ts'
import { Judge } from './judge.ts'
import { learn, mayBeOwn } from './learned.ts'
import { wordsForParameters } from './path-words.ts'
import { indexProcedures } from './procedures.ts'
import { contradictsSentence } from './sentences.ts'
import { indexShownLinks } from './shown-links.ts'
import { unlistedCalls } from './tabled.ts'

/**
 * Two passes: calls that fit teach which hosts are the API's own and which base paths it has, the others are judged by that.
 * Three verdicts: what may be an auxiliary call, another host or an unknown base path is no mismatch.
 */
export function judgeCalls(project: Project, index: EndpointIndex): Calls {
  const learned = learn(project, index)
  const judge = new Judge(index, learned, indexHeads(project, index))
  const shown = later(() => indexShownLinks(project, index))
  const found = new Map<Document, Mismatch[]>()
  for (const call of learned.open) {
    const { group, sample, within } = call
    const mismatch = within ? judge.slip(call) : judge.mismatch(group, sample)
    if (!mismatch || !(mayBeOwn(learned, sample) || isAllBut(mismatch) || isSister(mismatch))) continue
    mismatch.within = within
    const list = getOrAdd(found, group.document, () => [])
    // A definition that is wrong is wrong once, however many samples show it.
    if (!mismatch.inDefinition || !list.some((it) => it.inDefinition && it.definition === mismatch.definition))
      list.push(mismatch)
  }
  for (const document of sortedDocuments(project))
    for (const it of [
      ...contradictions(index, document),
      ...contradictsSentence(document),
      ...wordsForParameters(index, document),
    ])
      shelve(found, document, it)
  return {
    shownLinks: (document) => (document.facts.hosts.length > 0 ? shown(document) : []),
    procedures: indexProcedures(project),
    mismatches: (document) => found.get(document) ?? [],
    unlisted: (document) => {
      const told = new Set(found.get(document)?.map(({ sample }) => sample))
      return unlistedCalls(index, document).filter((it) => !told.has(it))
    },
    bare: (document) => bareCalls({ project, index, document }),
    matches: (sample) => learned.fitting.has(sample),
    hosts: learned.hosts,
  }
}
