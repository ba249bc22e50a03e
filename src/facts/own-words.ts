import { singular } from '../spelling.ts'

/** Whether a sentence, and no phrase of a word or two, may be asked for words of English. */
export function isInEnglish(text: string): boolean {
  return /^[\x20-\x7e\u2018-\u201d]+$/.test(text) && text.trim().split(/\s+/, 3).length > 2
}

/** The words of a name or a sentence: `createdAt`, `created_at` and "created at" have the same. Plurals are no words of their own. */
export function wordsIn(text: string): string[] {
  const parted = text.replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ').toLowerCase()
  return (parted.match(/[a-z]+/g) ?? []).map(singular)
}

/**
 * Whether what is said of two things begins with a sentence that has words that only the name of the first has, and has nothing that could be
 * meant by one that only the name of the second has.
 */
export function speaksOfFirst(text: string, first: string, second: string): boolean {
  const [said, one, other] = [wordsIn(text), wordsIn(first), wordsIn(second)]
  const own = one.filter((it) => !other.includes(it))
  // `bookedLocal` beside `bookingSource`: both speak of a booking.
  const others = other.filter((it) => !one.some((mine) => it === mine || areForms(it, mine)))
  if (others.length === 0) return false
  const end = endOf(own, namedEnds)
  if (end && endOf(others, namedEnds) === opposite[end]) return endOf(said, saidEnds) === end
  const begun = wordsIn(text.split(/[.!?]\s/, 1)[0] ?? '')
  const telling = own.filter((it) => it.length > 3 && !filler.test(it))
  const isOwn = telling.filter((it) => isSaid(it, begun)).length * 2 > telling.length
  return isOwn && !others.some((it) => said.some((word) => couldMean(word, it)))
}

/** Whether names are those of the two ends of a range, and a text speaks of the end that the first one is. */
export function speaksOfEnd(text: string, first: string, second: string): boolean {
  const [one, other] = [endOf(wordsIn(first), namedEnds), endOf(wordsIn(second), namedEnds)]
  return one !== undefined && other === opposite[one] && endOf(wordsIn(text), saidEnds) === one
}

type End = 'first' | 'last'
const opposite: Readonly<Record<End, End>> = { first: 'last', last: 'first' }
type Ends = Readonly<Record<End, RegExp>>

/** What a sentence says of one end of a range, and of no other thing. */
const saidEnds: Ends = {
  first: /^(?:start(?:ing|ed)?|begin(?:ning)?|since|earliest|min(?:imum)?)$/,
  last: /^(?:end(?:ing|ed)?|until|till|latest|max(?:imum)?)$/,
}
const namedEnds: Ends = {
  first: /^(?:start(?:ing|ed)?|begin(?:ning)?|since|earliest|min(?:imum)?|from|after)$/,
  last: /^(?:end(?:ing|ed)?|until|till|latest|max(?:imum)?|to|before)$/,
}

/** The end of a range that words name, where they do not name both. */
function endOf(words: readonly string[], { first, last }: Ends): End | undefined {
  const [isFirst, isLast] = [first, last].map((it) => words.some((word) => it.test(word)))
  return isFirst === isLast ? undefined : isFirst ? 'first' : 'last'
}

/** `delim` is said by "delimiter". */
function isSaid(word: string, said: readonly string[]): boolean {
  return said.some((it) => it === word || (word.length > 4 && it.startsWith(word)))
}

const filler = /^(?:from|with|thi|that|when|then|have|into|over|only|more|most|each|such|used)$/

const areForms = (one: string, other: string) => one.length > 3 && one.slice(0, 4) === other.slice(0, 4)

function couldMean(word: string, name: string): boolean {
  if (word === name || isShort(name, word)) return true
  const isLong = word.length > 3 && name.length > 2
  return isLong && (areForms(word, name) || word.includes(name) || name.includes(word))
}

/** `qty`, `id`: letters of a word, in their order, and its first. */
function isShort(name: string, word: string): boolean {
  if (name[0] !== word[0] || name.length < 2 || name.length >= word.length) return false
  let at = 0
  for (const letter of word) if (letter === name[at]) at++
  return at === name.length
}
