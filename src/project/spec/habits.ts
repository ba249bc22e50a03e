import { getOrAdd } from '../../grouped.ts'
import type { Operation } from '../types/contracts.ts'
import type { ParameterDrift } from '../types/spec.ts'
import type { Inputs } from './request.ts'
import type { Told } from './told.ts'

interface Count {
  /** Sections that have the name where their operation lacks it. */
  told: number
  /** Operations that have it where their section does not. */
  specified: number
  both: number
  /** How many of both have it in the query. */
  asked: number
}

/** Where fewer operations have a name, that one lacks it shows nothing. */
const usual = 5

/**
 * What most of a contract's sections do is no slip: paging explained once for all endpoints, a header that the contract leaves
 * to the gateway. And what most of its operations have, one may have forgotten.
 */
export class Habits {
  readonly #counts = new Map<string, Count>()

  learn({ spec }: Operation, told: readonly Told[], inputs: Inputs): void {
    const names = new Set(told.map(({ name }) => name))
    const specified = new Map(inputs.list.map((it) => [it.name, it.in]))
    for (const [name, place] of specified) {
      const count = this.#count(spec, name)
      count[names.has(name) ? 'both' : 'specified']++
      if (names.has(name) && place === 'query') count.asked++
    }
    for (const name of names) if (!specified.has(name)) this.#count(spec, name).told++
  }

  explain({ kind, name, byHabit, operation: { spec } }: ParameterDrift): boolean {
    const { told, specified, both, asked } = this.#count(spec, name)
    if (byHabit) return asked < usual || asked < 3 * told
    const one = kind === 'missing' ? specified : kind === 'extra' ? told : 0
    return one >= 3 && one > both
  }

  #count(spec: string, name: string): Count {
    return getOrAdd(this.#counts, `${spec} ${name}`, () => ({ told: 0, specified: 0, both: 0, asked: 0 }))
  }
}
