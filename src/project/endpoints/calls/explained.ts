import type { Endpoint } from '../../../types.ts'
import { type EndpointGroup, textOf } from '../groups.ts'
import { asksFor } from '../operation-words.ts'

/** A section that lists what can follow its path, in code, shows calls of that too: "anything, not just `tags` and `heads`". */
export function tellsOf(group: EndpointGroup, words: readonly string[]): boolean {
  if (words.length === 0) return false
  const text = textOf(group)
  return words.every((it) => text.includes(`\`${it}\``))
}

/** `### Delete a user` above a DELETE, below a list of endpoints that has none: one more operation, which only its call documents. */
export function isOperation(
  { document, section }: EndpointGroup,
  { method = '' }: Endpoint,
  sample: Endpoint,
): boolean {
  const title = sample.section === section ? '' : (document.facts.sections[sample.section]?.title ?? '')
  return asksFor(title, sample.method ?? '') && !asksFor(title, method)
}
