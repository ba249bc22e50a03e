import type { Located, Syntax } from '../../syntax.ts'
import { textOf } from '../../syntax.ts'

/** `**TODO**: Not yet implemented.`, `TODO: flat lids are not yet supported`. */
const state = /^TODO[ \t]*[:–—-]\s*(?:[^.]{0,200}?\bnot[ \t\n]+yet|not)[ \t\n]+(?:implemented|supported)\b/i

/** Where several notes say that something is not implemented, they tell what the product lacks, and not what the page does. */
export function productStates({ text }: Syntax, notes: readonly Located[]): ReadonlySet<Located> {
  if (notes.length < 2 || (!text.includes('mplemented') && !text.includes('upported'))) return new Set()
  const found = notes.filter(({ node }) => state.test(textOf(node).trim()))
  return new Set(found.length > 1 ? found : [])
}
