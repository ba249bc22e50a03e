import { splitPath } from '../../../paths.ts'
import type { Document, Link } from '../../../types.ts'
import type { MisnamedTarget } from '../../types/links.ts'

/** So many links of a page that are called by the dates of what they lead to, for each that is not, make that a habit. */
const habit = 4

/** `[01/2026](releases/2026-04-17.html)`, where the page's other dates are those of the files that they lead to. */
export function misdatedLinks({ facts }: Document): MisnamedTarget[] {
  const found = facts.links.flatMap((link) => dated(link) ?? [])
  const other = found.filter(({ said, meant }) => !isSame(said, meant))
  return other.length * habit > found.length - other.length
    ? []
    : other.map(({ link, aim }) => ({ link, named: link.text.trim(), aim }))
}

interface Dated {
  link: Link
  said: readonly string[]
  meant: readonly string[]
  /** The date in the address. */
  aim: string
}

/** Year, month and day, as far as they are told: a day may stand before its month or behind it, and only the year and a month of two tell one. */
const ways = [/^(?<year>20\d\d)[-/.](?<month>\d\d)(?:[-/.](?<day>\d\d))?$/, /^(?<month>\d\d)[/.-](?<year>20\d\d)$/]
const file = /(?:^|[^\d])((20\d\d)[-_](\d\d)(?:[-_](\d\d))?)(?:\.[a-z]+)?$/i

function dated(link: Link): Dated | undefined {
  const { kind, text, url } = link
  if (kind !== 'link' || !/^[\d\s]/.test(text) || !/20\d\d[-_]/.test(url)) return undefined
  const said = ways.map((it) => it.exec(text.trim())?.groups).find((it) => it !== undefined)
  const { name } = splitPath(url.replace(/[?#].*$/s, '').replace(/\/$/, ''))
  const [, aim = '', ...meant] = file.exec(name) ?? []
  if (!said || aim === '') return undefined
  const { year, month, day } = said
  return { link, said: [year, month, day].flatMap((it) => it ?? []), meant: meant.flatMap((it) => it ?? []), aim }
}

/** As far as both tell: a month has many days. */
function isSame(said: readonly string[], meant: readonly string[]): boolean {
  return said.every((it, at) => meant[at] === undefined || meant[at] === it)
}
