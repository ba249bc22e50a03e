import type { Baseline, Entry } from './baseline.ts'
import { byCodeUnit } from './text.ts'

/** One entry a line, sorted: two branches that change different findings merge without a conflict. */
export function renderBaseline({ entries }: Baseline): string {
  const files = [...entries]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([path, list]) => {
      const sorted = [...list].sort((a, b) => byCodeUnit(a.rule, b.rule) || byCodeUnit(a.fp, b.fp))
      const lines = sorted.map(({ rule, scope, fp, msg, n }) => `      ${JSON.stringify({ rule, scope, fp, msg, n })}`)
      return `    ${JSON.stringify(path)}: [\n${lines.join(',\n')}\n    ]`
    })
  const body = files.length > 0 ? `{\n${files.join(',\n')}\n  }` : '{}'
  return `{\n  "version": 1,\n  "tool": "docs-lint",\n  "entries": ${body}\n}\n`
}

/** A baseline that cannot be read is an error, never an empty one: it would let every old finding through. */
export function readBaseline(text: string): Baseline | { problem: string } {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return { problem: 'it is not JSON' }
  }
  if (!isRecord(data) || data.tool !== 'docs-lint') return { problem: 'docs-lint did not write it' }
  if (data.version !== 1) return { problem: `it has version ${data.version}, and this docs-lint writes version 1` }
  if (!isRecord(data.entries)) return { problem: 'it has no entries' }
  const files = Object.entries(data.entries)
  const whole = files.every(([, list]) => Array.isArray(list) && list.every(isEntry))
  return whole ? { entries: new Map(files as [string, Entry[]][]) } : { problem: 'an entry in it is incomplete' }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEntry(value: unknown): boolean {
  return isRecord(value) && typeof value.fp === 'string' && typeof value.n === 'number'
}
