const entities = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['nbsp', '\u00a0'],
  ['emsp', '\u00a0\u00a0'],
  ['ensp', '\u00a0'],
])

/** What HTML would be in Markdown, as far as fields need it. */
export function markdownOf(html: string): string {
  return html
    .replace(/<\/?(?:code|tt|samp)\b[^<>]*>/gi, '`')
    .replace(/<\/?(?:b|strong)\b[^<>]*>/gi, '**')
    .replace(/<(?:br|p|li|div)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(\w{2,6});/g, (whole, name) => entities.get(name) ?? whole)
    .replace(/[ \t\r\n]+/g, ' ')
}
