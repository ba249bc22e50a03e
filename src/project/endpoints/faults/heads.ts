import { mostFrequent, onlyOne } from '../../../grouped.ts'
import type { PathFault } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import { shapedSegments, splitSegments } from '../paths.ts'

/** `/parts` where the page's other paths begin with `/items`, and the section's own call has `/items/parts`. */
export function headless(groups: readonly EndpointGroup[]): PathFault[] {
  const found = behindWord(groups)
  return [...(found.length > 0 ? found : behindVersion(groups)), ...besideWord(groups)]
}

function behindWord(groups: readonly EndpointGroup[]): PathFault[] {
  const beginnings = groups.flatMap((it) => it.definitions.flatMap(({ path }) => wordsOf(path)[0] ?? []))
  const habit = beginnings.length < 8 ? undefined : mostFrequent(beginnings)
  if (!habit || habit.count === beginnings.length || habit.count * 10 < beginnings.length * 9) return []
  const { word } = habit
  return groups.flatMap(({ definitions, samples }) =>
    definitions
      .filter(({ path }) => wordsOf(path)[0] !== word && samples.some((it) => isBehind(word, path, it.path)))
      .map((endpoint) => ({ endpoint, kind: 'headless' as const, part: endpoint.path, instead: `/${word}` })),
  )
}

/** So many other paths are enough where what they begin with is a version: that is of a whole API. */
const leastVersioned = 2

/** `/api/v1`, and `v1`: what paths begin with, up to their version. */
const version = /^\/?((?:[a-z][a-z-]*\/){0,2}v\d{1,2}(?:\.\d{1,2})?)\//

/** `/pot/:id` where all other paths of the page begin with `/v1`, and all calls of its section have `/v1/pot/:id`. */
function behindVersion(groups: readonly EndpointGroup[]): PathFault[] {
  const ways = groups.flatMap(({ definitions, samples }) =>
    definitions.map((endpoint) => ({ endpoint, samples, prefix: version.exec(endpoint.path)?.[1] })),
  )
  const odd = onlyOne(ways.filter(({ prefix }) => prefix === undefined))
  const others = ways.filter((it) => it !== odd)
  const prefix = others[0]?.prefix
  if (!odd || prefix === undefined || others.some((it) => it.prefix !== prefix)) return []
  const { endpoint, samples } = odd
  const paths = new Set(others.map((it) => it.endpoint.path))
  const isCalled = samples.length > 0 && samples.every(({ path }) => isBehind(prefix, endpoint.path, path))
  if (paths.size < leastVersioned || endpoint.host !== undefined || !isCalled) return []
  return [{ endpoint, kind: 'headless', part: endpoint.path, instead: `/${prefix}` }]
}

/** Fewer neighbours show no habit. */
const leastNeighbours = 3

/** `/:owner/:box/lid/seals` where all other paths of the page begin with one word, and `/boxes/:owner/:box/lid` is among them. */
function besideWord(groups: readonly EndpointGroup[]): PathFault[] {
  const ways = groups.flatMap(({ definitions }) =>
    definitions.map((endpoint) => ({ endpoint, parts: shapedSegments(endpoint.path).filter(Boolean) })),
  )
  const odd = onlyOne(ways.filter(({ parts }) => parts[0] === parameter))
  const others = ways.filter(({ parts }) => parts[0] !== parameter)
  const word = others[0]?.parts[0] ?? ''
  if (!odd || others.length < leastNeighbours || others.some(({ parts }) => parts[0] !== word)) return []
  const { endpoint, parts } = odd
  const isPart = others.some((it) => goesOnAs(parts, it.parts.slice(1)))
  return isPart ? [{ endpoint, kind: 'headless', part: endpoint.path, instead: `/${word}` }] : []
}

const parameter = '{}'

/** Whether one begins as the other does, up to a word that both have. */
function goesOnAs(parts: readonly string[], other: readonly string[]): boolean {
  const differs = parts.findIndex((it, at) => it !== other[at])
  const shared = differs < 0 ? parts : parts.slice(0, differs)
  return shared.length >= 3 && shared.some((it) => it !== parameter)
}

/** Whether a call is a word, or some, and the documented path behind them. */
function isBehind(words: string, path: string, called: string): boolean {
  const parts = wordsOf(called)
  const before = words.split('/')
  const from = parts.findIndex((_, at) => before.every((it, next) => it === parts[at + next]))
  const tail = parts.slice(from + before.length)
  const own = wordsOf(path)
  return from >= 0 && tail.length === own.length && own.every((it, at) => it === tail[at] || !/^[\w-]+$/.test(it))
}

function wordsOf(path: string): string[] {
  return splitSegments(path).filter(Boolean)
}
