import { getOrAdd, grouped } from '../grouped.ts'
import { Lines, type Position } from '../text.ts'
import type { Crash, Diagnostic, Range, Severity, Site } from '../types.ts'

/** All that a format may see of a run. */
export interface Report {
  tool: { name: string; version: string }
  cwd: string
  /** From the working directory to the root that paths are relative to: '' or '../../'. */
  prefix: string
  /** From the root of the git repository to the same root: what services show lies in a repository. */
  repositoryPrefix: string
  /** The config file in force, relative to the root. */
  config?: string
  sites: readonly Site[]
  files: number
  /** All files that were checked. */
  paths: readonly string[]
  diagnostics: readonly Diagnostic[]
  suppressed: { inline: number; baseline: number }
  crashes: readonly Crash[]
  /** Findings in the baseline that are gone. */
  stale: number
  /** What else the reader has to know, one line each. */
  notes: string[]
  checked: { links: number; anchors: number; samples: number; endpoints: number }
  /** How many endpoints there are, and how many of them could be checked in which respect. Asked by one format only. */
  coverage(): { endpoints: number; parts: [respect: string, count: number][] }
  durationMs: number
  /** When it ran, to the second, without a time zone. */
  date: string
  /** Positions of offsets, by path, that are known without a look at the text. */
  places?: Places
  /** The text of any file that a diagnostic names. */
  text(path: string): string
  /** What makes a finding the same finding in the next run, wherever it stands then. */
  fingerprint(it: Diagnostic): string
  /** One sentence that says what a rule finds. */
  summaryOf(rule: string): string
  familyOf(rule: string): string
}

/** How a person looks at the report. Formats for machines ignore it and are always complete. */
export interface View {
  colour: boolean
  columns: number
  /** The most findings to print. */
  limit: number
}

export type Format = (report: Report, view: View) => string

/** The worst first. */
export const severities = ['error', 'warning', 'info'] as const

export function atLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold)
}

/** The findings that a person sees: the worst ones if there are too many, in the order of the files either way. */
export function shown({ diagnostics }: Pick<Report, 'diagnostics'>, limit: number): readonly Diagnostic[] {
  if (diagnostics.length <= limit) return diagnostics
  const sorted = severities.flatMap((severity) => diagnostics.filter((it) => it.severity === severity))
  const worst = new Set(sorted.slice(0, limit))
  return diagnostics.filter((it) => worst.has(it))
}

export function groupByPath(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  return grouped(diagnostics, ({ path }) => path)
}

export function count({ diagnostics }: Pick<Report, 'diagnostics'>, severity: Severity): number {
  return diagnostics.filter((it) => it.severity === severity).length
}

/** What a finding says, in one line: for formats that know no help. */
export function said({ message, help }: Pick<Diagnostic, 'message' | 'help'>): string {
  return help ? `${message} (${help})` : message
}

/** How many findings `--fix` repairs. */
export function fixable({ diagnostics }: Pick<Report, 'diagnostics'>): number {
  return diagnostics.filter(({ fix }) => fix?.safety === 'safe').length
}

export type Places = ReadonlyMap<string, ReadonlyMap<number, Position>>

/** Offsets → positions, with each file's line table made once. */
export function locator(
  report: Pick<Report, 'text' | 'places'>,
): (path: string, range: Range) => { start: Position; end: Position } {
  const tables = lineTables(report)
  const place = (path: string, offset: number) => report.places?.get(path)?.get(offset) ?? tables(path).at(offset)
  return (path, range) => ({ start: place(path, range[0]), end: place(path, range[1]) })
}

/** The positions of everything that diagnostics point to. */
export function placesOf(report: Pick<Report, 'text' | 'diagnostics'>): Places {
  const places = new Map<string, Map<number, Position>>()
  const tables = lineTables(report)
  const add = (path: string, range: Range) => {
    const own = getOrAdd(places, path, () => new Map())
    for (const offset of range) own.set(offset, tables(path).at(offset))
  }
  for (const { path, at, related = [], fix } of report.diagnostics) {
    add(path, at)
    for (const it of related) add(it.path, it.at)
    for (const { range } of fix?.edits ?? []) add(path, range)
  }
  return places
}

export function lineTables(report: Pick<Report, 'text'>): (path: string) => Lines {
  const tables = new Map<string, Lines>()
  return (path) => getOrAdd(tables, path, () => new Lines(report.text(path)))
}
