import type { Nodes, Root } from 'mdast'
import type { Point } from 'unist'
import type { Range } from '../types.ts'

/** Every point of a tree, each once: nodes may share them. Iterative, for the tree may be deep. */
export function pointsOf(root: Root): Set<Point> {
  const points = new Set<Point>()
  const stack: Nodes[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.position) points.add(node.position.start).add(node.position.end)
    if ('children' in node) for (const child of node.children) stack.push(child)
  }
  return points
}

/** Where a node stands; undefined for one that the parser made up, or that is not there. */
export function rangeOf(node: Pick<Nodes, 'position'> | undefined): Range | undefined {
  const start = node?.position?.start.offset
  const end = node?.position?.end.offset
  return start === undefined || end === undefined ? undefined : [start, end]
}

/** In the order of the text. */
export function byPlace(a: Nodes, b: Nodes): number {
  return (a.position?.start.offset ?? 0) - (b.position?.start.offset ?? 0)
}
