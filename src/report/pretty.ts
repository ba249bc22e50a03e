import picocolors from 'picocolors'
import { plural } from '../text.ts'
import type { Diagnostic, Related, Severity } from '../types.ts'
import { drawLabels, gutter, type Ink, type Label } from './frame.ts'
import { closing, crashes, heading } from './prose.ts'
import { lineTables, type Report, shown, type View } from './report.ts'
import { safeMessage, safeText, seal } from './safe.ts'
import { columnsOf, wrap } from './width.ts'

type Colours = ReturnType<typeof picocolors.createColors>

/** More of the other places than this tell nothing new; the rest are counted. */
const maxRelated = 4

/** For a person at a terminal: what was assumed, findings by file with their source, and what to do next. */
export function pretty(report: Report, view: View): string {
  const colours = picocolors.createColors(view.colour)
  const columns = Math.min(Math.max(view.columns, 60), 140)
  const canvas = { report, colours, columns, lines: lineTables(report) }
  const visible = shown(report, view.limit)
  const blocks = [colours.dim(heading(report))]
  let path: string | undefined
  for (const it of visible) {
    const name = it.path === path ? [] : [colours.underline(safeText(report.prefix + it.path))]
    path = it.path
    blocks.push([...name, ...draw(it, canvas)].join('\n'))
  }
  blocks.push(...crashes(report, colours), closing(report, visible, colours).join('\n'))
  return seal(`${blocks.join('\n\n')}\n`)
}

interface Canvas {
  report: Report
  colours: Colours
  columns: number
  lines: ReturnType<typeof lineTables>
}

function draw(it: Diagnostic, { report, colours, columns, lines }: Canvas): string[] {
  const paint = severityColour(it.severity, colours)
  const ink: Ink = { gutter: colours.dim, primary: paint, secondary: colours.cyan }
  const own = lines(it.path)
  const { line, column } = own.at(it.at[0])
  const related = it.related ?? []
  const first = related.slice(0, maxRelated)
  const near = first.filter((other) => other.path === it.path)
  const far = first.filter((other) => other.path !== it.path)
  const labels: Label[] = [{ at: it.at, text: '', mark: '^' }, ...near.map(label)]
  const output = [
    ...title(it, paint(it.severity), columns, colours),
    `${gutter('', '╭─', ink)} ${colours.dim(`${line}:${column}`)}`,
    ...drawLabels(own, labels, columns, ink),
  ]
  for (const other of far) {
    const place = lines(other.path).at(other.at[0])
    const name = `${safeText(report.prefix + other.path)}:${place.line}:${place.column}`
    output.push(`${gutter('', '├─', ink)} ${colours.dim(name)}`)
    output.push(...drawLabels(lines(other.path), [label(other)], columns, ink))
  }
  const more = related.length - first.length
  if (more > 0) output.push(`${gutter('', '├─', ink)} ${colours.dim(`and ${plural(more, 'more place')}`)}`)
  return [...output, ...help(it, columns, ink, colours)]
}

function label({ at, message }: Related): Label {
  return { at, text: message, mark: '-' }
}

function title({ message, severity, rule }: Diagnostic, painted: string, columns: number, colours: Colours): string[] {
  const indent = ' '.repeat(2 + severity.length + 2)
  const lines = wrap(safeMessage(message), columns - indent.length)
  const last = lines.at(-1) ?? ''
  if (indent.length + columnsOf(last) + 2 + rule.length > columns) lines.push(colours.dim(rule))
  else lines[lines.length - 1] = `${last}  ${colours.dim(rule)}`
  return lines.map((it, i) => (i === 0 ? `  ${painted}  ${it}` : indent + it))
}

function help({ help: text, fix }: Diagnostic, columns: number, ink: Ink, { green, dim }: Colours): string[] {
  const fixable = fix?.safety === 'safe' ? dim(' [fixable]') : ''
  if (!text && !fixable) return [gutter('', '╵', ink)]
  const lines = text ? wrap(`help: ${safeMessage(text)}`, columns - 14) : ['help: docs-lint can repair this']
  return lines.map((line, i) => {
    const end = i === lines.length - 1 ? fixable : ''
    return i === 0 ? `${gutter('', '╰─', ink)} ${green(line)}${end}` : `${' '.repeat(18)}${green(line)}${end}`
  })
}

function severityColour(severity: Severity, { red, yellow, blue }: Colours): (text: string) => string {
  return severity === 'error' ? red : severity === 'warning' ? yellow : blue
}
