import { rules } from '../../rules/index.ts'
import { configSchema } from '../config/schema.ts'
import { defineCommand } from './command.ts'

export const command = defineCommand({
  usage: 'schema',
  options: {},
  run(_, { out }) {
    out.write(`${JSON.stringify(configSchema(rules), null, 2)}\n`)
    return 0
  },
})
