#!/usr/bin/env node
import module from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { main } from './commands/index.ts'
import { processTerminal } from './io/terminal.ts'

// Node 22.8 and later keep compiled code from run to run; what is imported lazily from here on profits.
const { enableCompileCache } = module as { enableCompileCache?: () => void }
enableCompileCache?.()

// A run is over before most of what the engine would optimise has paid for it, and both cores have better things to do:
// functions have to be eight times as busy as by default. How that is said depends on the engine, and it complains aloud of
// flags that it does not know.
const patience: Record<string, string> = {
  11: '--interrupt-budget=528000',
  12: '--invocation-count-for-turbofan=24000',
  13: '--invocation-count-for-turbofan=24000',
}
const flag = patience[Number.parseInt(process.versions.v8, 10)]
if (flag) setFlagsFromString(flag)

// No process.exit(): what is still in a pipe would be lost.
process.exitCode = await main(process.argv.slice(2), processTerminal())
