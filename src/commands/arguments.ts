import { parseArgs } from 'node:util'
import { nearest } from '../spelling.ts'
import { type Option, type OptionTable, UsageError } from './command.ts'

type Parsed = { values: Record<string, string | string[] | boolean>; positionals: string[] }

/** Arguments → values, by a command's table of options. Whatever the table does not know is a usage error. */
export function parseArguments(argv: readonly string[], table: OptionTable): Parsed {
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(table).map(([name, { type, short }]) => [name, short ? { type, short } : { type }]),
    ),
    strict: false,
    tokens: true,
  })
  const parsed: Parsed = { values: {}, positionals: [] }
  for (const token of tokens) {
    if (token.kind === 'positional') parsed.positionals.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(table, token.name) ? table[token.name] : undefined
    if (!option) throw unknownOption(token.rawName, table)
    const value = readValue(option, token)
    const before = parsed.values[token.name]
    parsed.values[token.name] = option.multiple ? [...(Array.isArray(before) ? before : []), String(value)] : value
  }
  return parsed
}

function readValue(option: Option, token: { rawName: string; value?: string; inlineValue?: boolean }): string | true {
  const { rawName, value, inlineValue } = token
  if (option.type === 'boolean') {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value`)
    return true
  }
  if (value === undefined || (!inlineValue && value.startsWith('-') && value !== '-')) {
    throw new UsageError(`${rawName} needs a value: ${rawName} <${option.value ?? 'value'}>`)
  }
  if (option.choices) return choose(value, option.choices, `value for ${rawName}`)
  return value
}

function unknownOption(rawName: string, table: OptionTable): UsageError {
  const name = rawName.replace(/^-+/, '')
  const near = rawName.startsWith('--') ? nearest(name, Object.keys(table)) : undefined
  return new UsageError(`unknown option ${rawName}`, {
    help: near ? `did you mean --${near}?` : 'docs-lint --help lists the options',
  })
}

/** The value, if it is one of the choices; otherwise an error that says which one was probably meant. */
export function choose(value: string, choices: Iterable<string>, what: string, otherwise?: string): string {
  const list = [...choices]
  if (list.includes(value)) return value
  const near = nearest(value, list)
  throw new UsageError(`unknown ${what}: "${value}"`, {
    help: near ? `did you mean "${near}"?` : (otherwise ?? `one of: ${list.join(', ')}`),
  })
}

/** The one argument of a command that takes no more. */
export function oneArgument(command: string, what: string, [first, more]: readonly string[]): string | undefined {
  if (more !== undefined) throw new UsageError(`${command} takes one ${what}, and "${more}" is a second`)
  return first
}

/** `--only a,b --only c` → `[a, b, c]`. */
export function splitList(values: readonly string[] = []): string[] {
  return values.flatMap((it) => it.split(',')).flatMap((it) => it.trim() || [])
}
