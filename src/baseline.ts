import { getOrAdd, increment } from './grouped.ts'
import { splitPath } from './paths.ts'
import type { Diagnostic, Document } from './types.ts'

/** Findings that a team lives with for now. Holds no line numbers and no dates, so that merging two of them is easy. */
export interface Baseline {
  entries: ReadonlyMap<string, readonly Entry[]>
}

export interface Entry {
  rule: string
  /** The headings above the finding. */
  scope: string
  fp: string
  msg: string
  /** How many findings are exactly alike. */
  n: number
}

type Documents = ReadonlyMap<string, Document>

/** What makes a finding the same finding tomorrow: its rule, the section it stands in, and what it says. */
export function fingerprint({ rule, message, at, path }: Diagnostic, documents: Documents): string {
  return digest(`${rule}|${scopeOf(documents.get(path), at[0])}|${atHome(message, path).replace(/\s+/g, ' ')}`)
}

/** A message without the place of its own page: the page may move, and take along what stands beside it. */
function atHome(message: string, path: string): string {
  const { folder } = splitPath(path)
  const own = message.replaceAll(path, '·')
  return folder === ''
    ? own
    : own.replace(paths, (it) => (it.startsWith(`${folder}/`) ? it.slice(folder.length + 1) : it))
}

/** What looks like the path of a file. */
const paths = /[\w./-]+\.\w+/g

export function makeBaseline(diagnostics: readonly Diagnostic[], documents: Documents): Baseline {
  const entries = new Map<string, Entry[]>()
  for (const it of diagnostics) {
    const list = getOrAdd(entries, it.path, () => [])
    const fp = fingerprint(it, documents)
    const same = list.find((entry) => entry.fp === fp)
    if (same) same.n++
    else list.push({ rule: it.rule, scope: scopeOf(documents.get(it.path), it.at[0]), fp, msg: it.message, n: 1 })
  }
  return { entries }
}

/** Findings that the baseline knows, those that it does not, and what in it is no longer found. */
export interface Division {
  fresh: Diagnostic[]
  known: Diagnostic[]
  stale: { path: string; entry: Entry }[]
}

/**
 * Each entry hides as many findings as it counts, in its own file first. What is left of files that are gone hides the same
 * findings elsewhere, and what is left below headings that are gone hides them below others: what was renamed keeps its
 * debts.
 */
export function divide(diagnostics: readonly Diagnostic[], { entries }: Baseline, documents: Documents): Division {
  const left = new Map([...entries].map(([path, list]) => [path, countdown(list)] as const))
  const homeless = countdown([...entries].flatMap(([path, list]) => (documents.has(path) ? [] : list)))
  const division: Division = { fresh: [], known: [], stale: [] }
  for (const it of diagnostics) {
    const fp = fingerprint(it, documents)
    const hides = take(left.get(it.path), fp) || take(homeless, fp)
    ;(hides ? division.known : division.fresh).push(it)
  }
  const moved = division.fresh.filter((it) => adopt(it, entries.get(it.path), left.get(it.path), documents))
  if (moved.length > 0) {
    const set = new Set(moved)
    division.known.push(...moved)
    division.fresh = division.fresh.filter((it) => !set.has(it))
  }
  for (const [path, list] of entries) {
    const counts = documents.has(path) ? left.get(path) : homeless
    for (const entry of list) {
      const unused = Math.min(counts?.get(entry.fp) ?? 0, entry.n)
      counts?.set(entry.fp, (counts.get(entry.fp) ?? 0) - unused)
      if (unused > 0) division.stale.push({ path, entry: { ...entry, n: unused } })
    }
  }
  return division
}

/**
 * Lets an unused entry of the same rule hide a finding that says the same, if the section that the entry names is no more; or
 * one that says the same of a page which is no more.
 */
function adopt(
  { rule, message, path, at }: Diagnostic,
  list: readonly Entry[] = [],
  left: Map<string, number> | undefined,
  documents: Documents,
): boolean {
  const unused = list.filter((it) => it.rule === rule && (left?.get(it.fp) ?? 0) > 0)
  if (unused.length === 0) return false
  const document = documents.get(path)
  const scopes = new Set(document?.facts.sections.map(({ heading }) => scopeOf(document, heading[0])))
  const scope = scopeOf(document, at[0])
  const entry = unused.find((it) =>
    it.msg === message ? !scopes.has(it.scope) : it.scope === scope && isRenamed(it.msg, message, documents),
  )
  return entry !== undefined && take(left, entry.fp)
}

/** Whether two messages differ only in the name of a page that was there then, and of one that is there now. */
function isRenamed(before: string, now: string, documents: Documents): boolean {
  const [was = [], is = []] = [before, now].map((it) => it.match(paths) ?? [])
  const differing = was.flatMap((it, i) => (it === is[i] ? [] : [[it, is[i] ?? ''] as const]))
  const renamed = differing.every(([gone, here]) => !documents.has(gone) && documents.has(here))
  return differing.length > 0 && renamed && before.replace(paths, '·') === now.replace(paths, '·')
}

/** The baseline without what is no longer found; nothing is added. */
export function prune({ entries }: Baseline, stale: Division['stale']): Baseline {
  const kept = [...entries].map(([path, list]) => {
    const left = list.flatMap((entry) => {
      const gone = stale.find((it) => it.path === path && it.entry.fp === entry.fp)?.entry.n ?? 0
      return entry.n > gone ? [{ ...entry, n: entry.n - gone }] : []
    })
    return [path, left] as const
  })
  return { entries: new Map(kept.filter(([, list]) => list.length > 0)) }
}

export function size({ entries }: Baseline): number {
  return [...entries.values()].flat().reduce((sum, { n }) => sum + n, 0)
}

function countdown(list: readonly Entry[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { fp, n } of list) increment(counts, fp, n)
  return counts
}

function take(counts: Map<string, number> | undefined, fp: string): boolean {
  const count = counts?.get(fp) ?? 0
  if (count > 0) counts?.set(fp, count - 1)
  return count > 0
}

/** The titles of the sections around an offset, outermost first: survives what is written above and below. */
function scopeOf(document: Document | undefined, offset: number): string {
  const around = (document?.facts.sections ?? []).filter(
    ({ depth, range }) => depth > 0 && range[0] <= offset && offset < range[1],
  )
  return around.map(({ title }) => title.trim().toLowerCase().replace(/\s+/g, '-')).join('/')
}

/** 12 hexadecimal digits that say whether two texts are the same; no secret depends on it. */
function digest(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x9e3779b1)
    b = Math.imul(b ^ code, 0x5f356495)
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  return ((a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0')).slice(0, 12)
}
