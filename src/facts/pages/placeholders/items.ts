import { type Located, textOf } from '../../syntax.ts'

/**
 * `Message`, `Todo`, `Upload`; `To do`, `Doing`, `Done`: in a list of names that is one, unless it is shouted. So is the `XXX` of ids of
 * which others of the list have a prefix: `potXXX`.
 */
export function isOneOfMany(text: string, { parent: list }: Located): boolean {
  if (/^to ?do(?:$|:)/i.test(text)) return !/^TO ?DO/.test(text) && (list?.node.children.length ?? 0) > 1
  if (!pattern.test(text) || list?.node.type !== 'list') return false
  return list.node.children.length < most && list.node.children.some((it) => /^[\w-]{1,20}(?<!X)XXX\b/.test(textOf(it)))
}

const pattern = /^XXX[ \t]+[-–—][ \t]/
/** Longer lists are none of the forms that a value has, and each item would look at all. */
const most = 50
