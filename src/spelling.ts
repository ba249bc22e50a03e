import { distance } from 'fastest-levenshtein'

/**
 * The candidate nearest to `word` within `limit` edits, ties broken by code unit so that the answer never depends on order.
 * A candidate that differs by case only wins over any other.
 */
export function nearest(word: string, candidates: Iterable<string>, limit = defaultLimit(word)): string | undefined {
  const folded = word.toLowerCase()
  let best: string | undefined
  let bestDistance = limit + 1
  for (const candidate of candidates) {
    // Distance is at least the difference in length: filtering first is what keeps suggestions cheap.
    if (Math.abs(candidate.length - word.length) > bestDistance) continue
    const edits = candidate.toLowerCase() === folded ? 0 : editsBetween(word, candidate)
    if (edits < bestDistance || (edits === bestDistance && best !== undefined && candidate < best)) {
      best = candidate
      bestDistance = edits
    }
  }
  return bestDistance <= limit ? best : undefined
}

/** How many letters are missing, too many or other ones; two neighbours that changed places, and nothing else, are one slip. */
export function editsBetween(a: string, b: string): number {
  const edits = distance(a, b)
  return edits === 2 && isSwapped(a, b) ? 1 : edits
}

/**
 * Whether a word is another one with one letter wrong. Numbers, plurals and other forms, and what differs in case or in its first
 * letter are words of their own. Without `exchanged`, so is what has another letter in one place: that makes a word more often than a slip.
 */
export function isMistyped(word: string, other: string, exchanged = true): boolean {
  if (word[0] !== other[0]) return false
  const [a, b] = [word.toLowerCase(), other.toLowerCase()]
  const isPart = a.startsWith(b) || b.startsWith(a)
  const isClose = !isPart && sameDigits(a, b) && Math.abs(a.length - b.length) < 2 && editsBetween(a, b) === 1
  return isClose && (exchanged || a.length !== b.length || isSwapped(a, b)) && !isPlural(word, other)
}

/** `documents_url` and `document_url`: one of the words within is in the plural. */
function isPlural(word: string, other: string): boolean {
  const [long, short] = word.length > other.length ? [word, other] : [other, word]
  let at = 0
  while (at < short.length && long[at] === short[at]) at++
  return long[at] === 's' && /^(?:[^a-z]|$)/.test(long.slice(at + 1)) && long.slice(at + 1) === short.slice(at)
}

/** `pots` → `pot`, `categories` → `category`: of a word in small letters. */
export function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word
}

/** `recieve` and `receive`: two neighbours that changed places. */
export function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/** `line2` is no slip of the pen for `line1`. */
export function sameDigits(word: string, other: string): boolean {
  const digits = (it: string) => it.replace(/\D/g, '')
  return digits(word) === digits(other)
}

/** `colour` and `color`, `organise` and `organize`, `matches` and `matchs`, `objet` and `object`: one word in the spelling of two countries, in small letters. */
export function areVariants(word: string, other: string): boolean {
  return spelling(word) === spelling(other)
}

/** What `labelled` and `labeled`, `licence` and `license`, `centre` and `center`, `langage` and `language` have in common. */
function spelling(word: string): string {
  return word
    .replace(/our/g, 'or')
    .replace(/([lmpst])\1(?=(?:ation|e[drs]|ers|ors?|ful)?(?![a-z])|ing|ment)/g, '$1')
    .replace(/ct/g, 't')
    .replace(/gu/g, 'g')
    .replace(/e(?=[drs]$)/, '')
    .replace(/[sc]/g, 'z')
    .replace(/re$/, 'r')
}

/** How many letters of a name may be wrong, so that nobody can have meant it as it is: of short ones, many are alike. */
export function slipsIn({ length }: string): number {
  return length < 6 ? 0 : length < 9 ? 1 : 2
}

/** For a suggestion: whatever is nearest may help a reader. */
function defaultLimit(word: string): number {
  return word.length < 4 ? 1 : word.length < 12 ? 2 : 3
}
