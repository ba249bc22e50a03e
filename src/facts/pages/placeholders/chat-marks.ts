import type { Placeholder } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'

/** `[cite_start]`, `[cite: 12]`, `:contentReference[oaicite:0]{index=0}`, `【12†source】`: where an assistant wrote a link to what it had read, and its window showed it. */
const mark =
  /\[cite(?:_start|_end|: [^[\]\n]{1,80})\](?![([])|:contentReference\[oaicite:\d{1,4}\](?:\{index=\d{1,4}\})?|【\d{1,4}†[^】\n]{1,60}】/g

/** Marks that came with a text from an assistant, and that nobody but its own window shows as what they were. */
export function chatMarks(syntax: Syntax): Placeholder[] {
  const { text } = syntax
  if (!text.includes('[cite') && !text.includes('†') && !text.includes('[oaicite')) return []
  return syntax.matchesOutsideCode(mark).map(({ match: [it], at }) => ({ range: [at, at + it.length] }))
}
