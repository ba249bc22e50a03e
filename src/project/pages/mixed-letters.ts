import { grouped } from '../../grouped.ts'
import type { Document } from '../../types.ts'
import type { MixedWord } from '../types/pages.ts'

/** Cyrillic letters that look like Latin ones, and those. */
const [cyrillic, latin] = ['аеорсухАВЕКМНОРСТХіІѕЅјЈ', 'aeopcyxABEKMHOPCTXiIsSjJ']
/** An ending may stand behind a foreign word, `URLа`; a letter at the beginning or within belongs to the word. An address stays as it was spelt. */
const mixed = new RegExp(
  `[${cyrillic}](?<=(?<![\\w\\p{L}/.@-])(?:[A-Za-z]{0,20})[${cyrillic}])[A-Za-z${cyrillic}]{0,20}[A-Za-z](?![\\w\\p{L}/@-])`,
  'gu',
)
/** In code no ending stands behind a word in capitals: `HMAС(key)`. */
const atEnd = /[АВЕКМНОРСТХІЅЈ](?<=(?<![\w\p{L}/.@-])[A-Z]{2,20}[АВЕКМНОРСТХІЅЈ])(?=[(`])/gu
/** Who writes about such words means them. */
const explained = /cyrillic|homoglyph|confusable|кирилл/i

/** `Kiln` that begins with a Cyrillic letter: nobody sees it, and no search finds the word. */
export function mixedWords({ text }: Document): MixedWord[] {
  if (!/[\u0400-\u04ff]/.test(text)) return []
  const found = Array.from([...text.matchAll(mixed), ...text.matchAll(atEnd)], ({ index, 0: rest }) => {
    const [lead = ''] = /[A-Za-z]{0,20}$/.exec(text.slice(Math.max(0, index - 20), index)) ?? []
    return { name: lead + rest, at: [index - lead.length, index + rest.length] as const }
  }).filter(({ name }) => name.length > 2 && (name.match(/[A-Za-z]/g)?.length ?? 0) * 2 > name.length)
  if (found.length === 0 || explained.test(text)) return []
  return Array.from(
    grouped(found, ({ name }) => name),
    ([name, all]) => ({
      name,
      letter: Array.from(name).find((it) => cyrillic.includes(it)) ?? '',
      meant: name.replace(/[^A-Za-z]/g, (it) => latin[cyrillic.indexOf(it)] ?? it),
      places: all.map(({ at }) => at),
    }),
  )
}
