import { configSchema } from '../config/schema.ts'
import { defineCommand } from './command.ts'
import { findConfiguration } from './configuration/index.ts'
import { configurationOptions } from './options.ts'

export const command = defineCommand({
  usage: 'schema [options]',
  examples: [['docs-lint schema --trust', 'with the rules of the plugins that the config lists']],
  options: configurationOptions,
  async run({ values }, terminal) {
    const { rules } = await findConfiguration(values.trust ? values : { 'no-config': true }, terminal)
    terminal.out.write(`${JSON.stringify(configSchema(rules), null, 2)}\n`)
    return 0
  },
})
