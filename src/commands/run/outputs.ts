import type { UserConfig } from '../../config/user.ts'
import { appendFile, writeReport } from '../../io/files.ts'
import type { Terminal } from '../../io/terminal.ts'
import type { Format, Formats, Report, View } from '../../report/index.ts'
import { choose } from '../arguments.ts'
import { UsageError } from '../command.ts'
import type { CheckValues } from '../options.ts'
import { hasColour } from '../style.ts'
import { readCount } from './thresholds.ts'

/** One report: its format, and its file or else stdout. */
export interface Output {
  format: string
  render: () => Promise<Format>
  view: View
  file?: string
}

/** Programs that write code say so in the environment; they read a report better than they look at one. */
const agents = [
  'AI_AGENT',
  'CLAUDECODE',
  'CODEX_SANDBOX',
  'COPILOT_CLI',
  'CURSOR_AGENT',
  'GEMINI_CLI',
  'OPENCODE',
  'REPL_ID',
]

/** Which reports to write where: flag, then environment, then config. Two of them cannot share stdout. */
export function outputs(
  values: CheckValues,
  terminal: Terminal,
  formats: Formats,
  wishes: NonNullable<UserConfig['report']>,
): Output[] {
  const { env } = terminal
  const usual = env.DOCS_LINT_FORMAT || wishes.format || usualFormat(terminal)
  const list = (values.format ?? [usual]).flatMap((it) => {
    const [name = '', file] = split(it)
    const format = choose(name, formats.keys(), 'format')
    const render = formats.get(format)
    return render ? [{ format, render, file }] : []
  })
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
  const limit = readCount(values['max-diagnostics'], '--max-diagnostics', wishes.maxDiagnostics ?? -1)
  const wanted = values.silent ? list.filter(({ file }) => file !== undefined) : list
  return wanted.map(({ format, render, file }) => {
    const usualLimit = format === 'pretty' || format === 'agent' ? 50 : Number.POSITIVE_INFINITY
    const view = {
      colour: file === undefined && hasColour(terminal, terminal.out),
      columns: file === undefined ? terminal.out.columns : 100,
      limit: limit < 0 ? usualLimit : limit,
    }
    return { format, render, view, file }
  })
}

function usualFormat({ out, env }: Terminal): string {
  if (out.isTerminal) return 'pretty'
  return agents.some((it) => env[it]) ? 'agent' : 'compact'
}

function split(text: string): [name: string, file?: string] {
  const cut = text.indexOf('=')
  return cut < 0 ? [text] : [text.slice(0, cut), text.slice(cut + 1)]
}

export async function writeOutputs(list: readonly Output[], report: Report, terminal: Terminal): Promise<void> {
  for (const { format, file, render, view } of list) {
    const text = (await render())(report, view)
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
  const { compact } = await import('../../report/compact.ts')
  const { markdown } = await import('../../report/markdown.ts')
  const token = crypto.randomUUID()
  const view = { colour: false, columns: 100, limit: Number.POSITIVE_INFINITY }
  out.write(`::stop-commands::${token}\n${compact(report, view)}::${token}::\n${annotations}`)
  const summary = env.GITHUB_STEP_SUMMARY
  if (!summary) return
  const whole = markdown(report, { ...view, limit: summaryRows })
  appendFile(summary, whole.length > summaryLength ? markdown(report, { ...view, limit: 50 }) : whole)
}

function save(terminal: Terminal, file: string, text: string): void {
  try {
    writeReport(terminal.cwd, file, text)
  } catch (error) {
    throw new UsageError(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
