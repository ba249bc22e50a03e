import type { Range } from '../../../types.ts'

/** Every line of the value is the end of its line in the document: what a container puts before it was cut off. */
export function lineStarts(
  value: string,
  text: string,
  [start, end]: Range,
  opened: boolean,
): { value: number; text: number }[] {
  const starts: { value: number; text: number }[] = []
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
