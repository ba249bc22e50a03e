import type { Terminal } from '../io/terminal.ts'

/** A flag as data: parsing, help and "did you mean" all read it here. */
export interface Option {
  type: 'boolean' | 'string'
  short?: string
  /** May be given several times; its value is a list. */
  multiple?: true
  /** What stands for the value in help. */
  value?: string
  /** The values that it takes, where they are few. */
  choices?: readonly string[]
  summary: string
  /** Heading in help. */
  group?: string
}

export type OptionTable = { readonly [name: string]: Option }

export type Values<O extends OptionTable> = {
  [K in keyof O]?: O[K] extends { multiple: true } ? string[] : O[K] extends { type: 'string' } ? string : boolean
}

/** `--format` of a command that prints one thing in one of a few ways. */
export function formatOption(choices: readonly string[], summary: string) {
  return { type: 'string', short: 'f', value: 'name', choices, summary } as const
}

/** Exit code: 0 nothing to report, 1 findings, 2 the run itself went wrong. */
export type ExitCode = number

export interface Command<O extends OptionTable = OptionTable> {
  /** What follows `docs-lint` in the usage line. */
  usage: string
  /** Whole command lines with what they do. */
  examples?: readonly (readonly [line: string, meaning: string])[]
  options: O
  run(input: { values: Values<O>; positionals: string[] }, terminal: Terminal): Promise<ExitCode> | ExitCode
}

/** Gives a command its types. */
export function defineCommand<const O extends OptionTable>(command: Command<O>): Command<O> {
  return command
}

/** Something that the user can put right: said without a trace, exit code 2. */
export class UsageError extends Error {
  readonly help: string | undefined
  /** Printed as it is below the message: the place in a file, drawn. */
  readonly frame: string | undefined

  constructor(message: string, { help, frame }: { help?: string; frame?: string } = {}) {
    super(message)
    this.help = help
    this.frame = frame
  }
}
