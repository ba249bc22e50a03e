import { textBefore } from '../../text.ts'
import type { Link } from '../../types.ts'

const listed = /(?:^|\n)[#*_ ]{0,8}(?:base urls?|servers?)[:*_ ]{0,8}\r?\n(?:[ \t]*\r?\n)?(?:[*+-] [^\n]*\n)*[*+-] $/i

/** `* [/api](/api)` below "Base URLs:": what generators write for a relative server of a contract, where calls begin and no page is. */
export function isBaseUrl({ url, text, range }: Link, source: string): boolean {
  if (text !== url || !url.startsWith('/')) return false
  return listed.test(textBefore(source, range[0], 500))
}
