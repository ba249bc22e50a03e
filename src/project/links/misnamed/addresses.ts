import { decodePercent, wordsOf } from '../../../text.ts'
import type { Document } from '../../../types.ts'
import type { MisnamedTarget } from '../../types/links.ts'

/** The host of an address, and the path on it that is not all a site has. */
const address = /^https?:\/\/(?:www\.)?([\w.-]{3,100}(?::\d{1,5})?)(\/[^\s?#]{2,300})/i

/**
 * `[https://clay.test/pots](https://clay.test/register)`: a link that is called by an address, and leads to another one of that host whose
 * end has no word in common with it. Others may be short for each other, or where a server sends what is asked for, or fill in what is left
 * open.
 */
export function misaddressedLinks({ facts }: Document): MisnamedTarget[] {
  return facts.links.flatMap((link): MisnamedTarget[] => {
    if (link.kind !== 'link' || !link.text.startsWith('http') || /\.{3}|…|\/[{<[:]\w/.test(link.text)) return []
    const [named, aim] = [link.text, link.url].map((it) => address.exec(it.trim()))
    if (!named || !aim || named[1]?.toLowerCase() !== aim[1]?.toLowerCase()) return []
    if (named[0] === aim[0] && loses(link.text, link.url)) return [{ link, named: link.text.trim(), aim: link.url }]
    const [said, meant] = [endOf(named[2]), endOf(aim[2])]
    const isOther = said.length > 0 && meant.length > 0 && !said.some((it) => meant.includes(it))
    return isOther ? [{ link, named: named[0], aim: aim[0] }] : []
  })
}

/** `?pots=2&format=csv` for `?pots=2`: whoever copies what they read sends more than who follows it. A value to fill in cannot be sent. */
function loses(said: string, leads: string): boolean {
  const [shown, sent] = [said, leads].map((it) => it.trim().replace(/#.*$/, '').split('?', 2)[1]?.split('&') ?? []) as [
    string[],
    string[],
  ]
  if (sent.length === 0 || shown.length <= sent.length || !sent.every((it) => shown.includes(it))) return false
  return shown.every((it) => sent.includes(it) || /^[\w.-]+=[a-z\d][a-z\d_.,-]*$/.test(it))
}

function endOf(path = ''): string[] {
  return wordsOf(decodePercent(path).split('/').findLast(Boolean) ?? '').map((it) => it.toLowerCase())
}
