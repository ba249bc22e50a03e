import type { Plugin } from './commands/configuration/plugin.ts'
import { type Config, makeConfig } from './config/index.ts'
import type { UserConfig } from './config/user.ts'
import { applyFixes, maxRounds } from './fix.ts'
import { lint, type Rules } from './lint.ts'
import { load } from './load/index.ts'
import { memory } from './load/memory.ts'
import { plain as toJson } from './parse/json.ts'
import { parseYaml } from './parse/yaml.ts'
import { plain } from './report/plain.ts'
import type { Example } from './testing/examples.ts'
import type { Diagnostic } from './types.ts'

export { type Example, readExamples } from './testing/examples.ts'

/** Something that an example says and that is not so. */
export interface Mismatch {
  /** `report`, a file `after fixing`, or what fixes must not do. */
  what: string
  expected: string
  actual: string
}

type Files = ReadonlyMap<string, string | Uint8Array>

/**
 * Holds an example against the rules of a plugin: the report, the fixed texts, that every fix removes its finding, adds none, and
 * changes nothing the second time. All fixes are applied, suggestions too. Gives what differs; nothing where the page is right.
 */
export async function checkExample(
  { files, fixed, config: yaml, report }: Example,
  plugin: Pick<Plugin, 'rules'> & Partial<Pick<Plugin, 'name'>>,
): Promise<Mismatch[]> {
  const { data } = parseYaml(yaml)
  const config = makeConfig(data ? (toJson(data) as UserConfig) : {})
  const rules = rulesOf(plugin)
  const before = await diagnose(files, rules, config)
  const found = differences([['report', report, render(before, files)]])
  if (fixed.size === 0) return found
  const after = await fixAll(files, rules, config)
  if (!after) return [...found, { what: 'fixes', expected: 'come to rest', actual: 'undo each other' }]
  const left = await diagnose(after, rules, config)
  const more = left.length < before.length ? [] : left
  return [
    ...found,
    ...differences([...fixed].map(([path, text]) => [`${path} after fixing`, text, String(after.get(path))])),
    ...differences([
      [
        'findings that a fix leaves fixable',
        '',
        render(
          left.filter((it) => it.fix),
          after,
        ),
      ],
      ['findings after fixing, as many as before', '', render(more, after)],
    ]),
  ]
}

function differences(pairs: [what: string, expected: string, actual: string][]): Mismatch[] {
  return pairs.flatMap(([what, expected, actual]) => (expected === actual ? [] : { what, expected, actual }))
}

/** Named as in a report; a rule that is off by default is asked all the same. */
function rulesOf({ name, rules = {} }: Pick<Plugin, 'rules'> & Partial<Pick<Plugin, 'name'>>): Rules {
  return new Map(
    Object.entries(rules).map(([id, rule]) => [
      name === undefined ? id : `${name}/${id}`,
      rule.severity === 'off' ? { ...rule, severity: 'warning' as const } : rule,
    ]),
  )
}

/** Text in, diagnostics out. */
export async function diagnose(files: Files, rules: Rules, config: Config = makeConfig({})): Promise<Diagnostic[]> {
  return lint(await load(memory(files, config), config), rules, config).diagnostics
}

function render(diagnostics: Diagnostic[], files: Files): string {
  const text = (path: string) => {
    const content = files.get(path)
    return typeof content === 'string' ? content : ''
  }
  return plain({ diagnostics, text })
}

/** Applies all fixes as often as they change something; undefined where they never come to rest. */
async function fixAll(files: Files, rules: Rules, config: Config): Promise<Files | undefined> {
  const fixed = new Map(files)
  for (let round = 0; round < maxRounds; round++) {
    const found = await diagnose(fixed, rules, config)
    let changed = false
    for (const [path, text] of fixed) {
      if (typeof text !== 'string') continue
      const own = found.filter((it) => it.path === path)
      const after = applyFixes(text, own, true)
      changed ||= after !== text
      fixed.set(path, after)
    }
    if (!changed) return fixed
  }
  return undefined
}
