import { shelve } from '../../grouped.ts'
import type { Section } from '../../types.ts'
import { sectionsAround } from '../sections.ts'
import type { Candidate } from './candidate.ts'
import { isConcreteValue, isParameter } from './parameters.ts'

/**
 * A request in a block of its own that fills in what its section, or one around it, has documented before: `POST /pots/7`
 * below `PATCH /pots/{id}` is a call, and its method may be a slip.
 */
export function fillsIn(sections: readonly Section[], candidates: readonly Candidate[]): (it: Candidate) => boolean {
  const templates = new Map<number, { block: number; parts: string[] }[]>()
  for (const { section, block, path, role = 'definition', method } of candidates) {
    const parts = method !== undefined && role === 'definition' ? path.split('/') : []
    if (parts.some(isParameter)) shelve(templates, section, { block, parts })
  }
  return ({ form, section, block, path }) => {
    if (templates.size === 0 || (form !== 'line' && form !== 'message') || !number.test(path)) return false
    const parts = path.split('/')
    const isOne = (it: { block: number; parts: string[] }) => it.block < block && isFilled(it.parts, parts)
    return sectionsAround(sections, section).some((at) => templates.get(at)?.some(isOne))
  }
}

const number = /\/\d|[\da-f]{8}-/i

/** The words are the same, and all that is left open is a number or an id. */
function isFilled(template: readonly string[], called: readonly string[]): boolean {
  return (
    template.length === called.length &&
    template.every((it, at) => {
      const value = called[at] ?? ''
      return isParameter(it) ? /^\d+$/.test(value) || isConcreteValue(value) : it === value
    })
  )
}
