import { once, onceEach } from '../once.ts'
import type { Likeness, Operation } from '../types/contracts.ts'
import type { Project } from '../types/project.ts'
import type { SpecIndex } from '../types/spec.ts'
import { calledOperations } from './called.ts'
import { compareWithPages } from './comparison.ts'
import { exampleContradictions } from './examples.ts'
import { fieldDrift } from './field-drift.ts'
import { operationsOf } from './operations.ts'
import { indexOwnTitles } from './own-titles.ts'
import { parameterDrift } from './parameter-drift.ts'
import { specProblems } from './problems.ts'
import { scopeDrift } from './scope-drift.ts'
import { shownSchemaProblems } from './shown.ts'
import { statusDrift } from './status-drift.ts'
import { indexTrees } from './trees.ts'
import { undocumented } from './undocumented.ts'
import { unspecified } from './unspecified.ts'

export function indexSpecs(project: Project): SpecIndex {
  const { unparsed, ...trees } = indexTrees(project)
  const comparison = once(() => compareWithPages(project))
  const called = once(() => calledOperations(project, comparison()))
  const unspecifiedOnes = once(() => unspecified(comparison()))
  const undocumentedOnes = once(() => undocumented(project, comparison(), [...unspecifiedOnes().values()].flat()))
  const parameterDrifts = once(() => parameterDrift(project, comparison()))
  const foreignTitles = indexOwnTitles(project)
  const fieldDrifts = once(() => fieldDrift(project, comparison()))
  return {
    ...trees,
    operations: onceEach((document) => operationsOf(project, document)),
    get comparison() {
      return comparison()
    },
    operationOf: (endpoint) => onlyOperation(comparison().matches(endpoint)),
    calledBy: (call) => called().get(call),
    unspecified: (document) => unspecifiedOnes().get(document) ?? [],
    undocumented: (document) => undocumentedOnes().get(document) ?? [],
    parameterDrift: (document) => parameterDrifts().get(document) ?? [],
    fieldDrift: (document) => fieldDrifts().get(document.path) ?? [],
    scopeDrift: (document) => scopeDrift(project, comparison(), document),
    statusDrift: (document) => statusDrift(project, document),
    examples: (document) => exampleContradictions(project, document),
    problems: (document) => [
      ...specProblems(project, document, unparsed(document.path)),
      ...shownSchemaProblems(document),
      ...foreignTitles(document),
    ],
  }
}

/** The first contract's, if it is one: a path without a method may be several. */
function onlyOperation([first, ...others]: readonly Likeness[]): Operation | undefined {
  const rivals = others.filter(({ operation }) => operation.spec === first?.operation.spec)
  return rivals.every(({ operation }) => operation === first?.operation) ? first?.operation : undefined
}
