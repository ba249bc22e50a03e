import { shelveOnce } from '../../../grouped.ts'
import type { Document, Endpoint } from '../../../types.ts'
import { holds } from '../../ranges.ts'
import type { PathFault } from '../../types/endpoints.ts'
import { openSegments, splitSegments } from '../paths.ts'
import { stated } from './stated.ts'

/**
 * `DELETE /kilns/7/pots/` below "Delete a pot", where the page reads and changes one by `/kilns/7/pots/{id}`, and nothing that the section says
 * tells which one is meant otherwise.
 */
export function lostEnds(document: Document): PathFault[] {
  const called = stated(document)
  const deleting = called.filter((it) => it.method === 'DELETE' && it.query === undefined && deletesOne(document, it))
  if (deleting.length === 0) return []
  const ones = new Map<string, Set<string | undefined>>()
  const written = new Map<string, string>()
  for (const { method, path } of called) {
    const parts = openSegments(path)
    if (parts.at(-1) !== '{}') continue
    const all = parts.slice(0, -1).join('/')
    shelveOnce(ones, all, method)
    written.set(all, splitSegments(path.replace(/\/$/, '')).at(-1) ?? '')
  }
  return deleting.flatMap((endpoint) => {
    const all = openSegments(endpoint.path)
    const methods = ones.get(all.join('/'))
    const part = all.at(-1) ?? ''
    if (!methods?.has('GET') || methods.size < 2 || methods.has('DELETE') || !part.endsWith('s')) return []
    return [{ endpoint, kind: 'lost', part, instead: `${part}/${written.get(all.join('/'))}` }]
  })
}

/** Which one is meant may stand in the body, or in a table; and what deletes all of them may be called so in a sentence. */
const otherwise = /\b(?:all|every|each|multiple|bulk|batch|body|payload|query)\b|\s(?:-d|-F|--data[\w-]*|--json)[\s=]/i

function deletesOne({ text, facts }: Document, { section }: Endpoint): boolean {
  const own = facts.sections[section]
  if (!own || !/^(?:delete|remove)s? (?:an?|one|single) /i.test(own.title)) return false
  const isDescribed = facts.schemas.some(({ range }) => holds(own.range, range[0]))
  return !isDescribed && !otherwise.test(text.slice(...own.range))
}
