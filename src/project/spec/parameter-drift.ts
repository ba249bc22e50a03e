import { grouped } from '../../grouped.ts'
import type { Document } from '../../types.ts'
import { parameterNames } from '../endpoints/paths.ts'
import { onceEach } from '../once.ts'
import type { Documented, Input, Operation } from '../types/contracts.ts'
import type { Project } from '../types/project.ts'
import type { Comparison, ParameterDrift } from '../types/spec.ts'
import { contradictions } from './contradictions.ts'
import { describedSections } from './described.ts'
import type { DriftContext } from './drift.ts'
import { Habits } from './habits.ts'
import { type Inputs, inputsOf } from './request.ts'
import { strangers } from './strangers.ts'
import { parametersOf, speaksOf, type Told } from './told.ts'

export function parameterDrift(project: Project, comparison: Comparison): Map<Document, ParameterDrift[]> {
  const inputsFor = onceEach((operation: Operation) => inputsOf(project, operation))
  const habits = new Habits()
  const found: { document: Document; drift: ParameterDrift }[] = []
  for (const { it, operations, isOnly } of describedSections(comparison)) {
    const told = parametersOf(project, it)
    if (told.length === 0) continue
    for (const operation of operations) habits.learn(operation, told, inputsFor(operation))
    // Where several contracts have the endpoint, the page may follow any of them.
    const [first = [], ...others] = operations.map((operation) =>
      driftsOf(contextOf(project, it, told, operation, inputsFor(operation))),
    )
    const agreed = first.filter((a) => others.every((list) => list.some((b) => a.kind === b.kind && a.name === b.name)))
    const certain = agreed.filter(({ kind }) => isOnly || (kind !== 'missing' && kind !== 'required'))
    found.push(...certain.map((drift) => ({ document: it.document, drift })))
  }
  const unusual = grouped(
    found.filter(({ drift }) => !habits.explain(drift)),
    (it) => it.document,
  )
  return new Map([...unusual].map(([document, all]) => [document, joined(all.map(({ drift }) => drift))]))
}

/** An operation that lacks one name out of habit tends to lack all that belong to it: that is one finding. */
function joined(drifts: readonly ParameterDrift[]): ParameterDrift[] {
  const byOperation = grouped(
    drifts.filter(({ byHabit }) => byHabit),
    (it) => it.operation,
  )
  return drifts.flatMap((it) => {
    const [first, ...others] = (it.byHabit && byOperation.get(it.operation)) || [it]
    return it === first ? [{ ...it, more: others.map(({ name }) => name) }] : []
  })
}

function contextOf(
  project: Project,
  it: Documented,
  told: readonly Told[],
  operation: Operation,
  inputs: Inputs,
): DriftContext {
  const isTold = (input: Input) => told.some(({ name }) => sameName(input, name))
  return {
    project,
    it,
    told,
    operation,
    inputs,
    free: inputs.list.filter((input) => input.in !== 'path' && !isTold(input)),
    known: inputs.list.filter((input) => input.in === 'query' && isTold(input)).length,
    inPath: new Set(parameterNames(it.group.definitions.map(project.endpoints.path))),
  }
}

function driftsOf(context: DriftContext): ParameterDrift[] {
  const own = context.told.flatMap((one) => driftOf(one, context))
  const renamed = new Set(own.flatMap(({ kind, input }) => (kind === 'name' ? input : [])))
  return [...own, ...missing(context).filter(({ input }) => !renamed.has(input))]
}

function driftOf(one: Told, context: DriftContext): ParameterDrift[] {
  const { inputs, operation } = context
  const same = inputs.list.filter((it) => sameName(it, one.name))
  if (same.length === 0) return strangers(one, context)
  if (one.isHolder) return []
  const here = same.filter((it) => one.place === undefined || it.in === one.place)
  const [input] = here.length > 0 ? here : same
  if (!input) return []
  const { field, name, place = '' } = one
  const common = { name, operation, input }
  if (here.length > 1) return []
  if (here.length === 0)
    return [{ ...common, kind: 'place', at: field.nameRange, documented: place, specified: input.in }]
  return contradictions(one, input).map((it) => ({
    ...common,
    ...it,
    at: it.kind === 'value' ? field.range : it.kind === 'type' ? field.typeRange : field.nameRange,
  }))
}

/** Headers have no case. */
function sameName(input: Input, name: string): boolean {
  return input.name === name || (input.in === 'header' && input.name.toLowerCase() === name.toLowerCase())
}

/** Parameters of the contract that a section leaves out which has most of them. */
function missing({ it, inputs, operation, free, known }: DriftContext): ParameterDrift[] {
  const open = free.filter((input) => input.in === 'query')
  const inPath = inputs.list.filter((input) => input.in === 'path').length
  const isMost = known + inPath >= 3 && known > 0 && open.length * 2 <= known + inPath
  if (!isMost || open.length > 10) return []
  return open
    .filter((input) => !speaksOf(it, input.name))
    .map((input) => ({
      kind: 'missing',
      at: it.endpoint.pathRange,
      name: input.name,
      documented: '',
      specified: '',
      operation,
      input,
    }))
}
