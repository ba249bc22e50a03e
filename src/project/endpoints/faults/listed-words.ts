import { counted } from '../../../grouped.ts'
import { isMistyped } from '../../../spelling.ts'
import type { Document, Endpoint } from '../../../types.ts'
import type { PathFault } from '../../types/endpoints.ts'
import { splitSegments } from '../paths.ts'
import { lookalike } from './spelling.ts'

/** So many rows show that a word is meant as it is written. */
const often = 2

/**
 * `/pots/1/glazngs`, however often the page calls it, where its table has `/pots/{id}/glazings`: what lists the endpoints says how their
 * words are spelt.
 */
export function unlikeRows({ facts }: Document): PathFault[] {
  const rows = facts.endpoints.filter(isRow)
  if (rows.length <= often) return []
  const listed = counted(rows.flatMap(wordsOf))
  const common = [...listed].flatMap(([word, times]) => (times >= often ? word : []))
  if (common.length === 0) return []
  const heads = new Set(rows.map(({ path }) => splitSegments(path)[0]))
  return facts.endpoints.flatMap((endpoint): PathFault[] => {
    if (!heads.has(splitSegments(endpoint.path)[0])) return []
    for (const part of wordsOf(endpoint)) {
      const instead =
        listed.has(part) || lookalike.test(part) ? undefined : common.find((it) => isMistyped(part, it, false))
      if (instead !== undefined) return [{ endpoint, kind: 'misspelt', part, instead }]
    }
    return []
  })
}

function isRow({ role, form }: Endpoint): boolean {
  return role === 'row' || form === 'table'
}

/** Shorter ones lie close together. */
function wordsOf({ path }: Endpoint): string[] {
  return splitSegments(path).filter((it) => /^[a-z_-]{7,}$/i.test(it))
}
