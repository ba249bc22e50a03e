import { resolve } from 'node:path'
import { pathFrom } from '../io/inside.ts'
import { buildProject } from '../project/index.ts'
import { traceFile, traceUrl } from '../project/trace.ts'
import { oneArgument } from './arguments.ts'
import { defineCommand, UsageError } from './command.ts'
import { configurationOptions } from './options.ts'
import { notRead } from './paths.ts'
import { openSession } from './run/session.ts'

export const command = defineCommand({
  usage: 'trace <file[:line] | url> [options]',
  examples: [
    ['docs-lint trace docs/guide.md:12', 'Where the links and includes on a line lead, step by step'],
    ['docs-lint trace /guide/start.html', 'Which source answers a URL of the built site'],
  ],
  options: configurationOptions,
  async run({ values, positionals }, terminal) {
    const what = oneArgument('trace', 'file or URL', positionals)
    if (what === undefined)
      throw new UsageError('trace needs a file or a URL', { help: 'docs-lint trace docs/guide.md:12' })
    const { root, sources } = await openSession(values, terminal)
    const project = buildProject(sources)
    const [, file = what, line] = /^(.*?)(?::(\d+)(?::\d+)?)?$/.exec(what) ?? []
    const path = pathFrom(root, resolve(terminal.cwd, file))
    const lines = traceFile(project, path, line === undefined ? undefined : Number(line))
    if (lines === undefined && !/^\/|:\/\/|#/.test(what)) throw notRead(file, path, sources)
    const text = lines ?? traceUrl(project, what)
    terminal.out.write(`${text.length > 0 ? text.join('\n') : `${what}: no link and no include`}\n`)
    return 0
  },
})
