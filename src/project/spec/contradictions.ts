import type { Field } from '../../types.ts'
import type { Input } from '../types/contracts.ts'
import type { Told } from './told.ts'

/** What page and contract say differently of one parameter, in their own words. */
export interface Contradiction {
  kind: 'type' | 'required' | 'default' | 'value'
  documented: string
  specified: string
}

export function contradictions({ field, required }: Told, input: Input): Contradiction[] {
  const found: Contradiction[] = []
  if (contradictTypes(field, input)) found.push({ kind: 'type', documented: field.typeText, specified: input.type })
  if (contradictDefaults(field, input))
    found.push({ kind: 'default', documented: field.default ?? '', specified: input.default ?? '' })
  found.push(...strangeValues(field, input))
  // A path without its parameters is another path: nobody has to say that they are required.
  const documented = required === 'yes' ? 'required' : required === 'no' ? 'optional' : undefined
  const specified = input.required ? 'required' : 'optional'
  if (documented && documented !== specified && input.required !== undefined && input.in !== 'path')
    found.push({ kind: 'required', documented, specified })
  return found
}

/** Lists travel as text in a query. */
function contradictTypes({ type }: Field, { kinds, in: place }: Input): boolean {
  if (!type.kinds || !kinds) return false
  if (type.kinds.some((it) => kinds.includes(it))) return false
  return place === 'body' || !(type.kinds.includes('array') || kinds.includes('array'))
}

function contradictDefaults(field: Field, input: Input): boolean {
  if (field.default === undefined || input.default === undefined) return false
  const [a, b] = [plain(field.default), plain(input.default)]
  return a !== b && a !== '' && !/^(?:n\/?a|none|null|-+|–)$/.test(a) && Number(a) !== Number(b)
}

/** Values that the contract refuses, though it has most of those that the page lists. A page that lists fewer may have its reasons. */
function strangeValues({ values = [] }: Field, { values: known }: Input): Contradiction[] {
  if (!known) return []
  const strange = values.filter((it) => !known.includes(it))
  if (strange.length * 2 > values.length) return []
  return strange.map((it) => ({ kind: 'value', documented: it, specified: listed(known) }))
}

function listed(values: readonly string[]): string {
  return values.length > 8 ? `${values.slice(0, 6).join(', ')} and ${values.length - 6} more` : values.join(', ')
}

function plain(value: string): string {
  return value
    .replace(/^["'`]+|["'`.]+$/g, '')
    .trim()
    .toLowerCase()
}
