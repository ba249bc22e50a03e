import { resolve } from 'node:path'
import { pathFrom } from '../io/inside.ts'
import { buildProject } from '../project/index.ts'
import { inspect, type Understood } from '../project/inspection.ts'
import { oneArgument } from './arguments.ts'
import { defineCommand, formatOption, UsageError } from './command.ts'
import { configurationOptions } from './options.ts'
import { notRead } from './paths.ts'
import { openSession } from './run/session.ts'

export const command = defineCommand({
  usage: 'inspect <file> [options]',
  examples: [['docs-lint inspect api/items.md', 'Endpoints, scopes, parameters, samples and schemas of a page']],
  options: {
    format: formatOption(['text', 'json'], 'Print as text (default) or json'),
    ...configurationOptions,
  },
  async run({ values, positionals }, terminal) {
    const file = oneArgument('inspect', 'file', positionals)
    if (file === undefined) throw new UsageError('inspect needs a file', { help: 'docs-lint inspect api/items.md' })
    const { root, sources } = await openSession(values, terminal)
    const path = pathFrom(root, resolve(terminal.cwd, file))
    const document = sources.documents.get(path)
    if (!document) throw notRead(file, path, sources)
    const found = inspect(buildProject(sources), document)
    terminal.out.write(values.format === 'json' ? `${JSON.stringify({ path, found }, null, 2)}\n` : text(path, found))
    return 0
  },
})

/** Line, kind and text, each in its column; what belongs to an endpoint is indented below it. */
function text(path: string, found: readonly Understood[]): string {
  if (found.length === 0) return `${path}: nothing that docs-lint checks\n`
  const width = Math.max(...found.map(({ line }) => String(line).length))
  const kinds = Math.max(...found.map(({ what }) => what.length))
  const lines = found.map(({ line, what, text, endpoint }) => {
    const owner = endpoint && what !== 'endpoint' ? `  ← ${endpoint}` : ''
    return `${String(line).padStart(width)}  ${what.padEnd(kinds)}  ${text}${owner}\n`
  })
  return `${path}\n${lines.join('')}`
}
