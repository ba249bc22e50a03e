import { shelve } from '../grouped.ts'
import { prefixOf, splitPath } from '../paths.ts'
import type { FileTree, Site } from '../types.ts'
import { type Generator, generators } from './generators.ts'
import { makeSite, noSite } from './make.ts'
import { isMapping, readSettings, type Settings, setting } from './settings.ts'

/** Which generators build which folders. Several sites may share a repository, even a folder; the first of a folder counts. */
export function detectSites(tree: FileTree, texts: ReadonlyMap<string, string>): Site[] {
  const sites = new Map<string, Site>()
  for (const { path, root, generator } of candidates(tree)) {
    const text = texts.get(path)
    if (text === undefined || sites.has(root)) continue
    const prefix = prefixOf(root)
    const settings = withParts(settingsOf(path, text, generator), generator, prefix, texts)
    if (generator.confirm && !generator.confirm(tree, prefix, settings)) continue
    sites.set(root, makeSite(generator, root, path, settings))
  }
  return [...sites.values()].sort((a, b) => b.root.length - a.root.length)
}

/** The files whose texts `detectSites` wants to see. */
export function evidenceFiles(tree: FileTree): string[] {
  const all = candidates(tree)
  const parts = all.flatMap(({ root, generator }) =>
    Object.values(generator.parts ?? {})
      .flat()
      .map((it) => prefixOf(root) + it)
      .filter((it) => tree.has(it)),
  )
  return [...new Set([...all.map((it) => it.path), ...parts])]
}

function settingsOf(path: string, text: string, { below }: Generator): Settings {
  const settings = readSettings(path, text)
  return below === undefined ? settings : { ...settings, data: setting(settings.data, below) }
}

/** A config may be cut into files, a key each. What the config itself says of a key counts more. */
function withParts(
  settings: Settings,
  { parts = {} }: Generator,
  prefix: string,
  texts: ReadonlyMap<string, string>,
): Settings {
  const { data } = settings
  if (!isMapping(data)) return settings
  const cut = Object.entries(parts).flatMap(([key, files]) => {
    const path = files.map((it) => prefix + it).find((it) => texts.has(it))
    const read = path === undefined ? undefined : readSettings(path, texts.get(path) ?? '')
    const value = read?.data ?? (path !== undefined && /\.\w+$/.test(path) ? undefined : read?.text)
    return value === undefined ? [] : [[key, value] as const]
  })
  return cut.length === 0 ? settings : { ...settings, data: { ...Object.fromEntries(cut), ...data } }
}

/** The site that builds a document: that of the nearest folder that one of them claims. */
export function siteFinder(sites: readonly Site[]): (path: string) => Site {
  const claimed = new Map<string, Site>()
  const claim = (folder: string, site: Site) => claimed.has(folder) || claimed.set(folder, site)
  for (const site of sites) claim(site.root, site)
  for (const site of sites) for (const { folder } of site.contents) claim(folder, site)
  const found = new Map<string, Site>()
  const byFolder = new Map<string, Site>()
  return (path) => {
    // Whoever asks asks often, and a path has its hash already, where that of a folder is a new string.
    const before = found.get(path)
    if (before) return before
    const folder = splitPath(path).folder
    const site = byFolder.get(folder) ?? find(path)
    byFolder.set(folder, site)
    found.set(path, site)
    return site
  }

  function find(path: string): Site {
    for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
      const site = claimed.get(path.slice(0, cut))
      if (site) return site
    }
    return claimed.get('') ?? noSite
  }
}

interface Candidate {
  path: string
  root: string
  generator: Generator
}

const byName = new Map<string, { config: string; generator: Generator }[]>()
for (const generator of generators) {
  for (const config of generator.configs) {
    shelve(byName, splitPath(config).name, { config, generator })
  }
}

/** Configs in the order of the table, so that a stronger sign wins over a weaker one in the same folder. */
function candidates(tree: FileTree): Candidate[] {
  const found: Candidate[] = []
  for (const path of tree.paths) {
    for (const { config, generator } of byName.get(splitPath(path).name) ?? []) {
      if (path !== config && !path.endsWith(`/${config}`)) continue
      const inside = path.slice(0, -config.length)
      const isLikely = generator.beside === undefined || tree.has(inside + generator.beside)
      if (isLikely) found.push({ path, root: inside.replace(/\/$/, ''), generator })
    }
  }
  const rank = new Map(generators.map((it, index) => [it, index]))
  return found.sort((a, b) => (rank.get(a.generator) ?? 0) - (rank.get(b.generator) ?? 0))
}
