import type { Nodes, Parent, Root } from 'mdast'

/** Joins neighbouring texts, which satteri leaves behind a trimmed URL and remark does not. Iterative. */
export function joinTexts(root: Root, text: string): Root {
  // Only a bare URL leaves two texts.
  if (!text.includes('://') && !text.includes('www.')) return root
  const stack: Parent[] = [root]
  for (let parent = stack.pop(); parent !== undefined; parent = stack.pop()) {
    let before: Nodes | undefined
    let split = false
    parent.children.forEach((node) => {
      if ('children' in node) stack.push(node)
      split ||= node.type === 'text' && before?.type === 'text'
      before = node
    })
    if (split) parent.children = joined(parent.children) as typeof parent.children
  }
  return root
}

function joined(nodes: Nodes[]): Nodes[] {
  const result: Nodes[] = []
  for (const node of nodes) {
    const before = result.at(-1)
    if (node.type !== 'text' || before?.type !== 'text') {
      result.push(node)
      continue
    }
    before.value += node.value
    if (before.position && node.position) before.position.end = node.position.end
  }
  return result
}
