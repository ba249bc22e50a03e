import { decodePercent, wordsOf } from '../../../text.ts'
import type { Document } from '../../../types.ts'
import type { MisnamedTarget } from '../../types/links.ts'

/** The host of an address, and the path on it that is not all a site has. */
const address = /^https?:\/\/(?:www\.)?([\w.-]{3,100}(?::\d{1,5})?)(\/[^\s?#]{2,300})/i

/**
 * `[https://clay.test/pots](https://clay.test/register)`: a link that is called by an address, and leads to another one of that host whose
 * end has no word in common with it. Others may be short for each other, or where a server sends what is asked for.
 */
export function misaddressedLinks({ facts }: Document): MisnamedTarget[] {
  return facts.links.flatMap((link): MisnamedTarget[] => {
    if (link.kind !== 'link' || !link.text.startsWith('http') || /\.{3}|…/.test(link.text)) return []
    const [named, aim] = [link.text, link.url].map((it) => address.exec(it.trim()))
    if (!named || !aim || named[1]?.toLowerCase() !== aim[1]?.toLowerCase()) return []
    const [said, meant] = [endOf(named[2]), endOf(aim[2])]
    const isOther = said.length > 0 && meant.length > 0 && !said.some((it) => meant.includes(it))
    return isOther ? [{ link, named: named[0], aim: aim[0] }] : []
  })
}

function endOf(path = ''): string[] {
  return wordsOf(decodePercent(path).split('/').findLast(Boolean) ?? '').map((it) => it.toLowerCase())
}
