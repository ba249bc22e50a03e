import { nearest } from '../../text.ts'
import type { Document, Field, Range } from '../../types.ts'
import type { Project } from '../index.ts'
import type { Comparison } from './comparison.ts'
import type { Documented } from './matching.ts'
import type { Operation } from './operations.ts'
import { type Input, type Inputs, inputsOf } from './request.ts'
import { parametersOf, type Told } from './told.ts'

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
  const found = new Map<Document, ParameterDrift[]>()
  for (const { it, operations, isOnly } of sections(comparison)) {
    const told = parametersOf(project, it)
    if (told.length === 0) continue
    // Where several contracts have the endpoint, the page may follow any of them.
    const [first = [], ...others] = operations.map((operation) =>
      driftsOf(it, { told, operation, inputs: inputsFor(operation) }),
    )
    const agreed = first.filter((a) => others.every((list) => list.some((b) => a.kind === b.kind && a.name === b.name)))
    const certain = agreed.filter(({ kind }) => isOnly || (kind !== 'missing' && kind !== 'required'))
    const known = found.get(it.document)
    if (known) known.push(...certain)
    else found.set(it.document, certain)
  }
  return found
}

interface DescribedSection {
  it: Documented
  operations: readonly Operation[]
  /** Whether no other section of the page describes another way of calling the same operation. */
  isOnly: boolean
}

/** Sections that document an operation, each once, by its first endpoint. */
function sections({ endpoints, matches }: Comparison): DescribedSection[] {
  const described = new Map<Documented['group'], Omit<DescribedSection, 'isOnly'>>()
  const groups = new Map<string, Set<Documented['group']>>()
  const keyOf = ({ document }: Documented, { method, template }: Operation) => `${method} ${template} ${document.path}`
  for (const it of endpoints) {
    const exact = matches(it.endpoint).map(({ operation }) => operation)
    for (const operation of exact) {
      const key = keyOf(it, operation)
      groups.set(key, (groups.get(key) ?? new Set()).add(it.group))
    }
    const isFirst = !described.has(it.group) && exact.length > 0 && it.method !== undefined
    if (isFirst) described.set(it.group, { it, operations: [...new Set(exact)] })
  }
  return [...described.values()].map(({ it, operations }) => ({
    it,
    operations,
    isOnly: operations.every((operation) => groups.get(keyOf(it, operation))?.size === 1),
  }))
}

function driftsOf(it: Documented, context: Context): ParameterDrift[] {
  const own = context.told.flatMap((one) => driftOf(one, context))
  const renamed = new Set(own.flatMap(({ kind, input }) => (kind === 'name' ? input : [])))
  return [...own, ...missing(it, context).filter(({ input }) => !renamed.has(input))]
}

interface Context {
  told: readonly Told[]
  operation: Operation
  inputs: Inputs
}

function driftOf(one: Told, context: Context): ParameterDrift[] {
  const { inputs, operation } = context
  const same = inputs.list.filter((it) => sameName(it, one.name))
  if (same.length === 0) return strangers(one, context)
  const here = same.filter((it) => one.place === undefined || it.in === one.place)
  const [input] = here.length > 0 ? here : same
  if (!input) return []
  const drift = (kind: ParameterDrift['kind'], at: Range, documented: string, specified: string) => [
    { kind, at, name: one.name, documented, specified, operation, input },
  ]
  if (here.length === 0) return drift('place', one.field.nameRange, one.place ?? '', input.in)
  if (here.length > 1) return []
  const { field } = one
  return [
    ...(contradictTypes(field, input) ? drift('type', field.typeRange, field.typeText, input.type) : []),
    ...(contradictDefaults(field, input)
      ? drift('default', field.nameRange, field.default ?? '', input.default ?? '')
      : []),
    ...(field.required === 'yes' && input.required === false
      ? drift('required', field.nameRange, 'required', 'optional')
      : []),
    ...(field.required === 'no' && input.required === true
      ? drift('required', field.nameRange, 'optional', 'required')
      : []),
  ]
}

/** Headers have no case. */
function sameName(input: Input, name: string): boolean {
  return input.name === name || (input.in === 'header' && input.name.toLowerCase() === name.toLowerCase())
}

/** Text carries everything but a list or an object, and lists travel as text in a query. */
function contradictTypes({ type }: Field, { kinds, in: place }: Input): boolean {
  if (!type.kinds || !kinds) return false
  if (type.kinds.some((it) => kinds.includes(it))) return false
  return place === 'body' || !(type.kinds.includes('array') || kinds.includes('array'))
}

function contradictDefaults(field: Field, input: Input): boolean {
  if (field.default === undefined || input.default === undefined) return false
  const [a, b] = [field.default, input.default].map((it) =>
    it
      .replace(/^["'`]+|["'`.]+$/g, '')
      .trim()
      .toLowerCase(),
  )
  return a !== b && a !== '' && !/^(?:n\/?a|none|null|-+|–)$/.test(a ?? '') && Number(a) !== Number(b)
}

/** A name that the contract lacks: misspelt, or unknown to a contract that otherwise has most of the section's. */
function strangers(one: Told, { told, inputs, operation }: Context): ParameterDrift[] {
  // What a path calls its parameter is nobody's business but the page's.
  if (one.place === 'path' || operation.template.includes(`{${one.name}}`)) return []
  const free = inputs.list.filter((it) => it.in !== 'path' && !told.some(({ name }) => sameName(it, name)))
  const near = nearest(
    one.name,
    free.map((it) => it.name),
    2,
  )
  const input = free.find((it) => it.name === near)
  if (input && (one.place === undefined || one.place === input.in)) {
    return [
      {
        kind: 'name',
        at: one.field.nameRange,
        name: one.name,
        documented: one.name,
        specified: input.name,
        operation,
        input,
      },
    ]
  }
  const known = told.filter(({ name }) => inputs.list.some((it) => it.in === 'query' && sameName(it, name)))
  // What a GET takes goes into its query, unless it looks like a header.
  const place = one.place ?? (operation.method === 'GET' && /^[a-z_]\w*$/.test(one.name) ? 'query' : undefined)
  const isSure = place === 'query' && !inputs.open && known.length >= 3 && known.length * 3 >= told.length * 2
  return isSure
    ? [{ kind: 'extra', at: one.field.nameRange, name: one.name, documented: '', specified: '', operation }]
    : []
}

/** Parameters of the contract that a section leaves out which has most of them. */
function missing({ endpoint }: Documented, { told, inputs, operation }: Context): ParameterDrift[] {
  const own = inputs.list.filter((it) => it.in === 'query' || it.in === 'path')
  const open = own.filter((it) => !told.some(({ name }) => sameName(it, name)))
  const isMost = own.length - open.length >= 3 && open.length * 3 <= own.length
  return open
    .filter((it) => isMost && it.in === 'query')
    .map((input) => ({
      kind: 'missing',
      at: endpoint.pathRange,
      name: input.name,
      documented: '',
      specified: '',
      operation,
      input,
    }))
}
