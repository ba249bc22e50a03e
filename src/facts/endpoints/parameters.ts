import type { Endpoint } from '../../types.ts'

/** Whether something is left to be filled in, the host included. */
export function isTemplate({ host, path, query }: Pick<Endpoint, 'host' | 'path' | 'query'>): boolean {
  return /[{<]|\/:[A-Za-z]/.test(`${host ?? ''}${path}${query ?? ''}`)
}

/** `{id}`, `<id>`, `:id`: a segment that is all left open. */
export function isParameter(segment: string): boolean {
  return /^_?\{.*\}_?$|^<.*>$|^:/.test(segment)
}

const isMixed = /^(?=.*\d)(?=.*[a-z])[\w-]+$/i
/** `weekly-firing-plan2`, `glazeColourChart3`: words, the last of which is numbered. */
const numberedWord = /^[A-Z]?[a-z]+(?:(?:[-_][A-Za-z]|[A-Z])[a-z]+)*[-_]?\d{1,2}$/

/** An id in place of a parameter: a number, a UUID, a long mix of letters and digits. */
export function isConcreteValue(segment: string): boolean {
  return (
    /^\d{2,}$/.test(segment) ||
    /^[0-9a-f]{8}-[0-9a-f-]{9,}$/i.test(segment) ||
    (segment.length >= 16 && isMixed.test(segment) && !numberedWord.test(segment))
  )
}

/** Two literal segments with more behind them: what an API's paths have in common. */
export function beginning([, first = '', second = '', third]: readonly string[]): string | undefined {
  return third !== undefined && /^[\w.-]+$/.test(first) && /^[\w.-]+$/.test(second) ? `${first}/${second}` : undefined
}
