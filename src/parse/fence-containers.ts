import type { Range } from '../types.ts'
import { blank } from './rewrite.ts'

/** A fence that holds other fences, and shows none of their marks. */
interface FenceContainer {
  label: string
  opening: Range
  closing: Range
  /** Nothing closes the last fence in it before it ends itself. */
  isOpen: boolean
}

interface Marks {
  range: Range
  marks: string
  info: string
}

/** What tabs are called: `tabs` in notes with a plugin, `{tab-set}`, `{tab-item}`, `{tabs}`, `{group-tab}` and `{tabbed}` in MyST. */
const tabs = /^\{?((?:group-)?tabs?|tab-(?:set|item)|tabbed)\}?(?![\w-])/
const line = /(?<=^\ufeff?)[ \t]{0,40}(`{3,}|~{3,})([^\n`]*)$/gm
/** As many marks nobody needs: so deep no tabs stand in others. */
const longest = 12
/** A title or an option that stands between the fences of a container. */
const between = /^[ \t]*(?:\r?$|:[\w-]{1,40}:|tab:)/

/** Without their marks, what containers hold is read as if they were not there; offsets hold. Most pages have none. */
export function openFenceContainers(text: string): string {
  const found = fenceContainers(text)
  if (found.length === 0) return text
  // The end of a container closes what was left open in it.
  const parts = found.flatMap(({ opening, closing, isOpen }) => (isOpen ? [opening] : [opening, closing]))
  return blank(
    text,
    parts.sort(([a], [b]) => a - b),
  )
}

/** Fences of four marks or more that are called as tabs are and hold a row of fences of fewer. Who shows Markdown calls it `md`. */
export function fenceContainers(text: string): FenceContainer[] {
  if (!text.includes('````') && !text.includes('~~~~')) return []
  const all = Array.from(text.matchAll(line), ({ 0: shown, 1: marks = '', 2: info = '', index }): Marks => {
    return { range: [index, index + shown.trimEnd().length], marks, info: info.trim() }
  })
  const found: FenceContainer[] = []
  const ends = new Set<Marks>()
  for (let at = 0; at < all.length; at++) {
    const opening = all[at] as Marks
    if (ends.has(opening)) continue
    const to = closingOf(all, at, all.length)
    const closing = all[to]
    const row = closing ? rowOf(text, all.slice(at, to + 1)) : undefined
    if (closing && row) {
      ends.add(closing)
      found.push({ ...row, opening: opening.range, closing: closing.range })
    } else at = to
  }
  return found
}

/** The next marks that close, or where the search ends. */
function closingOf(all: readonly Marks[], from: number, end: number): number {
  const { marks } = all[from] as Marks
  let at = from + 1
  while (at < end && !(all[at]?.info === '' && all[at]?.marks.startsWith(marks))) at++
  return at
}

function rowOf(text: string, all: readonly Marks[]): Pick<FenceContainer, 'label' | 'isOpen'> | undefined {
  const [{ marks, info, range }, ...held] = all as [Marks, ...Marks[]]
  const label = marks.length > 3 && marks.length <= longest ? tabs.exec(info)?.[1] : undefined
  if (label === undefined || held.length < 2) return undefined
  const last = held.length - 1
  let [, end] = range
  for (let at = 0; at < last; at++) {
    const opening = held[at] as Marks
    if (opening.info === '' || opening.marks.length >= marks.length || !isBetween(text.slice(end, opening.range[0])))
      return undefined
    at = closingOf(held, at, last)
    if (at === last) return { label, isOpen: true }
    end = held[at]?.range[1] ?? end
  }
  return isBetween(text.slice(end, held[last]?.range[0])) ? { label, isOpen: false } : undefined
}

function isBetween(lines: string): boolean {
  return lines.split('\n').every((it) => between.test(it))
}
