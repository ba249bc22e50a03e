import { DiagnosticSeverity, type Diagnostic as Shown } from 'vscode-languageserver-types'
import { locator } from '../report/report.ts'
import type { Position } from '../text.ts'
import type { Diagnostic, Edit, Range, Severity } from '../types.ts'
import type { Excuse } from './excuses.ts'
import type { Carried } from './messages.ts'

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

/** What is needed to show a finding of the project in an editor. */
export interface Surroundings {
  /** The text of any file that a finding names. */
  text(path: string): string
  /** A path of the project as the editor names files. */
  uriOf(path: string): string
  /** Where a rule is explained. */
  pageOf(rule: string): string | undefined
  /** A comment that hides a finding. */
  excuseOf(it: Diagnostic): Excuse | undefined
}

/** Findings → diagnostics of LSP: offsets become lines and columns that count from 0. */
export function shower(around: Surroundings): (it: Diagnostic) => Shown {
  const locate = locator(around)
  const place: Place = (path, range) => {
    const { start, end } = locate(path, range)
    return { start: fromZero(start), end: fromZero(end) }
  }
  return (it) => {
    const page = around.pageOf(it.rule)
    const excuse = around.excuseOf(it)
    const carried: Carried = {
      repair: repairOf(it, around, place),
      excuse: excuse && {
        title: excuse.title,
        edits: [{ range: place(it.path, [excuse.at, excuse.at]), newText: excuse.text }],
      },
    }
    return {
      range: place(it.path, it.at),
      severity: severities[it.severity],
      source: 'docs-lint',
      code: it.rule,
      ...(page === undefined ? {} : { codeDescription: { href: page } }),
      message: it.help === undefined ? it.message : `${it.message}\n${it.help}`,
      relatedInformation: (it.related ?? []).map(({ path, at, message }) => ({
        location: { uri: around.uriOf(path), range: place(path, at) },
        message,
      })),
      data: carried,
    }
  }
}

type Place = (path: string, range: Range) => Shown['range']

function repairOf({ path, message, help, fix }: Diagnostic, { text }: Surroundings, place: Place): Carried['repair'] {
  if (!fix) return undefined
  const edits = fix.edits.map((it) => ({ range: place(path, it.range), newText: it.text }))
  return { safety: fix.safety, title: titleOf(fix.edits, text(path)) ?? help ?? `repair: ${message}`, edits }
}

/** Longer ones do not fit into a menu. */
const longest = 60

/** What a single small edit does, in words; help is written to stand below a message and not for a menu. */
function titleOf(edits: readonly Edit[], text: string): string | undefined {
  const [edit, ...more] = edits
  if (!edit || more.length > 0) return undefined
  const before = text.slice(...edit.range)
  if (before.length > longest || edit.text.length > longest || /[\r\n]/.test(before + edit.text)) return undefined
  if (edit.text === '') return `delete "${before}"`
  return before === '' ? `insert "${edit.text}"` : `replace "${before}" with "${edit.text}"`
}

/** Lines and columns that count from 1 → those of LSP. */
export function fromZero({ line, column }: Position): { line: number; character: number } {
  return { line: line - 1, character: column - 1 }
}
