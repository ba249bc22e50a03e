import { resolve } from 'node:path'
import type { RuleSetting } from '../config/layers.ts'
import { pathFrom } from '../io/inside.ts'
import { oneArgument } from './arguments.ts'
import { defineCommand, formatOption } from './command.ts'
import { findConfiguration } from './configuration/index.ts'
import { configurationOptions } from './options.ts'
import { projectPath } from './paths.ts'

export const command = defineCommand({
  usage: 'config [file]',
  examples: [
    ['docs-lint config', 'which configurations are in force, and what they say together'],
    ['docs-lint config docs/orders.md', 'severity and options of every rule for one page, and who says so'],
  ],
  options: {
    ...configurationOptions,
    format: formatOption(['text', 'json'], 'Print the rules for a file as text (default) or json'),
  },
  async run({ values, positionals }, terminal) {
    const file = oneArgument('config', 'file', positionals)
    const { root, sources, config, name, rules } = await findConfiguration(values, terminal)
    const from = name === undefined ? null : pathFrom(terminal.cwd, resolve(root, name))
    const bases = sources.slice(0, -1).map((it) => it.name)
    const origin = bases.length > 0 ? { from, extends: bases } : { from }
    const path = file === undefined ? '' : projectPath(file, root, terminal)
    const settings = [...rules].map(([id, rule]): Row => ({ id, ...config.setting(path, id, rule) }))
    const { extends: _, ...user } = config.user
    if (file === undefined) terminal.out.write(json({ ...origin, config: user }))
    else if (values.format === 'json') terminal.out.write(json({ ...origin, file: path, rules: plain(settings) }))
    else terminal.out.write(table(path, settings))
    return 0
  },
})

type Row = RuleSetting & { id: string }

function json(body: object): string {
  return `${JSON.stringify(body, null, 2)}\n`
}

function plain(rows: Row[]): object {
  const entries = rows.map(({ id, severity, by, options }) => {
    return [id, Object.keys(options).length > 0 ? { severity, by, options } : { severity, by }] as const
  })
  return Object.fromEntries(entries)
}

/** One line a rule: what it is set to, and who says so. */
function table(path: string, rows: Row[]): string {
  const width = Math.max(...rows.map(({ id }) => id.length))
  const lines = rows.map(({ id, severity, by, options }) => {
    const extra = Object.keys(options).length > 0 ? `  ${JSON.stringify(options)}` : ''
    return `  ${severity.padEnd(7)}  ${id.padEnd(width)}  ${by}${extra}\n`
  })
  return `${path}\n${lines.join('')}`
}
