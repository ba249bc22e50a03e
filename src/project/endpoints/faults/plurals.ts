import { increment, shelveOnce } from '../../../grouped.ts'
import type { Document, Endpoint } from '../../../types.ts'
import { wordsOfContracts } from '../../documents.ts'
import { once, onceEach } from '../../once.ts'
import type { PathFault } from '../../types/endpoints.ts'
import type { Project } from '../../types/project.ts'
import { isUnclear, openSegments, shape } from '../paths.ts'
import { stated } from './stated.ts'

/**
 * `PUT /carts/item/{id}`, where the page has `GET`, `DELETE` and no other method of `/carts/items/{id}`: one path in singular and plural, and each
 * of its methods under one of them. A word that is only near another may well be another, but not so. The name that the page has more often, and
 * under which it tells of the whole collection, is the right one.
 */
export function oddPlurals(definitions: readonly Endpoint[], text: string): PathFault[] {
  if (definitions.length < 3) return []
  // The methods of one path ask for one shape.
  const shapeOf = onceEach(shape)
  const methods = new Map<string, Set<string>>()
  for (const { path, method } of definitions) {
    if (method !== undefined) shelveOnce(methods, shapeOf(path), method)
  }
  return definitions.flatMap((endpoint) => {
    const { path } = endpoint
    const own = methods.get(shapeOf(path))
    for (const { index, 0: whole, 1: word = '' } of path.matchAll(beforeParameter)) {
      const instead = otherNumber(word)
      const meant = methods.get(shape(path.replace(whole, `/${instead}/`)))
      if (!own || !meant || [...own].some((it) => meant.has(it))) continue
      const before = path.slice(0, index)
      const isWhole = (it: string) => methods.has(shapeOf(`${before}/${it}`))
      const isMeant = isWhole(instead) || (own.size === 1 && meant.size > 1)
      if (isMeant && !isWhole(word) && timesIn(text, instead) > timesIn(text, word))
        return [{ endpoint, kind: 'misspelt', part: word, instead }]
    }
    return []
  })
}

/** In how many paths of a page a word stands. */
function timesIn(text: string, word: string): number {
  return text.split(new RegExp(`/${word}(?![\\w-])`)).length
}

const beforeParameter = /\/([a-z][a-z_-]{3,40})\/(?=[{<:[])/gi

/**
 * `GET /pot/{id}` in a sentence, where the project documents `GET /pots/{id}` and nobody `/pot/{id}`. Without the parameter, `/user` and
 * `/users` are two things.
 */
export function indexNamedPlurals(project: Project): (document: Document) => PathFault[] {
  const told = once(() => toldIn([...project.documents.values()].flatMap(({ facts }) => facts.endpoints)))
  const isInContract = wordsOfContracts(project)
  return ({ facts }) => {
    const named = facts.endpoints.filter(({ role, method, host }) => role === 'mention' && method && !host)
    return named
      .flatMap((endpoint) => (isUnclear(endpoint.path) ? [] : namedPlural(endpoint, told())))
      .filter(({ part }) => !isInContract(`/${part}/{`))
  }
}

type Told = ReadonlyMap<string, ReadonlySet<string | undefined>>

/** What more than a sentence tells of: path → methods. */
function toldIn(endpoints: readonly Endpoint[]): Told {
  const told = new Map<string, Set<string | undefined>>()
  for (const { role, method, path } of endpoints)
    if (role !== 'mention') shelveOnce(told, openSegments(path).join('/'), method)
  return told
}

function namedPlural(endpoint: Endpoint, told: Told): PathFault[] {
  const parts = openSegments(endpoint.path)
  if (told.has(parts.join('/'))) return []
  for (const [at, part] of parts.entries()) {
    if (!/^[a-z][a-z_-]{2,40}$/i.test(part) || !/^\W/.test(parts[at + 1] ?? '')) continue
    const instead = otherNumber(part)
    if (told.get(parts.with(at, instead).join('/'))?.has(endpoint.method))
      return [{ endpoint, kind: 'rare', part, instead }]
  }
  return []
}

/** So many endpoints of a page show how it names its collection. */
const siblings = 3
const seldom = 2

/**
 * `POST /kilns/{id}/pot`, or `DELETE /kilns/7/pot/1`, where the page has three endpoints or more below `/kilns/{id}/pots`, one of them of this very
 * path, and nobody has `/pot` anywhere else. What is changed without a parameter may be the only one of its kind, as `PUT /user` is.
 */
export function indexLoneSingulars(project: Project): (document: Document) => PathFault[] {
  const documents = [...project.documents.values()]
  return (document) => {
    const called = stated(document)
    if (called.length <= siblings) return []
    const shown = shownBy(called)
    const lone = called.flatMap((endpoint): PathFault[] => {
      const part = loneSingular(endpoint, shown)
      return part === undefined ? [] : [{ endpoint, kind: 'misspelt', part, instead: `${part}s` }]
    })
    // Whoever does so again and again means it.
    if (lone.length > seldom) return []
    return lone.filter(({ part }) => timesAsSegment(documents, part) === 1)
  }
}

interface Shown {
  /** Path → its methods. */
  methods: ReadonlyMap<string, ReadonlySet<string | undefined>>
  /** The beginning of paths → how many endpoints have it. */
  beginnings: ReadonlyMap<string, number>
}

function shownBy(endpoints: readonly Endpoint[]): Shown {
  const methods = new Map<string, Set<string | undefined>>()
  for (const { method, path } of endpoints) shelveOnce(methods, openSegments(path).join('/'), method)
  const beginnings = new Map<string, number>()
  for (const [path, own] of methods) {
    const parts = path.split('/')
    for (const at of parts.keys()) increment(beginnings, parts.slice(0, at + 1).join('/'), own.size)
  }
  return { methods, beginnings }
}

function loneSingular({ method, path }: Endpoint, { methods, beginnings }: Shown): string | undefined {
  const parts = openSegments(path)
  return parts.find((part, at) => {
    if (!/^[a-z][a-z_-]{2,40}$/i.test(part) || !(method === 'POST' || parts[at + 1] === '{}')) return false
    const meant = parts.with(at, `${part}s`)
    const own = methods.get(meant.join('/'))
    return own?.has(method) === false && (beginnings.get(meant.slice(0, at + 1).join('/')) ?? 0) >= siblings
  })
}

/** In how many places a project has a word as a segment of a path, its contracts among them. */
function timesAsSegment(documents: readonly Document[], word: string): number {
  return documents.reduce((sum, { text }) => sum + timesIn(text, word) - 1, 0)
}

function otherNumber(word: string): string {
  return word.endsWith('s') ? word.slice(0, -1) : `${word}s`
}
