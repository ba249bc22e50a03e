import { families } from '../../rules/index.ts'
import { defineCommand, formatOption } from './command.ts'
import { findConfiguration } from './configuration/index.ts'
import { configurationOptions } from './options.ts'

interface Row {
  id: string
  family: string
  severity: string
  summary: string
}

const renderers: Record<string, (rows: Row[]) => string> = { table, json, markdown }

export const command = defineCommand({
  usage: 'rules [options]',
  options: {
    format: formatOption(Object.keys(renderers), 'Print the list as table (default), json or markdown'),
    enabled: { type: 'boolean', summary: 'Only those that the configuration leaves on, as it sets them' },
    ...configurationOptions,
  },
  async run({ values }, terminal) {
    const { out } = terminal
    const inForce = values.enabled || values.trust
    const { rules, config } = await findConfiguration(inForce ? values : { 'no-config': true }, terminal)
    const rows = [...rules]
      .map(([id, rule]) => ({
        id,
        family: familyOf(id),
        severity: config.setting('', id, rule).severity,
        summary: rule.summary,
      }))
      .filter(({ severity }) => !values.enabled || severity !== 'off')
    out.write(renderers[values.format ?? 'table']?.(rows) ?? '')
    return 0
  },
})

/** The family of a rule; a plugin's rules are the plugin's. */
export function familyOf(id: string): string {
  return families.get(id) ?? id.split('/')[0] ?? ''
}

function table(rows: Row[]): string {
  const width = (key: keyof Row) => Math.max(...rows.map((it) => it[key].length))
  const [id, severity] = [width('id'), width('severity')]
  return byFamily(rows)
    .map(([family, list]) => {
      const lines = list.map((it) => `  ${it.id.padEnd(id)}  ${it.severity.padEnd(severity)}  ${it.summary}\n`)
      return `${family}\n${lines.join('')}`
    })
    .join('\n')
}

function json(rows: Row[]): string {
  return `${JSON.stringify(rows, null, 2)}\n`
}

function markdown(rows: Row[]): string {
  return byFamily(rows)
    .map(([family, list]) => {
      const lines = list.map((it) => `| [${it.id}](rules/${it.id}.md) | ${it.severity} | ${it.summary} |\n`)
      return `## ${family}\n\n| rule | default | finds |\n|---|---|---|\n${lines.join('')}`
    })
    .join('\n')
}

function byFamily(rows: Row[]): [string, Row[]][] {
  const names = [...new Set(rows.map(({ family }) => family))].sort()
  return names.map((family) => [family, rows.filter((it) => it.family === family)])
}
