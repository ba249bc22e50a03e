import { rules as builtIn } from '../../../rules/index.ts'
import type { Source } from '../../config/layers.ts'
import { presets } from '../../config/presets.ts'
import { listed, parseConfig, validateConfig } from '../../config/read.ts'
import { configSchema } from '../../config/schema.ts'
import { type ConfigFile, exists, findPackageConfig, readConfigFile } from '../../io/config-file.ts'
import type { Terminal } from '../../io/terminal.ts'
import { pathFrom } from '../../paths.ts'
import { formats as ownFormats } from '../../report/index.ts'
import { nearest } from '../../spelling.ts'
import type { JsonNode } from '../../types.ts'
import { configError, pathOf } from './problems.ts'

/** One place that speaks: a preset, or a file that has been parsed and not yet validated. */
type Part = { name: string; preset: string } | { name: string; file: ConfigFile; node?: JsonNode }

/** First what it extends, then the code that it names, and only then is known what it may say. */
export async function readWhole(file: ConfigFile, trust: boolean, terminal: Terminal) {
  const parts = gather(file, terminal.cwd)
  const wanted = parts.flatMap((it) =>
    'preset' in it ? [] : listed(it.node, 'plugins').map((plugin) => ({ ...plugin, file: it.file })),
  )
  const { rules, formats } =
    wanted.length === 0 ? { rules: builtIn, formats: ownFormats } : await withPlugins(wanted, trust, terminal)
  const schema = configSchema(rules)
  const sources = parts.map((it): Source => {
    if ('preset' in it) return it
    const { user, problems } = validateConfig(it.node, schema)
    if (problems.length > 0) throw configError(it.file, problems, terminal.cwd)
    return { name: it.name, user }
  })
  return { sources, rules, formats }
}

/** Most projects have none, and need not load what loads them. */
async function withPlugins(...[wanted, trust, terminal]: Parameters<typeof import('./plugins.ts').loadPlugins>) {
  const { loadPlugins } = await import('./plugins.ts')
  const { rules, formats } = await loadPlugins(wanted, trust, terminal)
  return { rules: new Map([...builtIn, ...rules]), formats: new Map([...ownFormats, ...formats]) }
}

/** A config file and all that it extends, the furthest first. Nothing of it has been validated yet. */
function gather(file: ConfigFile, cwd: string, above: readonly string[] = []): Part[] {
  const name = pathOf(file, cwd)
  const chain = [...above, name]
  const { node, problems } = parseConfig(file.name, file.text)
  if (problems.length > 0) throw configError(file, problems, cwd)
  const bases = listed(node, 'extends').flatMap(({ name: spec, range }): Part[] => {
    if (presets.has(spec)) return [{ name: `preset ${spec}`, preset: spec }]
    const base = findBase(spec, file)
    if ('problem' in base) throw configError(file, [{ range, message: base.problem, help: base.help }], cwd)
    if (!chain.includes(pathOf(base, cwd))) return gather(base, cwd, chain)
    const message = `the configuration extends itself: ${[...chain, pathOf(base, cwd)].join(' → ')}`
    throw configError(file, [{ range, message }], cwd)
  })
  return [...bases, { name, file, node }]
}

/** What stands behind a name: a file below the folder of the config, or the config of a package. Never the network. */
function findBase(spec: string, from: ConfigFile): ConfigFile | { problem: string; help?: string } {
  if (spec.startsWith('.')) {
    const path = pathFrom(from.name, spec)
    if (path === undefined) return { problem: `"${spec}" lies outside the project` }
    if (!exists(from.folder, path)) return { problem: `there is no file "${spec}" to extend` }
    const file = readConfigFile(from.folder, path)
    return 'problem' in file ? { problem: `cannot extend "${spec}": ${file.problem}` } : file
  }
  if (!/^(?:@[\w-][\w.-]*\/)?[\w-][\w.-]*$/.test(spec)) {
    return { problem: `"${spec}" is no preset, no file of the project ("./base.yaml") and no package` }
  }
  const found = findPackageConfig(from.folder, spec)
  if (found) return found
  const near = nearest(spec, presets.keys())
  const names = [...presets.keys()].join(', ')
  return {
    problem: `there is neither a preset nor an installed package with a docs-lint config that is called "${spec}"`,
    help: near ? `did you mean "${near}"?` : `presets: ${names}`,
  }
}
