import { mostFrequent, shelveOnce } from '../../grouped.ts'
import type { Document } from '../../types.ts'
import { keyOf } from '../endpoints/path-index.ts'
import { folded, isVersion, literals, parsePath, written } from '../endpoints/paths.ts'
import type { Contract, Documented, Likeness, Operation } from '../types/contracts.ts'

/** Learns from everything that looks alike how pages write a contract's paths: its own base is often wrong. */
export function contractOf(document: Document, operations: readonly Operation[], alike: readonly Likeness[]): Contract {
  const mounts = learnMounts(operations, alike)
  const likenesses = alike.filter((it) => mounts.includes(it.mount) && !isAccident(it))
  const matches = closest(likenesses.filter(agreeInMethod))
  const name = operations[0]?.specName ?? document.path
  // What has the path of an operation is of this product, whatever its method.
  const begun = [...matches, ...likenesses.filter(({ loose }) => !loose)]
  const beginnings = new Set(begun.map(({ documented }) => beginningOf(documented.variants)))
  return {
    document,
    name,
    operations,
    mounts,
    beginnings,
    likenesses,
    matches,
    documented: new Set(matches.map(({ operation }) => operation)),
    domains: mounts.map((it) => domainOf(it, matches)),
  }
}

export function beginningOf([segments = []]: Documented['variants']): string {
  return segments.slice(0, 1).map(keyOf).join('')
}

function agreeInMethod({ documented: { method }, operation }: Likeness): boolean {
  return method === undefined || method === operation.method
}

/** Where one operation has a page's very words, another that has a parameter in their place is not meant. */
function closest(matches: readonly Likeness[]): Likeness[] {
  const exact = new Set(matches.flatMap((it) => (it.loose ? [] : it.documented)))
  return matches.filter((it) => !it.loose || !exact.has(it.documented))
}

/** Nothing but a version in common, and a word where the other has a parameter: `/v4/types` is not `/items/v4/{id}`. */
function isAccident({ loose, documented, operation }: Likeness): boolean {
  if (!loose) return false
  const theirs = new Set(literals(operation.variants.flat()))
  return !literals(documented.variants.flat()).some((it) => theirs.has(it) && !isVersion(it))
}

/** Those that its base confirms; where there are none, or far fewer, the one that most of its operations speak for. */
function learnMounts(operations: readonly Operation[], alike: readonly Likeness[]): string[] {
  const support = new Map<string, Set<Operation>>()
  for (const { mount, operation, loose } of alike) {
    if (!loose) shelveOnce(support, mount, operation)
  }
  const base = fold(operations[0]?.base ?? '')
  const confirmed = [...support.keys()].filter((it) => isConfirmed(it, base))
  const known = Math.max(0, ...confirmed.map((it) => support.get(it)?.size ?? 0))
  const [learned] = [...support].filter(([it]) => !confirmed.includes(it)).sort((a, b) => b[1].size - a[1].size)
  if (!learned) return confirmed
  const [mount, { size }] = learned
  // A version alone is what contracts leave to their servers, and servers to gateways.
  const isBareVersion = mount.startsWith('+') && isVersion(mount.slice(2))
  const isEnough = size >= 3 || (size === operations.length && (size === 2 || isBareVersion))
  return isEnough && size > 2 * known ? [...confirmed, mount] : confirmed
}

function isConfirmed(mount: string, base: string): boolean {
  if (mount === '') return true
  if (mount.startsWith('-') || base === '') return false
  const added = fold(mount.slice(1))
  const isTelling = base.split('/').some((it) => it !== '' && !isVersion(it))
  // The base may hold more (a gateway's path) or less (only the version) than pages write, and may repeat what paths begin with.
  return added === base || base.endsWith(added) || base.startsWith(`${added}/`) || (isTelling && added.endsWith(base))
}

function fold(path: string): string {
  const segments = written(parsePath(path).variants[0] ?? []).split('/')
  return segments.map((it) => it && `/${folded(it)}`).join('')
}

/**
 * As far as nine in ten of the documented paths go together, but not beyond a version: `/orders/v4` is a product, and
 * `/orders/v4/items` only what this contract happens to hold of it.
 */
function domainOf(mount: string, likenesses: readonly Likeness[]): string {
  const own = likenesses.filter((it) => it.mount === mount)
  const paths = [...new Set(own.map(({ documented }) => documented))].map(headOf)
  const head: string[] = []
  for (let left = paths; left.length > 0; ) {
    const most = mostFrequent(left.flatMap((it) => it[head.length] ?? []))
    if (!most || most.count * 10 < paths.length * 9) break
    head.push(most.word)
    if (head.length > 1 && isVersion(most.word)) break
    left = left.filter((it) => it[head.length - 1] === most.word)
  }
  return head.map((it) => `/${it}`).join('')
}

/** The literals that a documented path begins with; all but the last segment, for that is a thing of its own. */
function headOf({ variants: [segments = []] }: Documented): string[] {
  const end = segments.findIndex((it) => it.kind !== 'literal')
  return literals(segments.slice(0, end < 0 ? Math.max(1, segments.length - 1) : end))
}

export function isIn(domain: string, path: string): boolean {
  return domain === '' || path === domain || path.startsWith(`${domain}/`)
}
