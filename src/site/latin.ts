/** Has more than ASCII: cheap to ask, and most titles have not. */
export const notAscii = /[\u0080-\uffff]/
const everyNotAscii = /[\u0080-\uffff]/g

/** "Größe" → "Große": letters without their accents. */
export function unaccented(text: string): string {
  if (!notAscii.test(text)) return text
  return text.normalize('NFKD').replace(marks, '')
}

/** The same, and all that is no letter with an accent stays as it is: "：", "が". */
export function withoutMarks(text: string): string {
  if (!notAscii.test(text)) return text
  return text.normalize('NFD').replace(marks, '').normalize('NFC')
}

const marks = /[\u0300-\u036f]/g

/** "Größe" → "Groe": what has no letter in ASCII is left out. */
export function ascii(text: string): string {
  return unaccented(text).replaceAll(everyNotAscii, '')
}

/** What transliteration makes of a letter, lower case. */
export const cyrillic: Record<string, string> = Object.fromEntries(
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:j к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:c ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya'
    .split(' ')
    .map((it) => it.split(':') as [string, string]),
)
