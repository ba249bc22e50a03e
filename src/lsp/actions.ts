import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver-types'
import type { Carried, Change } from './messages.ts'

/** All that can be repaired safely in a file, as `--fix` does it. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.docs-lint`

/** What ends findings that touch a range: their repairs, the safe ones to be offered first, and comments that excuse them. */
export function remedies(uri: string, range: Range, findings: readonly Diagnostic[]): CodeAction[] {
  const touched = findings.filter((it) => touches(it.range, range))
  const offer = (finding: Diagnostic, change: Change | undefined, isPreferred: boolean): CodeAction[] => {
    if (!change) return []
    const { title, edits } = change
    const edit = { changes: { [uri]: edits } }
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [finding], isPreferred, edit }]
  }
  const carried = touched.map((it) => [it, it.data as Carried] as const)
  return [
    ...carried.flatMap(([it, { repair }]) => offer(it, repair, repair?.safety === 'safe')),
    ...carried.flatMap(([it, { excuse }]) => offer(it, excuse, false)),
  ]
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
