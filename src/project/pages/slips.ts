import { isMistyped } from '../../text.ts'

/** One letter, and not the last: `gates` and `gated` are two words. Nor is British spelling a mistake, or another case. */
export function isSlip(part: string, meant: string): boolean {
  const [a, b] = [part.toLowerCase(), meant.toLowerCase()]
  if (isCapital(part) !== isCapital(meant) || spelling(a) === spelling(b) || !isMistyped(a, b)) return false
  return a.slice(0, Math.min(a.length, b.length) - 1) !== b.slice(0, Math.min(a.length, b.length) - 1)
}

export function lineAt(text: string, start: number): string {
  return text.slice(text.lastIndexOf('\n', start) + 1).split('\n', 1)[0] ?? ''
}

/** Whether a line speaks of a slip of the pen, which is then no mistake. */
export function tellsOfSlip(line: string): boolean {
  return /misspel|\btypo/i.test(line)
}

export function isCapital(word: string): boolean {
  return word === word.toUpperCase()
}

/** What `colour` and `color`, `organise` and `organize`, `cancelled` and `canceled`, `licence` and `license` have in common. */
function spelling(word: string): string {
  return word.replaceAll('our', 'or').replace(/[sc]/g, 'z').replace(/(.)\1/g, '$1').replace(/re$/, 'er')
}
