import { readSample } from '../../parse/sample.ts'
import type { Facts } from '../../types.ts'
import { nothing } from '../nothing.ts'

/** What a JSON file states that pages show as an example. A file with comments is one that its reader takes as JSONC. */
export function extractExample(text: string): Facts {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const sample = { value: text.slice(start), offset: (at: number) => start + at }
  const language = /^\s*\/[/*]/m.test(text) ? 'jsonc' : 'json'
  const { json, tolerated, error } = readSample(sample, language)
  const range = [start, text.length] as const
  const found = { range, language, container: 'file', role: 'unknown', json, tolerated, error, section: 0 } as const
  return { ...nothing(text), samples: [found] }
}
