import type { PartStyle } from '../../site/include-spec.ts'
import type { Selector } from '../../types.ts'

/** What an include asks of its file, from the way its mechanism writes it. `at` is where `part` starts in the document. */
export function selector(style: PartStyle, part: string, at: number): Selector | undefined {
  return readers[style](part, at)
}

const readers: Record<PartStyle, (part: string, at: number) => Selector | undefined> = {
  /** `5`, `5:10`, `:10`, `1:3,5:7`, `name`; one number is a line for some and a start for others, and must exist for both. */
  colon(part, at) {
    if (part === '') return undefined
    if (!/^[-\d:,]+$/.test(part)) return named(part, part, at)
    return lines(...spans(part, ':'), part, at)
  },
  /** `#region`, `{3,10}`, `#region{3,}`. */
  region(part, at) {
    const name = /^#([^{}]+)/.exec(part)?.[1]
    if (name) return named(name, part, at)
    const braces = /^\{(\d*),(\d*)\}$/.exec(part)
    return braces ? lines(positive(braces[1]), positive(braces[2]), part, at) : undefined
  },
  /** `?name=tag`, `?range=2-5,9`, `?start=1&end=3`, `#tag`, `#L1-L9`. */
  query(part, at) {
    if (part.startsWith('#L')) return hashLines(part, at)
    if (part.startsWith('#')) return named(part.slice(1), part, at)
    const query = new Map(
      part
        .slice(1)
        .split(/[&#]/)
        .map((it) => it.split('=', 2) as [string, string]),
    )
    const name = query.get('name')
    if (name) return named(name, part, at)
    const [from, to] = spans(query.get('range') ?? '', '-')
    return lines([...from, ...positive(query.get('start'))], [...to, ...positive(query.get('end'))], part, at)
  },
  lines: hashLines,
  /** `:start-line: 3` counts from 0; `:lines: 1-3` from 1. */
  options(part, at) {
    const option = (name: string) => new RegExp(`:${name}:[ \\t]*([^\\r\\n]*)`).exec(part)?.[1]?.trim()
    const text = option('start-after') ?? option('start-at') ?? option('end-before') ?? option('end-at')
    if (text) return { kind: 'text', text, range: place(text, part, at) }
    const [from, to] = spans(option('lines') ?? '', '-')
    return lines(
      [...positive(option('start-line')), ...from],
      [...positive(option('end-line')), ...to],
      part.trim(),
      at + part.length - part.trimStart().length,
    )
  },
  /** `start="<!--a-->" end="<!--b-->"`: the first counts. */
  between(part, at) {
    const text = /\b(?:start|end)=(["'])([^\n]*?)\1/.exec(part)?.[2]
    return text ? { kind: 'text', text, range: place(text, part, at) } : undefined
  },
  /** `:type=code :fragment=demo`. */
  fragment(part, at) {
    const name = /:fragment=([\w-]+)/.exec(part)?.[1]
    return name ? named(name, part, at) : undefined
  },
  /** `lines=1 3-5`. */
  words(part, at) {
    return lines(...spans(part.slice(part.indexOf('=') + 1), '-'), part, at)
  },
}

/** `#L6`, `#L6-8`, `#L6-L8`. */
function hashLines(part: string, at: number): Selector | undefined {
  const [, from, to] = /^#L(\d+)(?:-L?(\d+))?/.exec(part) ?? []
  return lines(positive(from), positive(to), part, at)
}

/** Where the spans of a list begin, and where they end: `1-3,5-7`. */
function spans(list: string, dash: string): [from: number[], to: number[]] {
  const all = list.split(/[\s,]+/).map((it) => it.split(dash))
  return [all.flatMap((it) => positive(it[0])), all.flatMap((it) => positive(it[1]))]
}

function named(name: string, part: string, at: number): Selector {
  return { kind: 'name', name, range: place(name, part, at) }
}

function lines(from: number[], to: number[], part: string, at: number): Selector | undefined {
  if (from.length + to.length === 0) return undefined
  return {
    kind: 'lines',
    from: from.length > 0 ? Math.max(...from) : undefined,
    to: to.length > 0 ? Math.max(...to) : undefined,
    range: [at, at + part.length],
  }
}

function place(piece: string, part: string, at: number): [number, number] {
  const start = at + Math.max(0, part.indexOf(piece))
  return [start, start + piece.length]
}

/** Negative numbers count from the end, and are never past it. */
function positive(text: string | undefined): number[] {
  return text !== undefined && /^\d{1,9}$/.test(text.trim()) ? [Number(text)] : []
}
