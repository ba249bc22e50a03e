import { families, rules } from '../../rules/index.ts'
import { rulePage } from '../io/package.ts'
import { defineCommand, UsageError } from './command.ts'
import { knownRule } from './session.ts'
import { colours } from './style.ts'

export const command = defineCommand({
  usage: 'explain <rule>',
  options: {
    format: {
      type: 'string',
      short: 'f',
      value: 'name',
      choices: ['text', 'markdown', 'json'],
      summary: 'Print the page as text (default), markdown or json',
    },
  },
  run({ values, positionals }, terminal) {
    const [id, more] = positionals
    if (id === undefined)
      throw new UsageError('explain needs the name of a rule', { help: 'docs-lint rules lists them' })
    if (more !== undefined) throw new UsageError(`explain takes one rule, and "${more}" is a second`)
    const page = rulePage(knownRule(id, rules))
    const rule = rules.get(id)
    if (values.format === 'json' && rule) {
      const { summary, severity, options = {} } = rule
      const body = { id, family: families.get(id), summary, severity, options, page }
      terminal.out.write(`${JSON.stringify(body, null, 2)}\n`)
    } else terminal.out.write(values.format === 'markdown' ? page : paint(page, colours(terminal, terminal.out)))
    return 0
  },
})

/** Markdown is readable as it is: headings stand out, fences give way to an indent, links to their text. */
function paint(page: string, { bold, cyan, dim }: ReturnType<typeof colours>): string {
  let fenced = false
  const lines = page.split('\n').flatMap((line) => {
    if (/^(```|~~~)/.test(line)) {
      fenced = !fenced
      return []
    }
    if (fenced) return dim(line === '' ? '' : `    ${line}`)
    if (line.startsWith('#')) return bold(line.replace(/^#+ /, ''))
    return line.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1').replace(/`([^`]+)`/g, (_, code: string) => cyan(code))
  })
  return lines.join('\n')
}
