import { editsBetween, isMistyped, sameDigits } from '../../../spelling.ts'
import { onlyDifference } from '../../difference.ts'

/** Without `www.`, which leads to the same pages. */
export function bare(name: string): string {
  return name.replace(/^www\./, '')
}

/** The machine itself, whoever calls it. */
export const loopback = /^(?:localhost|127\.0\.0\.1)$/

/** A machine of a network that is not the internet. */
export const network = /^(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}$/

const example = /^((?:[\w-]+\.)*example)\.([a-z]{2,})$/
const reserved = /^(?:com|net|org|edu|example|invalid|localhost|test)$/

/** `api.example.space` for `api.example.org`: of all domains called example, only a few are kept free for that. */
export function isOtherExample(name: string, known: string): boolean {
  const [, own, ending = ''] = example.exec(name) ?? []
  const [, front, usual = ''] = example.exec(known) ?? []
  return own !== undefined && own === front && !reserved.test(ending) && reserved.test(usual)
}

/** What hosts are called by what they do: however alike two of them are, neither is a slip of the other. */
const roles = new Set('api apis app apps auth cd cdn ci dev doc docs id io my pay web ws wss www'.split(' '))

/** One letter, or two that changed places, in a label that has others in common: `eu1` and `eu2` are two data centres, `ea1` is none. */
export function isTypo(name: string, known: string): boolean {
  if (Math.abs(name.length - known.length) > 1 || !known.includes('.')) return false
  if (editsBetween(name, known) !== 1 || roles.has(differing(name, known))) return false
  return !areStandIns(name, known) && sameDigits(name, known)
}

/** `silk-sho-cottonp` and `silk-shop-cotton`: a letter stands in another word than the one where it belongs. */
export function hasMovedLetter(name: string, known: string): boolean {
  if (name.length !== known.length || name.length < 12 || name === known) return false
  let [start, end] = [0, name.length]
  while (name[start] === known[start]) start++
  while (name[end - 1] === known[end - 1]) end--
  const [own, other] = [name.slice(start, end), known.slice(start, end)]
  return isRotated(own, other) || isRotated(other, own)
}

/** The first letter of one stands behind all others in the other one. */
function isRotated(own: string, other: string): boolean {
  return own.length > 2 && /^[a-z]/.test(own) && own.slice(1) + own.charAt(0) === other
}

/** `your-shop.com` and `yourshop.com`: whatever stands for the reader's own is written in either way. */
function areStandIns(name: string, known: string): boolean {
  return name.replaceAll('-', '') === known.replaceAll('-', '') && /(?:^|\.)(?:your|my|some)(?!\.)/.test(name)
}

/** `harbour` and `harbor`: the labels that differ are words of letters, too long to be two names, or shorter ones that have one host. */
export function isLongWord(name: string, known: string): boolean {
  const label = differing(name, known)
  return longWord.test(label) || (/^[a-z]{4,5}$/.test(label) && isDomain(label, name))
}

/** The name before the ending, with that of a host in front of it. */
function isDomain(label: string, name: string): boolean {
  const labels = name.split('.')
  return labels.length > 2 && labels.at(-2) === label
}

/**
 * `cotton-shop` and `coton-shop`: all words are the same but a long one, which has a letter wrong. A wrong last letter is none:
 * `servera` and `serverb` are two machines.
 */
export function isLongTypo(name: string, known: string): boolean {
  if (Math.abs(name.length - known.length) > 1) return false
  const [word, other] = onlyDifference(name.split(parting), known.split(parting)) ?? ['', '']
  if (!longWord.test(word) || !longWord.test(other)) return false
  return isMistyped(word, other) && (word.length !== other.length || word.slice(0, -1) !== other.slice(0, -1))
}

const parting = /[.-]/
const longWord = /^[a-z]{6,}$/

/** The label that the other name does not have. */
function differing(name: string, known: string): string {
  const others = known.split('.')
  return name.split('.').find((it) => !others.includes(it)) ?? ''
}

/** A server that has a name of its own, for everybody. */
export const ofPublic = /^(?:[a-z][\w-]*\.)+[a-z]{2,}$/i
