import { grouped, increment, incrementIn } from '../../../grouped.ts'
import { isHistory } from '../../../paths.ts'
import { literally } from '../../../text.ts'
import type { Document, Endpoint } from '../../../types.ts'
import { wordsOfContracts } from '../../documents.ts'
import { once, onceEach } from '../../once.ts'
import type { PathFault } from '../../types/endpoints.ts'
import type { Project } from '../../types/project.ts'
import { openSegments, splitSegments } from '../paths.ts'
import type { Mentions } from './mentions.ts'

interface Versioned {
  endpoint: Endpoint
  version: string
  parts: readonly string[]
}

/** A version that one path of a page has, and the one of all its other paths. */
interface Odd extends Versioned {
  usual: string
  /** How many others there are. */
  others: number
}

type Counts = Map<string, number>

/** Fewer other paths of the page show no habit. */
const least = 2
/** So many paths of a project show one where a page has only two, if no other path has the odd version. */
const often = 8

/**
 * `/auth/v2/login` once on a page whose other paths all have `v3`, as that very path has wherever else the project names it. What a
 * page says of two versions in other words, or one that tells how to come from one to the other, is none of this.
 */
export function indexOddVersions(project: Project, mentions: Mentions): (document: Document) => PathFault[] {
  const versioned = onceEach((document: Document) => versionedIn(mentions(document)))
  const known = once(() => countVersions([...project.documents.values()].flatMap(versioned)))
  const isInContract = wordsOfContracts(project)
  const isSlip = (it: Odd) => {
    const { version, usual, others } = it
    const { byPath, all } = known()
    const own = byPath.get(restOf(it))
    if (own?.size !== 2 || own.get(version) !== 1 || !own.has(usual)) return false
    const isAlone = all.get(version) === 1 && (all.get(usual) ?? 0) >= often
    return (others >= least || isAlone) && !isInContract(`/${version}`)
  }
  return (document) =>
    isHistory(document.path) || tellsOfMove.test(document.path)
      ? []
      : oddIn(document, versioned(document))
          .filter(isSlip)
          .map(({ endpoint, version, usual }) => ({ endpoint, kind: 'rare', part: version, instead: usual }))
}

const tellsOfMove = /migrat|upgrad|deprecat|versions?(?![a-z])|v\d+[-_]to[-_]/i

function oddIn(document: Document, all: readonly Versioned[]): Odd[] {
  const byVersion = [...grouped(all, ({ version }) => version).values()]
  if (byVersion.length !== 2) return []
  return byVersion.flatMap(([own, more], at): Odd[] => {
    const others = byVersion[1 - at] ?? []
    const usual = others[0]?.version
    if (!own || more || !usual || !isNamedOnce(own.version, document) || isAboutVersions(own, document)) return []
    return [{ ...own, usual, others: others.length }]
  })
}

/** In no words, in no host and in no name of the page, either. */
function isNamedOnce(version: string, { path, text }: Document): boolean {
  const named = new RegExp(`(?<![A-Za-z0-9])v(?:ersion)?[ .]?${literally(version.slice(1))}(?![A-Za-z0-9])`, 'gi')
  return (text.match(named)?.length ?? 0) === 1 && path.search(named) < 0
}

/** "To ask for a certain version, put it in front of the path, as in `/v1.18/jars`." */
function isAboutVersions({ endpoint: { range } }: Versioned, { text }: Document): boolean {
  return /version/i.test(text.slice(Math.max(0, range[0] - 160), range[1] + 80))
}

function versionedIn(mentions: readonly Endpoint[]): Versioned[] {
  return mentions.flatMap((endpoint) => {
    if (!/\/v\d/.test(endpoint.path)) return []
    const parts = splitSegments(endpoint.path)
    const at = parts.findIndex((it) => /^v\d{1,2}(?:\.\d{1,2})?$/.test(it))
    const version = parts[at]
    return version === undefined ? [] : [{ endpoint, version, parts }]
  })
}

/** The path without its version. */
function restOf({ parts, version }: Versioned): string {
  return openSegments(parts.with(parts.indexOf(version), 'v').join('/')).join('/')
}

/** How often each version stands, in all paths and in each. */
function countVersions(versioned: readonly Versioned[]): { all: Counts; byPath: ReadonlyMap<string, Counts> } {
  const all: Counts = new Map()
  const byPath = new Map<string, Counts>()
  for (const it of versioned) {
    const { version } = it
    incrementIn(byPath, restOf(it), version)
    increment(all, version)
  }
  return { all, byPath }
}
