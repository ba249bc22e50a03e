import type { Terminal } from '../io/terminal.ts'
import { nearest } from '../spelling.ts'
import { parseArguments } from './arguments.ts'
import { type Command, type ExitCode, type OptionTable, UsageError, type Values } from './command.ts'

/** Every command: its summary for `--help`, and its code, loaded only when it is called. */
const commands: ReadonlyMap<string, { summary: string; load: () => Promise<{ command: Command }> }> = new Map([
  entry('init', 'Write a first config file from what is here', async () => await import('./init.ts')),
  entry(
    'config',
    'Show the configuration that is in force, for one file if you name it',
    async () => await import('./config.ts'),
  ),
  entry('schema', 'Print the JSON Schema of the config file', async () => await import('./schema.ts')),
  entry(
    'baseline',
    "Accept today's findings, so that only new ones are reported",
    async () => await import('./baseline.ts'),
  ),
  entry('check', 'Check the documentation (the default command)', async () => await import('./check.ts')),
  entry('inspect', 'Show what docs-lint understands of a page', async () => await import('./inspect.ts')),
  entry('coverage', 'Show how much of every endpoint can be checked', async () => await import('./coverage.ts')),
  entry('rules', 'List all rules', async () => await import('./rules.ts')),
  entry(
    'explain',
    'Show what a rule finds, why it matters, and how to fix it',
    async () => await import('./explain.ts'),
  ),
  entry('lsp', 'Serve an editor, over the Language Server Protocol', async () => await import('./lsp.ts')),
  entry('trace', 'Show step by step where links and includes lead', async () => await import('./trace.ts')),
])

function entry<O extends OptionTable>(name: string, summary: string, load: () => Promise<{ command: Command<O> }>) {
  // The table forgets each command's own types: parsing gives exactly the values that its options describe.
  return [name, { summary, load: load as unknown as () => Promise<{ command: Command }> }] as const
}

/** What every command understands. */
const common = {
  color: { type: 'boolean', summary: 'Use colours even where the output is no terminal' },
  'no-color': { type: 'boolean', summary: 'Use no colours' },
  help: { type: 'boolean', short: 'h', summary: 'Show this help' },
  version: { type: 'boolean', short: 'v', summary: 'Show the version' },
} satisfies OptionTable

/** Arguments in, exit code out. Everything that goes wrong ends here, as a sentence and exit code 2. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(argv, terminal)
  } catch (error) {
    const { renderError } = await import('./errors.ts')
    terminal.err.write(renderError(error, terminal))
    return 2
  }
}

async function dispatch(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')) return await showVersion(terminal)
  const [first = '', ...rest] = argv
  if (first === 'help') return await dispatch([...rest, '--help'], terminal)
  const named = commands.has(first)
  const name = named ? first : 'check'
  const command = await loadCommand(name)
  const options = { ...command.options, ...common }
  const { values, positionals } = parseArguments(named ? rest : argv, options)
  if (values.version) return await showVersion(terminal)
  if (values.help) {
    const { renderHelp } = await import('./help.ts')
    const list = name === 'check' ? [...commands].map(([it, { summary }]) => [it, summary] as const) : []
    terminal.out.write(renderHelp(command, common, list))
    return 0
  }
  if (positionals[0] !== undefined && !/[[<](?:paths|file|rule)\b/.test(command.usage)) {
    throw new UsageError(`${name} takes no arguments, and "${positionals[0]}" is one`, {
      help: `docs-lint ${name} --help says what it takes`,
    })
  }
  if (!named && positionals[0] !== undefined) await refuseMisspelt(positionals[0], terminal)
  return await command.run({ values: values as Values<OptionTable>, positionals }, colourChoice(terminal, values))
}

async function loadCommand(name: string): Promise<Command> {
  const known = commands.get(name)
  if (!known) throw new UsageError(`unknown command "${name}"`)
  return (await known.load()).command
}

async function showVersion(terminal: Terminal): Promise<ExitCode> {
  const { version } = await import('../io/package.ts')
  terminal.out.write(`${version()}\n`)
  return 0
}

/** `docs-lint chekc` names no file, and is near a command. */
async function refuseMisspelt(word: string, terminal: Terminal): Promise<void> {
  if (/[/\\.*]/.test(word)) return
  const near = nearest(word, commands.keys())
  if (!near) return
  const { exists } = await import('../io/config-file.ts')
  if (exists(terminal.cwd, word)) return
  throw new UsageError(`unknown command "${word}", and no such file`, { help: `did you mean "docs-lint ${near}"?` })
}

/** The flags speak through the environment, so that one place decides about colour. */
function colourChoice(terminal: Terminal, values: Readonly<Record<string, unknown>>): Terminal {
  if (values['no-color']) return { ...terminal, env: { ...terminal.env, NO_COLOR: '1', FORCE_COLOR: undefined } }
  if (values.color) return { ...terminal, env: { ...terminal.env, FORCE_COLOR: '1', NO_COLOR: undefined } }
  return terminal
}
