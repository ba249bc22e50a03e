import { getOrAdd } from '../../grouped.ts'
import { onceEach } from '../once.ts'
import type { Segment } from '../types/groups.ts'
import { longestBase, sameSegment } from './covering.ts'

interface WithPath {
  segments: readonly Segment[]
}

/** Things that have a path, by its segments from the last to the first. */
interface Node<T> {
  /** By what stands before: a word, or `{}` for any parameter. */
  before: Map<string, Branch<T>>
  /** Those of them that begin or end as some words do. */
  patterns: Branch<T>[]
  /** Those whose path begins here. */
  begin: T[]
}

interface Branch<T> {
  segment: Segment
  node: Node<T>
}

/** A path of parameters only is like any other of its length: looking at all of them helps nobody. */
export const patience = 400

/** Finds those whose path ends with another one, or the reverse: one is at most six segments longer. */
export function indexPaths<T extends WithPath>(all: readonly T[]): (path: readonly Segment[]) => T[] {
  const root = newNode<T>()
  for (const it of all) add(root, it)
  // GET and PUT have one path, which was read once.
  return onceEach((path) => search(root, path))
}

function newNode<T>(): Node<T> {
  return { before: new Map(), patterns: [], begin: [] }
}

function add<T extends WithPath>(root: Node<T>, path: T): void {
  let at = root
  for (const segment of path.segments.toReversed()) {
    const { before, patterns } = at
    at = getOrAdd(before, keyOf(segment), () => {
      const branch = { segment, node: newNode<T>() }
      if (segment.kind === 'pattern') patterns.push(branch)
      return branch
    }).node
  }
  at.begin.push(path)
}

/** Names of parameters tell nothing; a blank keeps the key of a pattern apart from words. */
export function keyOf(segment: Segment): string {
  if (segment.kind === 'literal') return segment.text
  return segment.kind === 'pattern' ? `${segment.before} ${segment.after}` : '{}'
}

interface Visit<T> {
  node: Node<T>
  /** How many segments of the path are left to compare. */
  left: number
  /** How many more the operation has by now. */
  beyond: number
}

/** The very words first, and then what would do in their place, for as long as the patience lasts. */
function search<T>(root: Node<T>, path: readonly Segment[]): T[] {
  const found: T[] = []
  const todo: Visit<T>[] = [{ node: root, left: path.length, beyond: 0 }]
  const later: Visit<T>[] = []
  let next = 0
  for (let steps = 0; steps < patience; steps++) {
    const visit = todo.pop() ?? later[next++]
    if (!visit) break
    const { node, left, beyond } = visit
    if (left <= longestBase && left < path.length) found.push(...node.begin)
    const segment = path[left - 1]
    if (segment) advance(node, segment, left, todo, later)
    else if (beyond < longestBase) {
      for (const it of node.before.values()) {
        if (later.length >= patience) break
        later.push({ node: it.node, left, beyond: beyond + 1 })
      }
    }
  }
  return found
}

function advance<T>(node: Node<T>, segment: Segment, left: number, todo: Visit<T>[], later: Visit<T>[]): void {
  const exact = node.before.get(keyOf(segment))
  if (exact) todo.push({ node: exact.node, left: left - 1, beyond: 0 })
  const any = node.before.get('{}')
  const others = segment.kind === 'literal' ? [...(any ? [any] : []), ...node.patterns] : node.before.values()
  let steps = 0
  for (const it of others) {
    // What comes later than the patience lasts is never looked at.
    if (steps++ > patience || later.length >= patience) break
    if (it !== exact && sameSegment(segment, it.segment)) later.push({ node: it.node, left: left - 1, beyond: 0 })
  }
}
