import { counted } from '../grouped.ts'
import { safeText } from './safe.ts'

/** Everything that comes from the documents passes here on its way into HTML: it can neither be markup nor hide. */
export function text(value: string): string {
  return safeText(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** How often each value occurs, the most frequent first. */
export function tally(values: readonly string[]): [value: string, count: number][] {
  return [...counted(values)].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

/** A bar of parts beside each other. A drawing, because the page's policy forbids styles in attributes. */
export function bar(parts: readonly (readonly [kind: string, size: number])[], whole: number, label: string): string {
  let x = 0
  const rects = parts.map(([kind, size]) => {
    const width = whole > 0 ? (100 * size) / whole : 0
    const rect = `<rect class="${kind}" x="${x.toFixed(2)}" width="${width.toFixed(2)}" height="1"/>`
    x += width
    return rect
  })
  return `<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" role="img" aria-label="${text(label)}">${rects.join('')}</svg>`
}
