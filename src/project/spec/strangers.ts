import { nearest } from '../../spelling.ts'
import { squash, wordsOf } from '../../text.ts'
import type { Input } from '../types/contracts.ts'
import type { ParameterDrift } from '../types/spec.ts'
import type { DriftContext } from './drift.ts'
import { holdsDeeper } from './request.ts'
import { headsOf, speaksOf, type Told } from './told.ts'

/** What calls carry to say who they are and what they understand: contracts have other words for it. */
const everywhere =
  /^(?:authorization|accept(?:-[a-z]+)?|content-type|auth|key|token|(?:api|access|auth)[-_]?(?:key|token))$/i

/** A name that the contract lacks: misspelt, or unknown to a contract that otherwise has most of the section's. */
export function strangers(one: Told, context: DriftContext): ParameterDrift[] {
  const { operation, free, inPath } = context
  // What a path calls its parameter is nobody's business but the page's.
  if (one.place === 'path' || inPath.has(one.name) || everywhere.test(one.name)) return []
  const input = alike(one.name, free)
  const common = { at: one.field.nameRange, name: one.name, operation }
  if (input && (one.place === undefined || one.place === input.in))
    return [{ ...common, kind: 'name', documented: one.name, specified: input.name, input }]
  const extra = { ...common, kind: 'extra', documented: '', specified: '' } as const
  const place = one.place ?? likelyPlace(one, context)
  if (context.inputs.open) return []
  const kin = akin(one.name, context, place)
  const named = kin ? { ...extra, specified: kin.name, input: kin } : extra
  if (place === 'body') return isBodys(one, context) ? [named] : []
  if (place !== 'query' || one.isHolder) return []
  return [isMost(context.known, context.told.length, 3) ? named : { ...named, byHabit: true }]
}

/** What a GET takes goes into its query, what others take into a body that is one, unless it looks like a header. */
function likelyPlace({ name }: Told, { operation: { method }, inputs }: DriftContext): string | undefined {
  if (!/^[a-z_]\w*$/.test(name)) return undefined
  if (method === 'GET') return 'query'
  const places = new Set(inputs.list.map((it) => it.in).filter((it) => it !== 'path'))
  return places.size === 1 && places.has('body') ? 'body' : undefined
}

/** Whether the contract's body has most of what the section lists, and the name nowhere, not even deep inside. */
function isBodys({ name }: Told, { project, it, inputs: { list } }: DriftContext): boolean {
  const heads = headsOf(project, it)
  const body = list.filter((input) => input.in === 'body')
  const known = body.filter((input) => heads.has(input.name)).length
  return isMost(known, heads.size, 2) && !holdsDeeper(project, body, name)
}

function isMost(known: number, all: number, least: number): boolean {
  return known >= least && known * 3 >= all * 2
}

/** The same but for case and separators, or a slip. */
export function alike(name: string, inputs: readonly Input[]): Input | undefined {
  const names = inputs.map((it) => it.name)
  const limit = name.length < 4 ? 0 : name.length < 8 ? 1 : 2
  const near = names.find((it) => squash(it) === squash(name)) ?? nearest(name, names, limit)
  return inputs.find((it) => it.name === near)
}

/** What else the contract has there and the section does not tell, made of the same words but for one or two: `glaze_limit_in_grams` for `glaze_limit`. */
function akin(name: string, { it, free }: DriftContext, place: string | undefined): Input | undefined {
  const own = wordsOf(name)
  const [best, other] = free
    .filter((input) => input.in === place && !speaksOf(it, input.name))
    .map((input) => ({ input, words: wordsOf(input.name) }))
    .map(({ input, words }) => ({ input, words, count: words.filter((it) => own.includes(it)).length }))
    .filter(({ words, count }) => count >= 2 && count * 3 >= Math.max(own.length, words.length) * 2)
    .sort((a, b) => b.count - a.count)
  return best && best.count !== other?.count ? best.input : undefined
}
