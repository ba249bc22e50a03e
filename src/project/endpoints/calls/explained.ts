import { type EndpointGroup, textOf } from '../groups.ts'

/** A section that lists what can follow its path, in code, shows calls of that too: "anything, not just `tags` and `heads`". */
export function tellsOf(group: EndpointGroup, words: readonly string[]): boolean {
  if (words.length === 0) return false
  const text = textOf(group)
  return words.every((it) => text.includes(`\`${it}\``))
}
