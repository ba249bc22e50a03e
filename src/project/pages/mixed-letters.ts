import { grouped } from '../../grouped.ts'
import type { Document } from '../../types.ts'
import type { MixedWord } from '../types/pages.ts'

/** Cyrillic and Greek letters that look like Latin ones, and those. */
const [foreign, latin] = ['аеорсухАВЕКМНОРСТХіІѕЅјЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧο', 'aeopcyxABEKMHOPCTXiIsSjJABEZHIKMNOPTYXo']
/** An ending may stand behind a foreign word, `URLа`; a letter at the beginning or within belongs to the word. An address stays as it was spelt. */
const mixed = new RegExp(
  `[${foreign}](?<=(?<![\\w\\p{L}/.@-])(?:[A-Za-z]{0,20})[${foreign}])[A-Za-z${foreign}]{0,20}[A-Za-z](?![\\w\\p{L}/@-])`,
  'gu',
)
/** In code no ending stands behind a word in capitals: `HMAС(key)`. */
const atEnd = /[АВЕКМНОРСТХІЅЈ](?<=(?<![\w\p{L}/.@-])[A-Z]{2,20}[АВЕКМНОРСТХІЅЈ])(?=[(`])/gu
/** Who writes about such words means them. */
const explained = /cyrillic|greek|homoglyph|confusable|кирилл/i

/** `Kiln` that begins with a Cyrillic letter, or a Greek one: nobody sees it, and no search finds the word. */
export function mixedWords({ text }: Document): MixedWord[] {
  if (!/[\u0391-\u04ff]/.test(text)) return []
  const found = Array.from([...text.matchAll(mixed), ...text.matchAll(atEnd)], ({ index, 0: rest }) => {
    const [lead = ''] = /[A-Za-z]{0,20}$/.exec(text.slice(Math.max(0, index - 20), index)) ?? []
    return { name: lead + rest, at: [index - lead.length, index + rest.length] as const }
  }).filter(({ name }) => name.length > 2 && (name.match(/[A-Za-z]/g)?.length ?? 0) * 2 > name.length)
  if (found.length === 0 || explained.test(text)) return []
  return Array.from(
    grouped(found, ({ name }) => name),
    ([name, all]) => ({
      name,
      letter: Array.from(name).find((it) => foreign.includes(it)) ?? '',
      meant: name.replace(/[^A-Za-z]/g, (it) => latin[foreign.indexOf(it)] ?? it),
      places: all.map(({ at }) => at),
    }),
  )
}
