import type { EndpointGroup } from '../groups.ts'

/** A section that lists what can follow its path, in code, shows calls of that too: "anything, not just `tags` and `heads`". */
export function tellsOf({ document, section }: EndpointGroup, words: readonly string[]): boolean {
  if (words.length === 0) return false
  const text = document.text.slice(...(document.facts.sections[section]?.range ?? [0, 0]))
  return words.every((it) => text.includes(`\`${it}\``))
}
