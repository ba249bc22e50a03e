import { wrap } from '../report/width.ts'
import type { Command, OptionTable } from './command.ts'

const width = 96

/** The help of one command; `commands` are listed below the default command's own flags. */
export function renderHelp(
  command: Command,
  common: OptionTable,
  commands: readonly (readonly [name: string, summary: string])[],
): string {
  const parts = [`Usage: docs-lint ${command.usage}\n`]
  if (command.examples) parts.push(section('Examples', command.examples))
  const rows = Object.entries({ ...command.options, ...common })
  const groups = new Set(rows.map(([, { group }]) => group))
  if (commands.length > 0) parts.push(section('Commands', commands))
  for (const group of [...groups].sort((a, b) => Number(a === undefined) - Number(b === undefined))) {
    const flags = rows.filter(([, it]) => it.group === group)
    parts.push(section(group ?? (groups.size > 1 ? 'Other' : 'Options'), flags.map(describe)))
  }
  if (commands.length > 0)
    parts.push('docs-lint <command> --help says more. Exit codes: 0 clean, 1 findings, 2 the run went wrong.\n')
  return parts.join('\n')
}

function describe([name, option]: readonly [string, OptionTable[string]]): readonly [string, string] {
  const short = option.short ? `-${option.short}, ` : '    '
  return [`${short}--${name}${option.type === 'string' ? ` <${option.value ?? 'value'}>` : ''}`, option.summary]
}

function section(title: string, rows: readonly (readonly [string, string])[]): string {
  const left = Math.max(...rows.map(([it]) => it.length))
  const lines = rows.flatMap(([name, text]) =>
    wrap(text, width - left - 4).map((line, i) => `  ${(i === 0 ? name : '').padEnd(left)}  ${line}`.trimEnd()),
  )
  return `${title}:\n${lines.map((it) => `${it}\n`).join('')}`
}
