import { getOrAdd, mostFrequent, shelve, shelveOnce } from '../../../grouped.ts'
import { splitPath } from '../../../paths.ts'
import type { Document, Endpoint } from '../../../types.ts'
import { once } from '../../once.ts'
import type { PathFault } from '../../types/endpoints.ts'
import type { Project } from '../../types/project.ts'
import { shape, shapedSegments, splitSegments } from '../paths.ts'
import type { Slip } from './spelling.ts'

/** Fewer paths show no habit. */
const least = 8

/** The word with which nearly all paths of a folder go on, by the place that they come to. */
type Habits = ReadonlyMap<string, string>

/**
 * `POST /api/boxes` on a page that has `GET /api/admin/boxes`, in a folder whose paths nearly all go on from `/api` to `/admin`: one
 * thing has two paths there, and no method twice.
 */
export function indexSkips(project: Project): (document: Document) => PathFault[] {
  const habits = once(() => habitsByFolder(project))
  return (document) => {
    const own = definitionsIn(document)
    if (own.length < 2) return []
    const usual = habits().get(splitPath(document.path).folder)
    if (!usual) return []
    const known = new Map<string, Set<string | undefined>>()
    for (const it of own) shelveOnce(known, placed(it), it.method)
    return own.flatMap((endpoint) => {
      const word = skipped(endpoint, usual, known)
      return word ? [{ endpoint, kind: 'skip' as const, ...word }] : []
    })
  }
}

function definitionsIn({ facts }: Document): Endpoint[] {
  return facts.endpoints.filter(({ role }) => role === 'definition')
}

function habitsByFolder(project: Project): Map<string, Habits> {
  const folders = new Map<string, Map<string, string[]>>()
  for (const document of project.documents.values()) {
    for (const { path } of definitionsIn(document)) {
      const folder = getOrAdd(folders, splitPath(document.path).folder, () => new Map())
      const parts = shapedSegments(path)
      for (const [at, part] of parts.entries()) {
        shelve(folder, parts.slice(0, at).join('/'), part)
      }
    }
  }
  return new Map(
    [...folders].flatMap(([folder, steps]): [string, Habits][] => {
      const habits = [...steps].flatMap(([place, next]): [string, string][] => {
        const word = habitual(next)
        return word === undefined ? [] : [[place, word]]
      })
      return habits.length === 0 ? [] : [[folder, new Map(habits)]]
    }),
  )
}

/** A word for four in five, and no version: two of those may well stand side by side. */
function habitual(next: readonly string[]): string | undefined {
  const habit = next.length < least ? undefined : mostFrequent(next)
  const isUsual = habit && habit.count >= least && habit.count * 5 >= next.length * 4
  return isUsual && /^(?!v\d)[A-Za-z][\w-]*$/.test(habit.word) ? habit.word : undefined
}

/** The word that is skipped, and before what it belongs. */
function skipped(
  { host = '', path, method }: Endpoint,
  habits: Habits,
  known: ReadonlyMap<string, ReadonlySet<string | undefined>>,
): Slip | undefined {
  const parts = shapedSegments(path)
  for (const [at, part] of parts.entries()) {
    const word = habits.get(parts.slice(0, at).join('/'))
    if (word === undefined || word === part) continue
    const methods = known.get(`${host} ${[...parts.slice(0, at), word, ...parts.slice(at)].join('/')}`)
    if (methods && method && !methods.has(method)) return { part: splitSegments(path)[at] ?? part, instead: word }
  }
  return undefined
}

function placed({ host = '', path }: Endpoint): string {
  return `${host} ${shape(path)}`
}
