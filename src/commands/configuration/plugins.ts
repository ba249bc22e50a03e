import type { ConfigFile } from '../../io/config-file.ts'
import { importPlugin } from '../../io/plugin.ts'
import type { Terminal } from '../../io/terminal.ts'
import { splitPath } from '../../paths.ts'
import type { Format, Formats } from '../../report/index.ts'
import type { Rule } from '../../rule.ts'
import type { Range } from '../../types.ts'
import type { Plugin } from './plugin.ts'
import { configError } from './problems.ts'

/** A module that a config names. */
export interface Wanted {
  name: string
  file: ConfigFile
  range: Range
}

/** Loads what a config names, if the user trusts it. */
export async function loadPlugins(wanted: readonly Wanted[], trust: boolean, terminal: Terminal) {
  const rules = new Map<string, Rule>()
  const formats = new Map<string, () => Promise<Format>>()
  for (const it of wanted) {
    for (const { name, rules: own = {}, reporters = {} } of await loadOne(it, trust, terminal)) {
      for (const [id, rule] of Object.entries(own)) rules.set(`${name}/${id}`, rule)
      for (const [id, format] of Object.entries(reporters)) formats.set(`${name}/${id}`, async () => format)
    }
  }
  return { rules, formats: formats as Formats }
}

/** Runs code of the project: a pull request must not gain rights by writing a config. */
async function loadOne({ name, file, range }: Wanted, trust: boolean, { cwd, env }: Terminal): Promise<Plugin[]> {
  const refuse = (message: string, help?: string) => configError(file, [{ range, message, help }], cwd)
  if (env.GITHUB_EVENT_NAME === 'pull_request_target') {
    throw refuse(`the plugin "${name}" does not load on pull_request_target: it would run with the rights of the base`)
  }
  if (!trust && env.DOCS_LINT_TRUST !== '1') {
    throw refuse(`the plugin "${name}" is code, and loads only with --trust`, 'or with DOCS_LINT_TRUST=1')
  }
  const module = await importPlugin(`${file.folder}/${splitPath(file.name).folder}`, name).catch((error: unknown) => {
    throw refuse(`cannot load the plugin "${name}": ${error instanceof Error ? error.message : String(error)}`)
  })
  const plugins = await pluginsIn(module, name)
  const flaw = plugins.map(flawOf).find((it) => it !== undefined)
  if (flaw) throw refuse(`"${name}" is no plugin: ${flaw}`)
  return plugins
}

/** A plugin of ours, or one of remark-lint, or a preset of them. */
async function pluginsIn(module: unknown, name: string): Promise<Plugin[]> {
  const isRemark = typeof module === 'function' || (isRecord(module) && Array.isArray(module.plugins))
  if (!isRemark) return [module as Plugin]
  const { remarkPlugins } = await import('./remark.ts')
  return remarkPlugins(module, name)
}

function flawOf(plugin: unknown): string | undefined {
  if (!isRecord(plugin)) return 'its default export is no object { name, rules }'
  if (typeof plugin.name !== 'string' || !/^[\w@.-]+$/.test(plugin.name)) return 'it has no name of letters and hyphens'
  const { rules = {}, reporters = {} } = plugin
  if (!isRecord(rules) || !isRecord(reporters)) return '"rules" and "reporters" are objects'
  const wrong = Object.entries(rules).find(([, rule]) => !isRule(rule))
  if (wrong) return `its rule "${wrong[0]}" lacks a summary, a severity or check(), or its index is no function`
  const silent = Object.entries(reporters).find(([, it]) => typeof it !== 'function')
  return silent && `its reporter "${silent[0]}" is no function`
}

function isRule(rule: unknown): boolean {
  if (!isRecord(rule)) return false
  if (rule.index !== undefined && typeof rule.index !== 'function') return false
  const known = ['error', 'warning', 'info', 'off'].includes(String(rule.severity))
  return known && typeof rule.summary === 'string' && typeof rule.check === 'function'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
