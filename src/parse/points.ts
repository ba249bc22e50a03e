import type { Nodes, Root } from 'mdast'
import type { Point } from 'unist'

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
