import picomatch from 'picomatch'
import type { Options, Rule } from '../rule.ts'
import type { Setting, Severity } from '../types.ts'
import { presets } from './presets.ts'
import type { RuleEntry, UserConfig } from './user.ts'

/** A configuration that has a say, and what it is called: a preset, a file, the command line. */
export type Source = { name: string; user: UserConfig } | { name: string; preset: string }

/** Severity and options of a rule for one file, and who decided. */
export interface RuleSetting {
  severity: Setting
  options: Options
  /** `default`, or the place that spoke last. */
  by: string
  /** The severity of a finding that the rule itself weighs otherwise: where somebody has spoken, that counts. */
  weigh(own: Severity): Severity
}

type Grades = Readonly<Record<Setting, Setting>>

/** What one place says: about rules by name, or about severities as such. */
export interface Layer {
  name: string
  /** Absent where it speaks of all files. */
  matches?(path: string): boolean
  rules: Readonly<Record<string, RuleEntry>>
  grades?: Grades
}

/** The places that speak, the last word last. */
export function layersOf(sources: readonly Source[]): Layer[] {
  const layers = sources.flatMap((it) => ('preset' in it ? presetLayer(it) : userLayers(it)))
  return layers.filter(({ rules, grades }) => grades !== undefined || Object.keys(rules).length > 0)
}

function presetLayer({ name, preset }: { name: string; preset: string }): Layer[] {
  const known = presets.get(preset)
  return known ? [{ name, rules: known.rules, grades: known.grades }] : []
}

function userLayers({ name, user }: { name: string; user: UserConfig }): Layer[] {
  return [
    { name, rules: user.rules ?? {} },
    ...(user.overrides ?? []).map(({ files, rules }) => ({
      name: `${name}, overrides for ${files.join(', ')}`,
      matches: picomatch(files),
      rules,
    })),
  ]
}

/** Goes through the layers: the later one wins, option by option. */
export function settle(layers: readonly Layer[], path: string, id: string, rule: Rule): RuleSetting {
  let { severity, options = {} } = rule
  let by = 'default'
  const grading: Grades[] = []
  let spoken = false
  for (const { name, matches, rules, grades } of layers) {
    if (grades && !spoken) {
      if (grades[severity] !== severity) by = name
      severity = grades[severity]
      grading.push(grades)
    }
    if (!Object.hasOwn(rules, id) || matches?.(path) === false) continue
    const entry = readEntry(rules[id])
    by = name
    spoken ||= entry.severity !== undefined
    severity = entry.severity ?? severity
    options = { ...options, ...entry.options }
  }
  const weigh = (own: Severity) => (spoken ? severity : graded(own, grading)) as Severity
  return { severity, options, by, weigh }
}

function graded(own: Setting, grading: readonly Grades[]): Setting {
  return grading.reduce<Setting>((severity, grades) => grades[severity], own)
}

function readEntry(entry: RuleEntry | undefined): { severity?: Setting; options?: Options } {
  if (entry === undefined) return {}
  if (typeof entry === 'string') return { severity: entry === 'warn' ? 'warning' : entry }
  const [severity, options] = isTuple(entry) ? entry : [entry.severity, entry.options]
  return { ...(severity && readEntry(severity)), options }
}

function isTuple(entry: object): entry is readonly [Setting | 'warn', Options?] {
  return Array.isArray(entry)
}
