import { nearest } from '../../text.ts'
import type { Document, Range } from '../../types.ts'
import { parameterNames } from '../endpoints/paths.ts'
import type { Project } from '../index.ts'
import type { Comparison } from './comparison.ts'
import { contradictions } from './contradictions.ts'
import { describedSections } from './described.ts'
import { type Documented, grouped } from './matching.ts'
import type { Operation } from './operations.ts'
import { type Input, type Inputs, inputsOf } from './request.ts'
import { parametersOf, speaksOf, type Told } from './told.ts'

/** A parameter that page and contract describe differently. */
export interface ParameterDrift {
  kind: 'name' | 'type' | 'required' | 'default' | 'place' | 'extra' | 'missing'
  at: Range
  name: string
  /** What the page says of it; '' where its name alone says it. */
  documented: string
  /** What the contract says. */
  specified: string
  operation: Operation
  input?: Input
}

export function parameterDrift(project: Project, comparison: Comparison): Map<Document, ParameterDrift[]> {
  const inputs = new Map<Operation, Inputs>()
  const inputsFor = (operation: Operation) => {
    const known = inputs.get(operation) ?? inputsOf(project, operation)
    inputs.set(operation, known)
    return known
  }
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
  return new Map([...unusual].map(([document, all]) => [document, all.map(({ drift }) => drift)]))
}

/**
 * What most of a contract's sections do is no slip: paging explained once for all endpoints, a header that the contract leaves
 * to the gateway.
 */
class Habits {
  readonly #counts = new Map<string, { told: number; specified: number; both: number }>()

  learn({ spec }: Operation, told: readonly Told[], inputs: Inputs): void {
    const names = new Set(told.map(({ name }) => name))
    const specified = new Set(inputs.list.map(({ name }) => name))
    for (const name of specified) this.#count(spec, name)[names.has(name) ? 'both' : 'specified']++
    for (const name of names) if (!specified.has(name)) this.#count(spec, name).told++
  }

  explain({ kind, name, operation: { spec } }: ParameterDrift): boolean {
    const { told, specified, both } = this.#count(spec, name)
    const one = kind === 'missing' ? specified : kind === 'extra' ? told : 0
    return one >= 3 && one > both
  }

  #count(spec: string, name: string) {
    const key = `${spec} ${name}`
    const known = this.#counts.get(key) ?? { told: 0, specified: 0, both: 0 }
    this.#counts.set(key, known)
    return known
  }
}

interface Context {
  it: Documented
  told: readonly Told[]
  operation: Operation
  inputs: Inputs
  /** What the section's tables leave out, parameters of the path aside. */
  free: readonly Input[]
  /** How many of their names stand in the contract's query. */
  known: number
  /** Names of the parameters in the section's own paths. */
  inPath: ReadonlySet<string>
}

function contextOf(
  project: Project,
  it: Documented,
  told: readonly Told[],
  operation: Operation,
  inputs: Inputs,
): Context {
  const isTold = (input: Input) => told.some(({ name }) => sameName(input, name))
  return {
    it,
    told,
    operation,
    inputs,
    free: inputs.list.filter((input) => input.in !== 'path' && !isTold(input)),
    known: inputs.list.filter((input) => input.in === 'query' && isTold(input)).length,
    inPath: new Set(it.group.definitions.flatMap((own) => parameterNames(project.endpoints.path(own)))),
  }
}

function driftsOf(context: Context): ParameterDrift[] {
  const own = context.told.flatMap((one) => driftOf(one, context))
  const renamed = new Set(own.flatMap(({ kind, input }) => (kind === 'name' ? input : [])))
  return [...own, ...missing(context).filter(({ input }) => !renamed.has(input))]
}

function driftOf(one: Told, context: Context): ParameterDrift[] {
  const { inputs, operation } = context
  const same = inputs.list.filter((it) => sameName(it, one.name))
  if (same.length === 0) return strangers(one, context)
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
    at: it.kind === 'type' ? field.typeRange : field.nameRange,
  }))
}

/** Headers have no case. */
function sameName(input: Input, name: string): boolean {
  return input.name === name || (input.in === 'header' && input.name.toLowerCase() === name.toLowerCase())
}

/** What calls carry to say who they are and what they understand: contracts have other words for it. */
const everywhere =
  /^(?:authorization|accept(?:-[a-z]+)?|content-type|auth|key|token|(?:api|access|auth)[-_]?(?:key|token))$/i

/** A name that the contract lacks: misspelt, or unknown to a contract that otherwise has most of the section's. */
function strangers(one: Told, { told, inputs, operation, free, known, inPath }: Context): ParameterDrift[] {
  // What a path calls its parameter is nobody's business but the page's.
  if (one.place === 'path' || inPath.has(one.name) || everywhere.test(one.name)) return []
  const input = alike(one.name, free)
  const common = { at: one.field.nameRange, name: one.name, operation }
  if (input && (one.place === undefined || one.place === input.in))
    return [{ ...common, kind: 'name', documented: one.name, specified: input.name, input }]
  // What a GET takes goes into its query, unless it looks like a header.
  const place = one.place ?? (operation.method === 'GET' && /^[a-z_]\w*$/.test(one.name) ? 'query' : undefined)
  const isSure = place === 'query' && !inputs.open && known >= 3 && known * 3 >= told.length * 2
  return isSure ? [{ ...common, kind: 'extra', documented: '', specified: '' }] : []
}

/** The same but for case and separators, or a slip. */
function alike(name: string, inputs: readonly Input[]): Input | undefined {
  const fold = (it: string) => it.toLowerCase().replace(/[-_ ]/g, '')
  const names = inputs.map((it) => it.name)
  const limit = name.length < 4 ? 0 : name.length < 8 ? 1 : 2
  const near = names.find((it) => fold(it) === fold(name)) ?? nearest(name, names, limit)
  return inputs.find((it) => it.name === near)
}

/** Parameters of the contract that a section leaves out which has most of them. */
function missing({ it, inputs, operation, free, known }: Context): ParameterDrift[] {
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
