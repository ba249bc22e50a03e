import { formats } from '../report/index.ts'
import type { OptionTable, Values } from './command.ts'

export const baselineName = 'docs-lint-baseline.json'

/** The flags that say which configuration is in force. */
export const configurationOptions = {
  config: {
    type: 'string',
    short: 'c',
    value: 'file',
    group: 'Configuration',
    summary:
      'Use this config file (default: docs-lint.config.{yaml,yml,json,jsonc} of this folder or the nearest above)',
  },
  'no-config': { type: 'boolean', group: 'Configuration', summary: 'Use no config file' },
  trust: {
    type: 'boolean',
    group: 'Configuration',
    summary: 'Load the plugins that the config lists: they are code, and run with your rights',
  },
} as const satisfies OptionTable

/** The flags that say what is remembered from run to run. */
export const cacheOptions = {
  'no-cache': { type: 'boolean', group: 'Speed', summary: 'Read every file anew, and remember nothing' },
  'cache-location': {
    type: 'string',
    value: 'folder',
    group: 'Speed',
    summary:
      'Remember in this folder (default: node_modules/.cache/docs-lint, or .docs-lint-cache where there is none)',
  },
  'cache-reset': { type: 'boolean', group: 'Speed', summary: 'Forget what earlier runs have left' },
} as const satisfies OptionTable

/** The flags of every command that reads the project. */
const sessionOptions = {
  ...configurationOptions,
  rule: {
    type: 'string',
    multiple: true,
    value: 'id:severity',
    group: 'Configuration',
    summary: 'Set the severity of a rule: error, warning, info or off',
  },
  ...cacheOptions,
  concurrency: {
    type: 'string',
    value: 'n|auto|off',
    group: 'Speed',
    summary:
      'Read pages on so many threads (default: auto, one for each processor, 4 at most, where there are enough pages)',
  },
  only: { type: 'string', multiple: true, value: 'ids', group: 'Configuration', summary: 'Run only these rules' },
  'ignore-pattern': {
    type: 'string',
    multiple: true,
    value: 'glob',
    group: 'Configuration',
    summary: 'Leave these files out too',
  },
  'no-ignore': { type: 'boolean', group: 'Configuration', summary: 'Check what .gitignore names too' },
  skip: { type: 'string', multiple: true, value: 'ids', group: 'Configuration', summary: 'Run all rules but these' },
} as const satisfies OptionTable

/** The flags that narrow a report down to a change. */
const changedOptions = {
  staged: {
    type: 'boolean',
    group: 'Only what changed',
    summary: 'Report what concerns the files that are staged in git',
  },
  since: {
    type: 'string',
    value: 'ref',
    group: 'Only what changed',
    summary: 'Report what concerns the files that changed since this branch left ref',
  },
  'changed-lines': {
    type: 'boolean',
    group: 'Only what changed',
    summary: 'With --staged or --since: in changed files, only what concerns the changed lines',
  },
} as const

/** The flags that say which findings are known. */
const baselineOptions = {
  baseline: {
    type: 'string',
    value: 'file',
    group: 'Known findings',
    summary: `Hide the findings that this file holds (default: ${baselineName} beside the config, if there is one)`,
  },
  'no-baseline': { type: 'boolean', group: 'Known findings', summary: 'Hide nothing' },
} as const

/** The flags of the language server: what decides what is found, and nothing about reports. */
export const lspOptions = {
  stdio: { type: 'boolean', group: 'Input', summary: 'Speak over stdin and stdout (default, and the only way)' },
  ...sessionOptions,
  ...baselineOptions,
} as const satisfies OptionTable

/** The flags of check. */
export const checkOptions = {
  ...sessionOptions,
  shard: {
    type: 'string',
    value: 'i/n',
    group: 'Speed',
    summary:
      'Only fill the cache, with every n-th page of the sorted list, from the i-th on; a run that finds the caches of all n in one folder reports',
  },
  watch: {
    type: 'boolean',
    short: 'w',
    group: 'Input',
    summary: 'Check again after each change, until you end it',
  },
  timing: {
    type: 'boolean',
    group: 'Speed',
    summary: 'Say on stderr how long each stage took, and which rules took longest',
  },
  format: {
    type: 'string',
    short: 'f',
    multiple: true,
    value: 'name[=file]',
    group: 'Output',
    summary: `Print the report as ${[...formats.keys()].join(', ')}; several times for several reports (default: pretty on a terminal, agent for a program that writes code, otherwise compact)`,
  },
  stdin: {
    type: 'boolean',
    group: 'Input',
    summary: 'Check the text that comes in on stdin in place of the file that --stdin-filename names',
  },
  'stdin-filename': { type: 'string', value: 'file', group: 'Input', summary: 'Where that text stands, or will stand' },
  'no-inline-config': { type: 'boolean', group: 'Known findings', summary: 'Hide nothing that comments excuse' },
  fix: { type: 'boolean', group: 'Fixes', summary: 'Repair what can be repaired safely, then report the rest' },
  diff: {
    type: 'boolean',
    group: 'Fixes',
    summary: 'Print the repairs as a patch and write nothing; exit with 1 if there are any',
  },
  unsafe: {
    type: 'boolean',
    group: 'Fixes',
    summary: 'With --fix or --diff: also what a person should look at afterwards',
  },
  'output-file': { type: 'string', short: 'o', value: 'file', group: 'Output', summary: 'Write the report to a file' },
  quiet: { type: 'boolean', short: 'q', group: 'Output', summary: 'Report errors only' },
  silent: { type: 'boolean', group: 'Output', summary: 'Print no report; the exit code and reports in files stay' },
  'max-diagnostics': {
    type: 'string',
    value: 'n|none',
    group: 'Output',
    summary: 'Print at most so many findings, the worst first (default: 50 for pretty and agent); totals stay exact',
  },
  ...changedOptions,
  ...baselineOptions,
  'strict-baseline': {
    type: 'boolean',
    group: 'Known findings',
    summary: 'Exit with 1 if the baseline holds findings that are gone',
  },
  'fail-on': {
    type: 'string',
    value: 'severity',
    group: 'Exit code',
    choices: ['error', 'warning', 'info', 'never'],
    summary: 'Exit with 1 from this severity on: error (default), warning, info or never',
  },
  'max-warnings': { type: 'string', value: 'n', group: 'Exit code', summary: 'Exit with 1 on more than n warnings' },
  'no-error-on-unmatched-pattern': {
    type: 'boolean',
    group: 'Exit code',
    summary: 'A path that does not exist, or holds nothing to check, is no error',
  },
} as const

export type CheckValues = Values<typeof checkOptions>
export type LspValues = Values<typeof lspOptions>
export type SessionValues = Values<typeof sessionOptions>
