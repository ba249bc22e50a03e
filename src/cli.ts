#!/usr/bin/env node
import { main } from './commands/index.ts'
import { processTerminal } from './io/terminal.ts'

// No process.exit(): what is still in a pipe would be lost.
process.exitCode = await main(process.argv.slice(2), processTerminal())
