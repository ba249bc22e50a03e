import { getOrAdd } from '../../../grouped.ts'
import { isMistyped } from '../../../spelling.ts'
import type { Document } from '../../../types.ts'
import type { Project } from '../../types/project.ts'
import { isUnclear, openSegments } from '../paths.ts'
import type { Slip } from './spelling.ts'

/** How a path is named: how often, and whether any page says how it is called. */
interface Use {
  path: string
  count: number
  isEndpoint: boolean
}

/** In a place where paths have more words than that, any word may be one. */
export const most = 300

/**
 * `## /zone/spedes` above `GET /v3/zone/speeds`: a word that stands once in the whole project, all but the one that the same path has
 * wherever else it is named. By the path as it is written.
 */
export function singleSlips(project: Project): ReadonlyMap<string, Slip> {
  const found = new Map<string, Slip>()
  const documents = [...project.documents.values()]
  for (const words of placesOf(documents).values()) {
    if (words.size < 2 || words.size > most) continue
    for (const [word, { path, count, isEndpoint }] of words) {
      if (count > 1) continue
      const meant = [...words].find(
        ([it, other]) => isMistyped(word, it, false) && (isEndpoint || other.isEndpoint),
      )?.[0]
      if (meant !== undefined && stands(documents, word) === 1 && stands(documents, meant) > 1)
        found.set(path, { part: word, instead: meant })
    }
  }
  return found
}

/** Which words stand in one place of paths that are the same otherwise. */
function placesOf(documents: readonly Document[]): Map<string, Map<string, Use>> {
  const places = new Map<string, Map<string, Use>>()
  for (const use of usesOf(documents)) {
    const parts = tailOf(use.path)
    for (const [at, word] of parts.entries()) {
      if (!/^[a-z][a-z_-]{3,}$/i.test(word)) continue
      const place = parts.with(at, '?').join('/')
      const words = getOrAdd(places, place, () => new Map())
      const { path } = use
      const known = getOrAdd(words, word, () => ({ path, count: 0, isEndpoint: false }))
      known.count += use.count
      known.isEndpoint ||= use.isEndpoint
    }
  }
  return places
}

function usesOf(documents: readonly Document[]): Use[] {
  const uses = new Map<string, Use>()
  const add = (path: string, isEndpoint: boolean) => {
    const use = getOrAdd(uses, path, () => ({ path, count: 0, isEndpoint: false }))
    use.count++
    use.isEndpoint ||= isEndpoint
  }
  for (const { facts } of documents) {
    for (const { path, form } of facts.endpoints) if (form !== 'name') add(path, true)
    for (const { path } of facts.namedPaths) add(path, false)
  }
  return [...uses.values()]
}

/** What all paths begin with may be left out. */
function tailOf(path: string): string[] {
  if (!path.startsWith('/') || path.includes('//') || isUnclear(path)) return []
  return openSegments(path.replace(/^(?:\/(?:api|rest|v\d{1,2}(?:\.\d+)?))+(?=\/)/i, '').slice(1))
}

/** How often a word stands in the project, up to two. */
export function stands(documents: readonly Document[], word: string): number {
  let times = 0
  for (const { text } of documents) {
    for (let at = text.indexOf(word); at >= 0 && times < 2; at = text.indexOf(word, at + 1))
      if (!/[\w-]/.test(text[at - 1] ?? ' ') && !/[\w-]/.test(text[at + word.length] ?? ' ')) times++
    if (times > 1) break
  }
  return times
}
