import { presets } from '../config/presets.ts'
import { findConfigs } from '../io/config-file.ts'
import { writeReport } from '../io/files.ts'
import { plural } from '../text.ts'
import { defineCommand, formatOption, UsageError } from './command.ts'
import { openSession } from './run/session.ts'

export const command = defineCommand({
  usage: 'init [options]',
  options: {
    preset: {
      type: 'string',
      value: 'name',
      choices: [...presets.keys()],
      summary: `Extend ${[...presets.keys()].join(', ')}`,
    },
    format: formatOption(['yaml', 'json'], 'Write docs-lint.config.yaml (default) or docs-lint.config.json'),
  },
  async run({ values }, terminal) {
    const [old] = findConfigs(terminal.cwd)
    if (old) throw new UsageError(`there is a config already: ${old.name}`, { help: 'init never overwrites one' })
    const { sources } = await openSession({ 'no-config': true }, terminal)
    const { documents, sites } = sources
    const site = sites.map(({ generator, evidence }) => `${generator} (from ${evidence ?? 'its files'})`).join(', ')
    const paths = [...documents.keys()]
    const folders = new Set(paths.map((path) => (path.includes('/') ? path.split('/')[0] : '.')))
    const [only] = folders
    const include = folders.size === 1 && only !== '.' ? `${only}/**/*` : '**/*'
    const first = { include: `${include}.{md,markdown,mdx,md.erb}`, preset: values.preset ?? 'recommended' }
    const name = `docs-lint.config.${values.format ?? 'yaml'}`
    const text = values.format === 'json' ? json(first) : yaml(first, site || 'none recognised')
    writeReport(terminal.cwd, name, text)
    terminal.out.write(
      [
        `${name}: written for ${plural(documents.size, 'file')}; site: ${site || 'none recognised'}`,
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

interface First {
  include: string
  preset: string
}

/** Where an installed docs-lint keeps the schema of its config. */
const schema = './node_modules/docs-lint/schema.json'

function json({ include, preset }: First): string {
  const config = { $schema: schema, extends: [preset], include: [include], ignore: [], rules: {} }
  return `${JSON.stringify(config, null, 2)}\n`
}

function yaml({ include, preset }: First, site: string): string {
  return `# yaml-language-server: $schema=${schema}
# Site: ${site}. docs-lint recognises it by itself.

# ${[...presets].map(([name, { summary }]) => `${name}: ${summary}`).join('\n# ')}
extends: [${preset}]

# The files of the project. All of them are always read; paths on the command line only choose what is reported.
include: ["${include}"]
ignore: []

# error, warning, info or off. docs-lint rules lists all, docs-lint explain RULE says more.
rules: {}

# Other settings for some files:
# overrides:
#   - files: ["archive/**"]
#     rules: { broken-link: off }
`
}
