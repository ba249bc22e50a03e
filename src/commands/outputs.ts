import { appendFile, writeReport } from '../io/files.ts'
import type { Terminal } from '../io/terminal.ts'
import { formats, type Report, type View } from '../report/index.ts'
import { choose } from './arguments.ts'
import type { CheckValues } from './check.ts'
import { UsageError } from './command.ts'
import { hasColour } from './style.ts'
import { readCount } from './thresholds.ts'

/** One report: its format, and its file or else stdout. */
export interface Output {
  format: string
  file?: string
}

/** Which reports to write where. Two of them cannot share stdout. */
export function outputs(values: CheckValues, { out, env }: Terminal): Output[] {
  const asked = values.format ?? (env.DOCS_LINT_FORMAT ? [env.DOCS_LINT_FORMAT] : [])
  const list = asked.map((it): Output => {
    const [name = '', file] = split(it)
    return { format: choose(name, formats.keys(), 'format'), file }
  })
  if (list.length === 0) list.push({ format: out.isTerminal && formats.has('pretty') ? 'pretty' : 'compact' })
  const toStdout = list.filter((it) => it.file === undefined)
  if (toStdout.length > 1) {
    const names = toStdout.map(({ format }) => format)
    throw new UsageError(`${names.join(' and ')} would both go to stdout`, { help: `write -f ${names[0]}=FILE` })
  }
  const [main] = toStdout
  if (values['output-file'] !== undefined) {
    if (!main) throw new UsageError('--output-file has no report left: every --format names its own file')
    main.file = values['output-file']
  }
  return list
}

function split(text: string): [name: string, file?: string] {
  const cut = text.indexOf('=')
  return cut < 0 ? [text] : [text.slice(0, cut), text.slice(cut + 1)]
}

export async function writeOutputs(
  list: readonly Output[],
  report: Report,
  values: CheckValues,
  terminal: Terminal,
): Promise<void> {
  for (const { format, file } of list) {
    const render = await formats.get(format)?.()
    const text = render?.(report, view(format, file, values, terminal)) ?? ''
    if (file !== undefined) save(terminal, file, text)
    else if (format === 'github' && terminal.env.GITHUB_ACTIONS) await writeToRunner(text, report, terminal)
    else terminal.out.write(text)
  }
}

/** Rows of a step summary; GitHub refuses one over 1 MiB. */
const summaryRows = 500
const summaryLength = 900_000

/** In a GitHub runner: the whole log, which must not be able to give commands; the annotations; the step's summary. */
async function writeToRunner(annotations: string, report: Report, { out, env }: Terminal): Promise<void> {
  const { compact } = await import('../report/compact.ts')
  const { markdown } = await import('../report/markdown.ts')
  const token = crypto.randomUUID()
  const view = { colour: false, columns: 100, limit: Number.POSITIVE_INFINITY }
  out.write(`::stop-commands::${token}\n${compact(report, view)}::${token}::\n${annotations}`)
  const summary = env.GITHUB_STEP_SUMMARY
  if (!summary) return
  const whole = markdown(report, { ...view, limit: summaryRows })
  appendFile(summary, whole.length > summaryLength ? markdown(report, { ...view, limit: 50 }) : whole)
}

function view(format: string, file: string | undefined, values: CheckValues, terminal: Terminal): View {
  const limit = readCount(values['max-diagnostics'], '--max-diagnostics', format === 'pretty' ? 50 : undefined)
  const colour = file === undefined && hasColour(terminal, terminal.out)
  return { colour, columns: file === undefined ? terminal.out.columns : 100, limit }
}

function save(terminal: Terminal, file: string, text: string): void {
  try {
    writeReport(terminal.cwd, file, text)
  } catch (error) {
    throw new UsageError(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
