import type { Config } from '../config/index.ts'
import { member, text } from '../parse/json.ts'
import { parseYaml } from '../parse/yaml.ts'
import { joinPath, splitPath } from '../text.ts'
import type { Dialect, FileTree, Site } from '../types.ts'

/** A generator's own config gives it away; the first match in a folder wins. */
interface Generator {
  name: string
  /** File names of its config. */
  config: string[]
  /** The folder that "/" stands for, from the config's text. */
  source?(config: string): string | undefined
}

const generators: Generator[] = [
  { name: 'jekyll', config: ['_config.yml', '_config.yaml'], source: yamlKey('source') },
  { name: 'mkdocs', config: ['mkdocs.yml', 'mkdocs.yaml'], source: (config) => yamlKey('docs_dir')(config) ?? 'docs' },
]

function yamlKey(key: string): (config: string) => string | undefined {
  return (config) => text(member(parseYaml(config).data, key))
}

/** The files whose texts `detectSites` wants to see. */
export function evidenceFiles(tree: FileTree): string[] {
  const names = new Set(generators.flatMap(({ config }) => config))
  return tree.paths.filter((path) => names.has(splitPath(path).name))
}

/** Which generators build which folders: deepest folder first, so that the first match is the nearest. */
export function detectSites(_tree: FileTree, texts: ReadonlyMap<string, string>): Site[] {
  const sites: Site[] = []
  for (const [path, config] of texts) {
    const { folder, name } = splitPath(path)
    const generator = generators.find((it) => it.config.includes(name))
    if (!generator) continue
    const source = joinPath(folder, generator.source?.(config) ?? '') ?? folder
    sites.push({ generator: generator.name, root: folder, source, evidence: path })
  }
  return sites.sort((a, b) => b.root.length - a.root.length)
}

export function dialectOf(_sites: readonly Site[], _path: string, config: Config): Dialect {
  return { parser: config.user.parser ?? 'satteri', includes: [] }
}
