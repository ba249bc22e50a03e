import { getOrAdd } from '../grouped.ts'
import type { Rule } from '../rule.ts'
import { layersOf, type RuleSetting, type Source, settle } from './layers.ts'
import { presets } from './presets.ts'
import type { RuleEntry, UserConfig } from './user.ts'

/** What the command line says; it has the last word. */
export interface Chosen {
  rules?: Record<string, RuleEntry>
  only?: readonly string[]
  skip?: readonly string[]
  /** Globs of files to leave out besides those of the config. */
  ignore?: readonly string[]
}

/** The configuration as the engine asks it. */
export interface Config {
  /** All that is no rule: of the configurations in force, what the last one says. */
  readonly user: UserConfig
  /** Severity and options of a rule for one file: default, then presets, `rules` and `overrides` in order, then flags. */
  setting(path: string, id: string, rule: Rule): RuleSetting
}

/** `sources`: a configuration alone, or after all that it extends. */
export function makeConfig(sources: UserConfig | readonly Source[], chosen: Chosen = {}): Config {
  const list = isList(sources) ? sources : withPresets(sources)
  const layers = layersOf([...list, { name: 'the command line', user: { rules: chosen.rules } }])
  const only = new Set(chosen.only)
  const skip = new Set(chosen.skip)
  const user = merge(list)
  return {
    user: chosen.ignore ? { ...user, ignore: [...(user.ignore ?? []), ...chosen.ignore] } : user,
    setting: layers.some(({ matches }) => matches) ? setting : remembered(setting),
  }

  function setting(path: string, id: string, rule: Rule): RuleSetting {
    const setting = settle(layers, path, id, rule)
    if (skip.has(id) || (only.size > 0 && !only.has(id))) return { ...setting, severity: 'off' }
    return only.has(id) && setting.severity === 'off' ? { ...setting, severity: 'warning' } : setting
  }
}

/** Where nobody speaks of single files, a rule has one setting, and every file asks for it. */
function remembered(setting: Config['setting']): Config['setting'] {
  const known = new Map<Rule, RuleSetting>()
  return (path, id, rule) => getOrAdd(known, rule, () => setting(path, id, rule))
}

/** A configuration that stands in no file can extend presets, and nothing else. */
function withPresets(user: UserConfig): Source[] {
  const names = [user.extends ?? []].flat()
  const unknown = names.find((it) => !presets.has(it))
  if (unknown !== undefined) throw new Error(`only a config file can extend "${unknown}"`)
  return [...names.map((preset) => ({ name: `preset ${preset}`, preset })), { name: 'config', user }]
}

function merge(sources: readonly Source[]): UserConfig {
  const users = sources.flatMap((it) => ('user' in it ? it.user : []))
  const rules = users.flatMap((it) => it.rules ?? [])
  const overrides = users.flatMap((it) => it.overrides ?? [])
  const together: UserConfig = Object.assign({}, ...users)
  if (rules.length > 0) together.rules = Object.assign({}, ...rules)
  if (overrides.length > 0) together.overrides = overrides
  return together
}

function isList(sources: UserConfig | readonly Source[]): sources is readonly Source[] {
  return Array.isArray(sources)
}
