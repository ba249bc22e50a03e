import { items, member, text } from '../parse/json.ts'
import type { FrontMatter, Include } from '../types.ts'

/** `includes:` of Slate, Shins and their kin: a list of names or paths, in order. */
export function frontMatterIncludes(frontMatter: FrontMatter | undefined): Include[] {
  return items(member(frontMatter?.data, 'includes')).flatMap((item) => {
    const target = text(item)?.trim()
    return target ? [{ mechanism: 'front-matter', range: item.range, target, targetRange: item.range }] : []
  })
}
