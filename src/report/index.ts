import type { Format } from './report.ts'

export type { Format, Report, View } from './report.ts'

/** Formats by name. */
export type Formats = ReadonlyMap<string, () => Promise<Format>>

/** Every format by its name, loaded only when it is asked for. */
export const formats: Formats = new Map([
  ['pretty', async () => (await import('./pretty.ts')).pretty],
  ['compact', async () => (await import('./compact.ts')).compact],
  ['agent', async () => (await import('./agent.ts')).agent],
  ['json', async () => (await import('./json.ts')).json],
  ['jsonl', async () => (await import('./json.ts')).jsonl],
  ['plain', async () => (await import('./plain.ts')).plain],
  ['sarif', async () => (await import('./sarif.ts')).sarif],
  ['github', async () => (await import('./github.ts')).github],
  ['gitlab', async () => (await import('./gitlab.ts')).gitlab],
  ['junit', async () => (await import('./junit.ts')).junit],
  ['checkstyle', async () => (await import('./checkstyle.ts')).checkstyle],
  ['rdjson', async () => (await import('./rdjson.ts')).rdjson],
  ['markdown', async () => (await import('./markdown.ts')).markdown],
  ['html', async () => (await import('./html.ts')).html],
])
