import type { Diagnostic, Edit } from '../types.ts'
import { oneLine } from './compact.ts'
import { fixable, lineTables, locator, type Report, shown, type View } from './report.ts'
import { safeMessage, seal } from './safe.ts'
import { summary } from './summary.ts'

/** For a program that reads prose: one line a finding, with the repair spelt out, the other places, and nothing else. */
export function agent(report: Report, { limit }: View): string {
  const locate = locator(report)
  const tables = lineTables(report)
  const visible = shown(report, limit)
  const repair = (it: Diagnostic, { range, text }: Edit) => {
    const old = tables(it.path).text.slice(...range)
    const { line, column } = locate(it.path, range).start
    const place = `at ${line}:${column}`
    if (old === '') return `insert ${quote(text)} ${place}`
    return text === '' ? `delete ${quote(old)} ${place}` : `replace ${quote(old)} with ${quote(text)} ${place}`
  }
  const lines = visible.map((it) => {
    const edits = it.fix?.edits.slice(0, 3).map((edit) => repair(it, edit)) ?? []
    const name = it.fix?.safety === 'safe' ? 'fix' : 'suggestion'
    const also = (it.related ?? []).slice(0, 3).map((other) => {
      const { line, column } = locate(other.path, other.at).start
      return ` also ${safeMessage(`${report.prefix + other.path}:${line}:${column} ${other.message}`)};`
    })
    const more = edits.length < (it.fix?.edits.length ?? 0) ? ', …' : ''
    return (
      oneLine(it, report, locate) + also.join('') + (edits.length > 0 ? ` ${name}: ${edits.join(', ')}${more}` : '')
    )
  })
  const missing = report.diagnostics.length - visible.length
  const repaired = fixable(report)
  const closing = [
    ...(missing > 0 ? [`${missing} more: --max-diagnostics none shows all, a path shows those of a folder`] : []),
    ...summary(report),
    ...(repaired > 0 ? [`docs-lint --fix repairs ${repaired}`] : []),
  ]
  return seal(`${[...lines, ...closing].join('\n')}\n`)
}

function quote(text: string): string {
  return safeMessage(JSON.stringify(text), 120)
}
