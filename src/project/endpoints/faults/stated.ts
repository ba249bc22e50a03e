import type { Document, Endpoint } from '../../../types.ts'
import { isUnclear } from '../paths.ts'

/** The endpoints that a page documents or calls, as far as their paths can be read. */
export function stated({ facts }: Document): Endpoint[] {
  return facts.endpoints.filter(
    ({ role, method, path }) => method && (role === 'definition' || role === 'sample') && !isUnclear(path),
  )
}
