import { leading } from '../../../text.ts'
import type { Range, Shown } from '../../../types.ts'
import type { CodeBlock } from './code.ts'

/** Offset in a value → offset in the document, given where each stretch of it stands there. */
export function placing(read: () => Shown['starts'], [start, end]: Range): CodeBlock['offset'] {
  let starts: Shown['starts'] | undefined
  let last = 0
  return (at) => {
    starts ??= read()
    last = stretchOf(starts, at, last)
    const { value, text } = starts[last] ?? { value: 0, text: start }
    return Math.min(text + at - value, end)
  }
}

/** The stretch that holds an offset. Readers move forward: it is the one of the last question, or the next, as a rule. */
function stretchOf(starts: Shown['starts'], at: number, near: number): number {
  const startOf = (it: number) => starts[it]?.value ?? Number.POSITIVE_INFINITY
  for (const it of [near, near + 1]) if (startOf(it) <= at && at < startOf(it + 1)) return it
  return Math.max(0, leading(starts, ({ value }) => value <= at) - 1)
}

/** Every line of the value is the end of its line in the document: what a container puts before it was cut off. */
export function lineStarts(value: string, text: string, [start, end]: Range, opened: boolean): Shown['starts'] {
  const starts: Shown['starts'] = []
  // Without carriage returns the engine finds the ends of lines, and that is most documents.
  const next = text.slice(start, end).includes('\r') ? nextLine : nextFeed
  let source = opened ? next(text, start, end) : start
  let at = 0
  for (const line of value.split('\n')) {
    const following = next(text, source, end)
    const sourceEnd = lineEnd(text, source, following)
    starts.push({ value: at, text: Math.max(source, sourceEnd - line.length) })
    at += line.length + 1
    source = following
  }
  return starts
}

function nextFeed(text: string, from: number, end: number): number {
  const feed = text.indexOf('\n', from)
  return feed < 0 || feed >= end ? end : feed + 1
}

function nextLine(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) return i + 1
  }
  return end
}

function lineEnd(text: string, from: number, next: number): number {
  let end = next
  while (end > from && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--
  return end
}
