import { version } from '../io/package.ts'
import type { Terminal } from '../io/terminal.ts'
import { safeText, seal } from '../report/safe.ts'
import { UsageError } from './command.ts'
import { colours } from './style.ts'

/** What the user sees of an exception: a sentence and a way out; a trace only of our own bugs. */
export function renderError(error: unknown, terminal: Terminal): string {
  const { red, dim } = colours(terminal, terminal.err)
  if (error instanceof UsageError) {
    const lines = [`${red('✖')} ${safeText(error.message)}`]
    if (error.frame) lines.push(error.frame.replace(/\n$/, ''))
    if (error.help) lines.push(`  ${safeText(error.help)}`)
    return seal(`${lines.join('\n')}\n`)
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const [message = '', ...frames] = trace.split('\n')
  const shown = terminal.env.DOCS_LINT_DEBUG ? frames : frames.slice(0, 1)
  return seal(
    [
      `${red('✖')} docs-lint itself crashed: this is a bug, not a problem in your documentation`,
      `    ${safeText(message)}`,
      ...shown.map((it) => dim(`    ${safeText(it.trim())}`)),
      `  Please report it with: docs-lint ${version()}, node ${process.versions.node}, ${process.platform}-${process.arch}`,
      ...(terminal.env.DOCS_LINT_DEBUG ? [] : ['  Full trace: DOCS_LINT_DEBUG=1']),
      '',
    ].join('\n'),
  )
}
