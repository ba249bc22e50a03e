import { type RemarkLint, type RemarkPlugin, remarkLint } from '../../parse/remark-lint.ts'
import type { Rule } from '../../rule.ts'
import type { Json } from '../../types.ts'
import type { Plugin } from './plugin.ts'

/** A remark-lint rule, or a preset of them, as plugins of ours: what they say of a page becomes findings. */
export function remarkPlugins(module: unknown, name: string): Plugin[] {
  return listed(module).map(([plugin, option]) => {
    // remark-lint calls its rules `remark-lint:no-dead-urls`; a plugin that is no rule bears the name of its package.
    const [, family = 'remark', id = name.replace(/^.*\/|\.\w+$/g, '')] = /^([\w-]+):([\w-]+)$/.exec(plugin.name) ?? []
    return { name: family, rules: { [id]: ruleOf(remarkLint(plugin), `${family}:${id}`, option) } }
  })
}

type Listed = [plugin: RemarkPlugin, option: Json]

/** What stands in a preset: plugins, plugins with an option, presets. What is no rule (settings of a printer) is left out. */
function listed(entry: unknown): Listed[] {
  if (typeof entry === 'function') return [[entry as RemarkPlugin, null]]
  if (Array.isArray(entry)) return typeof entry[0] === 'function' ? [[entry[0], optionOf(entry[1])]] : []
  const plugins = typeof entry === 'object' && entry !== null && 'plugins' in entry ? entry.plugins : undefined
  return Array.isArray(plugins) ? plugins.flatMap(listed) : []
}

/** `[severity, option]` is how remark-lint writes it; the severity is ours to say. */
function optionOf(option: unknown): Json {
  const [severity, inner] = Array.isArray(option) ? option : []
  const graded = ['error', 'on', 'off', 'warn', 0, 1, 2].includes(severity)
  return ((graded ? inner : option) ?? null) as Json
}

function ruleOf(judge: RemarkLint, name: string, option: Json): Rule {
  return {
    summary: `What ${name} finds.`,
    severity: 'warning',
    options: { option },
    *check({ text, facts }, { options }) {
      // What is too large to be parsed here is too large for a slower parser.
      if (facts.spec || facts.problems.length > 0) return
      for (const { range, message } of judge(text, options.option ?? null)) yield { at: range, message }
    },
  }
}
