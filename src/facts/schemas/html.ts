import { unescapeHtml } from '../../parse/entities.ts'

/** Blanks that are kept; a wide one counts as two. */
const blanks: Record<string, string> = { nbsp: '\u00a0', ensp: '\u00a0', emsp: '\u00a0\u00a0' }

/** What HTML would be in Markdown, as far as fields need it. */
export function markdownOf(html: string): string {
  const plain = html
    .replace(/<\/?(?:code|tt|samp)\b[^<>]*>/gi, '`')
    .replace(/<\/?(?:b|strong)\b[^<>]*>/gi, '**')
    .replace(/<(?:br|p|li|div)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(nbsp|ensp|emsp);/g, (_, name) => blanks[name] ?? '')
  return unescapeHtml(plain).replace(/[ \t\r\n]+/g, ' ')
}
