import { relative, resolve, sep } from 'node:path'
import { rules } from '../../rules/index.ts'
import { makeConfig } from '../config/index.ts'
import { defineCommand, UsageError } from './command.ts'
import { findConfiguration } from './configuration.ts'
import { sessionOptions } from './session.ts'

export const command = defineCommand({
  usage: 'config [file]',
  examples: [
    ['docs-lint config', 'which config file is in force, and what it says'],
    ['docs-lint config docs/orders.md', 'severity and options of every rule for one page'],
  ],
  options: { config: sessionOptions.config, 'no-config': sessionOptions['no-config'] },
  run({ values, positionals: [file, more] }, terminal) {
    if (more !== undefined) throw new UsageError(`config takes one file, and "${more}" is a second`)
    const { root, user, name } = findConfiguration(values, terminal)
    const from = name === undefined ? null : relative(terminal.cwd, resolve(root, name)).split(sep).join('/')
    if (file === undefined) {
      terminal.out.write(`${JSON.stringify({ from, config: user }, null, 2)}\n`)
      return 0
    }
    const path = relative(root, resolve(terminal.cwd, file)).split(sep).join('/')
    const config = makeConfig(user)
    const settings = [...rules].map(([id, rule]) => {
      const { severity, options } = config.setting(path, id, rule)
      const by = config.isSet(id) ? 'config' : 'default'
      return [id, Object.keys(options).length > 0 ? { severity, by, options } : { severity, by }] as const
    })
    terminal.out.write(`${JSON.stringify({ from, file: path, rules: Object.fromEntries(settings) }, null, 2)}\n`)
    return 0
  },
})
