import { grouped } from '../../grouped.ts'
import type { Endpoint } from '../../types.ts'
import { sortedDocuments } from '../documents.ts'
import { once } from '../once.ts'
import type { Contract, Covers, Likeness } from '../types/contracts.ts'
import type { Project } from '../types/project.ts'
import type { Comparison } from '../types/spec.ts'
import { contractOf } from './contracts.ts'
import { coverage } from './coverage.ts'
import { documentedEndpoints, likenesses } from './matching.ts'

export function compareWithPages(project: Project): Comparison {
  const settings = new Map((project.specSettings ?? []).map((it) => [it.file, it.covers]))
  const endpoints = documentedEndpoints(project)
  const all = sortedDocuments(project)
    .map((document) => ({ document, operations: project.specs.operations(document) }))
    .filter(({ operations }) => operations.length > 0)
  const alike = likenesses(
    endpoints,
    all.flatMap((it) => it.operations),
  ).filter(({ operation, documented }) => settings.get(operation.spec)?.(documented.document.path) ?? true)
  const byContract = grouped(alike, (it) => it.operation.spec)
  const contracts = all.map((it) => contractOf(it.document, it.operations, byContract.get(it.document.path) ?? []))
  const covers = coverage(endpoints, contracts, ({ document }) => settings.get(document.path))
  const byEndpoint = once(() => matchesByEndpoint(contracts, covers))
  return {
    contracts,
    endpoints,
    covers,
    matches: (endpoint) => byEndpoint().get(endpoint) ?? [],
  }
}

function matchesByEndpoint(contracts: readonly Contract[], covers: Covers): Map<Endpoint, Likeness[]> {
  const speaking: Likeness[] = []
  const others: Likeness[] = []
  for (const contract of contracts) {
    const exact = contract.matches.filter(({ loose }) => !loose)
    for (const it of exact) (covers(contract, it.documented) ? speaking : others).push(it)
  }
  return grouped([...speaking, ...others], (it) => it.documented.endpoint)
}
