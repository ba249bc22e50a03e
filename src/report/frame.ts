import type { Lines } from '../text.ts'
import type { Range } from '../types.ts'
import { safeText } from './safe.ts'
import { clipLeft, clipRight, columnsOf } from './width.ts'

/** A stretch of text to point at. */
export interface Label {
  at: Range
  /** What is said beneath it. */
  text: string
  /** `^` under what is wrong, `-` under what it is compared with. */
  mark: '^' | '-'
}

/** How the parts of a frame are painted; the identity where there is no colour. */
export interface Ink {
  gutter(text: string): string
  primary(text: string): string
  secondary(text: string): string
}

export const plainInk: Ink = { gutter: (it) => it, primary: (it) => it, secondary: (it) => it }

/** Columns left of the rule: room for a line number and some air. */
export const margin = 8

/** The lines that labels stand on, each with a mark beneath; of a label over several lines, its first. */
export function drawLabels(lines: Lines, labels: readonly Label[], columns: number, ink: Ink): string[] {
  let above = ''
  return [...labels]
    .sort((a, b) => a.at[0] - b.at[0])
    .flatMap((label) => {
      const [source = '', mark = ''] = drawLabel(lines, label, columns, ink)
      if (source === above) return [mark]
      above = source
      return [source, mark]
    })
}

export function gutter(text: string, sign: string, ink: Ink): string {
  return ink.gutter(`${text.padStart(margin)} ${sign}`)
}

function drawLabel(lines: Lines, { at, text, mark }: Label, columns: number, ink: Ink): string[] {
  const { line, column } = lines.at(at[0])
  const source = lines.line(line)
  const start = Math.min(column - 1, source.length)
  const end = Math.min(start + Math.max(at[1] - at[0], 0), source.length)
  const { before, marked, after } = cut(source, start, end, Math.max(columns - margin - 4, 20))
  const paint = mark === '^' ? ink.primary : ink.secondary
  const underline = mark.repeat(Math.max(columnsOf(marked), 1))
  const said = text === '' ? '' : ` ${safeText(text)}`
  return [
    `${gutter(String(line), '│', ink)} ${before}${marked}${after}`.trimEnd(),
    `${gutter('', '│', ink)} ${' '.repeat(columnsOf(before))}${paint(underline + said)}`,
  ]
}

/** The part of a line around a mark that fits the width: lines of documentation are long. */
function cut(line: string, start: number, end: number, width: number): Record<'before' | 'marked' | 'after', string> {
  const before = safeText(line.slice(0, start))
  const marked = clipRight(safeText(line.slice(start, end)), width - 8)
  const after = safeText(line.slice(end))
  const room = width - columnsOf(marked)
  const behind = columnsOf(after)
  const lead = Math.min(columnsOf(before), Math.max(room - behind, Math.floor((room * 2) / 5)))
  return { before: clipLeft(before, lead), marked, after: clipRight(after, room - lead) }
}
