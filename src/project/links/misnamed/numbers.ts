import type { Document, Link } from '../../../types.ts'
import type { MisnamedTarget } from '../../types/links.ts'

/** `[#66](…/issues/63)`, `[v1.3.0](…/releases/tag/v1.2.4)`, `[6d0ae70](…/commit/bb22a68)`: what a text numbers, and its link does not. */
export function misnumberedLinks({ facts }: Document): MisnamedTarget[] {
  const found = facts.links.flatMap((link) => numbered(link) ?? [])
  // `[12](…/issues/3044)` may be the twelfth of its page, unless such numbers are what they lead to.
  const bare = found.filter(({ isBare }) => isBare)
  const isUsual = bare.filter(({ named, aim }) => named === aim).length * 2 > bare.length
  return found
    .filter((it) => !agree(it) && (!it.isBare || isUsual))
    .map(({ link, named, aim }) => ({ link, named, aim }))
}

interface Numbered extends MisnamedTarget {
  /** The number is all that the text says. */
  isBare: boolean
}

/** What links of each kind are called, and what their addresses have in its place. */
const kinds: [text: RegExp, url: RegExp][] = [
  [
    /^(?:(?:issue|bug|pull request|merge request|pr|mr|gh)[ -]?)?[#!]?0*(\d{2,6})$/i,
    /\/(?:issues?|pulls?|merge_requests|discussions)\/(\d+)(?=[/?#]|$)/,
  ],
  [/^([A-Z][A-Z\d]{1,9}-\d{1,6})$/, /\/browse\/([A-Z][A-Z\d]{1,9}-\d{1,6})(?=[/?#]|$)/],
  [/^RFC[ -]?0*(\d{3,5})$/i, /\brfc[-/]?0*(\d{3,5})(?!\d)/i],
  [/^(CVE-\d{4}-\d{4,7})$/, /\b(CVE-\d{4}-\d{4,7})(?=\/?$)/],
  [/^v?(\d+\.\d+\.\d+)$/, /\/compare\/[^/]{1,60}\.\.[^/]{0,40}?(\d+\.\d+\.\d+)$/],
  [/^v?(\d+\.\d+\.\d+)$/, /\/(?:releases\/tag|tree|tags?)\/(?:[a-z]+[-_])?v?(\d+\.\d+\.\d+)(?=[/?#]|$)/i],
  [/^((?=[a-f]*\d)[0-9a-f]{7,40})$/, /\/commits?\/([0-9a-f]{7,40})(?=[/?#]|$)/],
]

function numbered(link: Link): Numbered | undefined {
  const { kind, text, url } = link
  if ((kind !== 'link' && kind !== 'definition') || !/[\da-f]$/.test(text) || !url.includes('://')) return undefined
  for (const [called, addressed] of kinds) {
    const named = called.exec(text)?.[1]
    const aim = named === undefined ? undefined : addressed.exec(url)?.[1]
    if (named !== undefined && aim !== undefined) return { link, named, aim, isBare: /^\d+$/.test(text) }
  }
  return undefined
}

/** The one may be the other for short, from either end, and what is compared stands on either side. */
function agree({ link, named, aim }: MisnamedTarget): boolean {
  const isPart = named.length > 6 && (aim.includes(named) || named.includes(aim))
  return named === aim || isPart || (/\D/.test(named) && link.url.includes(named))
}
