#!/usr/bin/env node
import module from 'node:module'
import { main } from './commands/index.ts'
import { processTerminal } from './io/terminal.ts'

// Node 22.8 and later keep compiled code from run to run; what is imported lazily from here on profits.
const { enableCompileCache } = module as { enableCompileCache?: () => void }
enableCompileCache?.()

// No process.exit(): what is still in a pipe would be lost.
process.exitCode = await main(process.argv.slice(2), processTerminal())
