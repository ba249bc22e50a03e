import type { Document, Endpoint, Finding } from '../../types.ts'
import type { Project } from '../index.ts'
import { once } from '../once.ts'
import { calledOperations } from './called.ts'
import { type Comparison, compareWithPages } from './comparison.ts'
import type { ParameterDrift } from './drift.ts'
import type { Likeness } from './matching.ts'
import { type Operation, operationsOf } from './operations.ts'
import { parameterDrift } from './parameter-drift.ts'
import { specProblems } from './problems.ts'
import { type ScopeDrift, scopeDrift } from './scope-drift.ts'
import { type StatusDrift, statusDrift } from './status-drift.ts'
import { indexTrees, type Trees } from './trees.ts'
import { undocumented } from './undocumented.ts'
import { type Unspecified, unspecified } from './unspecified.ts'

export interface SpecIndex extends Omit<Trees, 'unparsed'> {
  /** The operations of a contract; none for a file that is no OpenAPI. */
  operations(document: Document): readonly Operation[]
  /** Contracts and pages side by side. */
  readonly comparison: Comparison
  /**
   * The operation that a documented endpoint is: of the contract that speaks for its page, where several publish it.
   * `undefined` also where nobody can tell, as for a path without a method that the contract has several of.
   */
  operationOf(endpoint: Endpoint): Operation | undefined
  /** The operation that a command of a page calls, of a contract that speaks for the page. */
  calledBy(call: Endpoint): Operation | undefined
  /** Endpoints of a page that the contract which speaks for it does not have. */
  unspecified(document: Document): readonly Unspecified[]
  /** Operations of a contract that no page documents. */
  undocumented(document: Document): readonly Operation[]
  /** Parameters that a page and a contract describe differently. */
  parameterDrift(document: Document): readonly ParameterDrift[]
  scopeDrift(document: Document): readonly ScopeDrift[]
  statusDrift(document: Document): readonly StatusDrift[]
  /** What is wrong with a contract, as its own language sees it. */
  problems(document: Document): Finding[]
}

export type { Place } from './trees.ts'

export function indexSpecs(project: Project): SpecIndex {
  const { unparsed, ...trees } = indexTrees(project)
  const operations = new Map<Document, readonly Operation[]>()
  const comparison = once(() => compareWithPages(project))
  const called = once(() => calledOperations(project, comparison()))
  const unspecifiedOnes = once(() => unspecified(comparison()))
  const undocumentedOnes = once(() => undocumented(project, comparison(), [...unspecifiedOnes().values()].flat()))
  const parameterDrifts = once(() => parameterDrift(project, comparison()))
  return {
    ...trees,
    operations(document) {
      const known = operations.get(document) ?? operationsOf(project, document)
      operations.set(document, known)
      return known
    },
    get comparison() {
      return comparison()
    },
    operationOf: (endpoint) => onlyOperation(comparison().matches(endpoint)),
    calledBy: (call) => called().get(call),
    unspecified: (document) => unspecifiedOnes().get(document) ?? [],
    undocumented: (document) => undocumentedOnes().get(document) ?? [],
    parameterDrift: (document) => parameterDrifts().get(document) ?? [],
    scopeDrift: (document) => scopeDrift(project, comparison(), document),
    statusDrift: (document) => statusDrift(project, document),
    problems: (document) => specProblems(project, document, unparsed(document.path)),
  }
}

/** The first contract's, if it is one: a path without a method may be several. */
function onlyOperation([first, ...others]: readonly Likeness[]): Operation | undefined {
  const rivals = others.filter(({ operation }) => operation.spec === first?.operation.spec)
  return rivals.every(({ operation }) => operation === first?.operation) ? first?.operation : undefined
}
