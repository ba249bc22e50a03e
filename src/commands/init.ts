import { findConfigs } from '../io/config-file.ts'
import { writeReport } from '../io/files.ts'
import { plural } from '../text.ts'
import { defineCommand, UsageError } from './command.ts'
import { openSession } from './session.ts'

export const command = defineCommand({
  usage: 'init',
  options: {},
  async run(_, terminal) {
    const [old] = findConfigs(terminal.cwd)
    if (old) throw new UsageError(`there is a config already: ${old.name}`, { help: 'init never overwrites one' })
    const { sources } = await openSession({ 'no-config': true }, terminal)
    const { documents, sites } = sources
    const site = sites.map(({ generator, evidence }) => `${generator} (from ${evidence ?? 'its files'})`).join(', ')
    const paths = [...documents.keys()]
    const folders = new Set(paths.map((path) => (path.includes('/') ? path.split('/')[0] : '.')))
    const [only] = folders
    const include = folders.size === 1 && only !== '.' ? `${only}/**/*` : '**/*'
    writeReport(terminal.cwd, 'docs-lint.config.yaml', template(include, site || 'none recognised'))
    terminal.out.write(
      [
        `docs-lint.config.yaml: written for ${plural(documents.size, 'file')}; site: ${site || 'none recognised'}`,
        'Next:',
        '  docs-lint             see what is there',
        '  docs-lint --fix       repair what can be repaired safely',
        '  docs-lint baseline    accept the rest for now; only new findings fail',
        '',
      ].join('\n'),
    )
    return 0
  },
})

function template(include: string, site: string): string {
  return `# yaml-language-server: $schema=./node_modules/docs-lint/schema.json
# Site: ${site}. docs-lint recognises it by itself.

# The files of the project. All of them are always read; paths on the command line only choose what is reported.
include: ["${include}.{md,markdown,mdx,md.erb}"]
ignore: []

# error, warning, info or off. docs-lint rules lists all, docs-lint explain RULE says more.
rules: {}

# Other settings for some files:
# overrides:
#   - files: ["archive/**"]
#     rules: { broken-link: off }
`
}
