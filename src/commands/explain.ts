import { families } from '../../rules/index.ts'
import { rulePage } from '../io/package.ts'
import type { Rule } from '../rule.ts'
import { oneArgument } from './arguments.ts'
import { defineCommand, formatOption, UsageError } from './command.ts'
import { knownRule } from './configuration/chosen.ts'
import { findConfiguration } from './configuration/index.ts'
import { configurationOptions } from './options.ts'
import { familyOf } from './rules.ts'
import { colours } from './style.ts'

export const command = defineCommand({
  usage: 'explain <rule>',
  options: {
    format: formatOption(['text', 'markdown', 'json'], 'Print the page as text (default), markdown or json'),
    ...configurationOptions,
  },
  async run({ values, positionals }, terminal) {
    const id = oneArgument('explain', 'rule', positionals)
    if (id === undefined)
      throw new UsageError('explain needs the name of a rule', { help: 'docs-lint rules lists them' })
    if (id.includes('/') && !values.trust)
      throw new UsageError(`"${id}" would be a rule of a plugin`, {
        help: 'say --trust to load the plugins of the config',
      })
    const { rules } = await findConfiguration(values.trust ? values : { 'no-config': true }, terminal)
    const rule = rules.get(knownRule(id, rules))
    const page = rule && !families.has(id) ? foreignPage(id, rule) : rulePage(id)
    if (values.format === 'json' && rule) {
      const { summary, severity, options = {} } = rule
      const body = { id, family: familyOf(id), summary, severity, options, page }
      terminal.out.write(`${JSON.stringify(body, null, 2)}\n`)
    } else terminal.out.write(values.format === 'markdown' ? page : paint(page, colours(terminal, terminal.out)))
    return 0
  },
})

/** What can be said of a rule that brings no page. */
function foreignPage(id: string, { summary, severity, options = {} }: Rule): string {
  const taken =
    Object.keys(options).length > 0 ? `\n## Options\n\n\`\`\`json\n${JSON.stringify(options, null, 2)}\n\`\`\`\n` : ''
  return `# ${id}\n\n${summary} Its severity is \`${severity}\` unless a configuration says otherwise.\n${taken}`
}

/** Markdown is readable as it is: headings stand out, fences give way to an indent, and what they hold stays, fences included; links give way to their text. */
function paint(page: string, { bold, cyan, dim }: ReturnType<typeof colours>): string {
  let fence = ''
  const lines = page.split('\n').flatMap((line) => {
    const [marks = ''] = /^(?:`{3,}|~{3,})/.exec(line) ?? []
    if (fence === '' ? marks !== '' : marks.startsWith(fence) && line.trim() === marks) {
      fence = fence === '' ? marks : ''
      return []
    }
    if (fence !== '') return dim(line === '' ? '' : `    ${line}`)
    if (line.startsWith('#')) return bold(line.replace(/^#+ /, ''))
    return line
      .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
      .replace(codeSpan, (_, _marks, _blank, code: string) => cyan(code))
  })
  return lines.join('\n')
}

/** Code between as many marks as it begins with; a blank at both ends is none of it. */
const codeSpan = /(?<!`)(`+)(?!`)( ?)(.+?)\2(?<!`)\1(?!`)/g
