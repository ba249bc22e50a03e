import type { Link, Range } from '../../types.ts'
import type { Syntax } from '../syntax.ts'

/** A directive of MyST whose argument is the path of an image: "{image} lid.png" behind the marks of a fence. */
export function imageDirectives(syntax: Syntax): Link[] {
  if (!syntax.text.includes('{image}') && !syntax.text.includes('{figure}')) return []
  return syntax.all('code').flatMap(({ node: { lang, meta }, range, section }): Link[] => {
    const url = meta?.trim() ?? ''
    if ((lang !== '{image}' && lang !== '{figure}') || !/^\S+$/.test(url)) return []
    const start = syntax.text.indexOf(url, syntax.text.indexOf(lang, range[0]) + lang.length)
    const urlRange: Range = [start, start + url.length]
    return [{ kind: 'image', range: urlRange, urlRange, url, text: '', section }]
  })
}
