import { Lines, type Position } from '../text.ts'
import type { Crash, Diagnostic, Range, Site } from '../types.ts'

/** All that a format may see of a run. */
export interface Report {
  tool: { name: string; version: string }
  cwd: string
  /** The config file in force, relative to the root. */
  config?: string
  sites: readonly Site[]
  files: number
  diagnostics: readonly Diagnostic[]
  suppressed: { inline: number; baseline: number }
  crashes: readonly Crash[]
  checked: { links: number; anchors: number; samples: number; endpoints: number }
  durationMs: number
  /** The text of any file that a diagnostic names. */
  text(path: string): string
}

/** Offsets → positions, with each file's line table made once. */
export function locator(
  report: Pick<Report, 'text'>,
): (path: string, range: Range) => { start: Position; end: Position } {
  const tables = new Map<string, Lines>()
  return (path, range) => {
    let lines = tables.get(path)
    if (!lines) {
      lines = new Lines(report.text(path))
      tables.set(path, lines)
    }
    return { start: lines.at(range[0]), end: lines.at(range[1]) }
  }
}
