import { processTerminal } from './io/terminal.ts'
import { openEngine } from './lsp/engine.ts'
import type { Question } from './lsp/messages.ts'

// The other end of `io/child.ts`: a process that reads and judges a project for the language server, and ends with it.
const values = JSON.parse(process.argv[2] ?? '{}')
const engine = openEngine(values, processTerminal(), () => process.send?.({}))
process.on('disconnect', () => process.exit())
process.on('message', async ({ id, question }: { id: number; question: Question }) => {
  process.send?.({ id, answer: await engine.answer(question) })
})
