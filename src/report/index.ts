import type { Format } from './report.ts'

export type { Format, Report, View } from './report.ts'

/** Every format by its name, loaded only when it is asked for. */
export const formats: ReadonlyMap<string, () => Promise<Format>> = new Map([
  ['pretty', async () => (await import('./pretty.ts')).pretty],
  ['compact', async () => (await import('./compact.ts')).compact],
  ['json', async () => (await import('./json.ts')).json],
  ['jsonl', async () => (await import('./json.ts')).jsonl],
  ['plain', async () => (await import('./plain.ts')).plain],
])
