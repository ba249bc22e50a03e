import { areVariants, isMistyped } from '../../spelling.ts'
import { lineAt } from '../../text.ts'
import type { Range } from '../../types.ts'

/** One letter, and not the last: `gates` and `gated` are two words. Nor is British spelling a mistake, or another case. */
export function isSlip(part: string, meant: string): boolean {
  const [a, b] = [part.toLowerCase(), meant.toLowerCase()]
  if (isCapital(part) !== isCapital(meant) || !isMistyped(a, b) || areVariants(a, b)) return false
  return a.slice(0, Math.min(a.length, b.length) - 1) !== b.slice(0, Math.min(a.length, b.length) - 1)
}

/** Whether a line that has both names, or speaks of a slip of the pen, tells that there is no mistake: a name with a letter too many holds the other. */
export function explains(line: string, name: string, usual: string): boolean {
  const others = name.includes(usual) ? line.replaceAll(name, ' ') : line
  return others.includes(usual) || /misspel|\btypo/i.test(line)
}

/** Where a name stands, as a word. */
export function placesOf(name: string, text: string): Range[] {
  return Array.from(text.matchAll(new RegExp(`\\b${name}\\b`, 'g')), ({ index }) => [index, index + name.length])
}

/** Where a name stands, unless its line explains it. */
export function placeOf(name: string, text: string, usual: string): Range | undefined {
  const start = text.search(new RegExp(`\\b${name}\\b`))
  return start < 0 || explains(lineAt(text, start), name, usual) ? undefined : [start, start + name.length]
}

export function isCapital(word: string): boolean {
  return word === word.toUpperCase()
}
