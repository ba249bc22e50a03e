import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver-types'
import type { Carried } from './messages.ts'

/** All that can be repaired safely in a file, as `--fix` does it. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.docs-lint`

/** The repairs of findings that touch a range; the safe ones are what an editor should offer first. */
export function repairs(uri: string, range: Range, findings: readonly Diagnostic[]): CodeAction[] {
  return findings.filter((it) => touches(it.range, range)).flatMap((it) => repair(uri, it) ?? [])
}

function repair(uri: string, finding: Diagnostic): CodeAction | undefined {
  const { fix } = (finding.data ?? {}) as Carried
  return (
    fix && {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [finding],
      isPreferred: fix.safety === 'safe',
      edit: { changes: { [uri]: fix.edits } },
    }
  )
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start)
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character)
}

/** Whether an editor that asks for these kinds of actions wants a kind; without any it wants quick ones only. */
export function isAsked(kind: string, only: readonly string[] | undefined): boolean {
  if (only === undefined) return kind === CodeActionKind.QuickFix
  return only.some((it) => it === '' || kind === it || kind.startsWith(`${it}.`))
}
