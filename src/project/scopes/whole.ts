import type { Document } from '../../types.ts'

const whole =
  /\b(?:(?:list|overview) of (?:(?:all|the|available|supported|possible|oauth|api)\s)*scopes\s(?:(?:which|that|you)\s|available\b|supported\b)|all (?:of )?(?:the )?(?:available|supported|possible) (?:oauth |api )?scopes\b)/i
const partial =
  /\b(?:for example|for instance|e\.g\.|such as|some of|common(?:ly)?|important|including|examples?|typical(?:ly)?|deprecated|legacy|further|other)\b/i

/** Whether the words above a page's list of scopes say that it holds all there are: "This is a list of scopes which can be requested." */
export function listsAll({ text, facts }: Document): boolean {
  const first = facts.scopes.find(({ role }) => role === 'catalogue')
  if (!first) return false
  const [start] = facts.sections[first.section]?.range ?? first.range
  const words = text.slice(Math.max(start, first.range[0] - 1000), first.range[0])
  return whole.test(words) && !partial.test(words)
}
