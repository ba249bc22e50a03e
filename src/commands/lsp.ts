import { defineCommand } from './command.ts'
import { lspOptions } from './options.ts'

export const command = defineCommand({
  usage: 'lsp [--stdio] [options]',
  examples: [['docs-lint lsp --stdio', 'what an editor runs to show findings while you write']],
  options: lspOptions,
  async run({ values }) {
    const { serve } = await import('../lsp/server.ts')
    return await serve(values)
  },
})
