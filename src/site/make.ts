import { joinPath } from '../paths.ts'
import type { Site } from '../types.ts'
import { addressOf, nowhere } from './address.ts'
import type { Generator } from './generators.ts'
import { isMapping, type Settings } from './settings.ts'

/** A site from its config. Folders that would leave the project are dropped: nothing outside it is read. */
export function makeSite(generator: Generator, root: string, evidence: string, settings: Settings): Site {
  const {
    source = '',
    contents,
    assets = [],
    written = [],
    includeRoots = {},
    startsAtRoot,
  } = generator.layout(settings)
  const inside = (folders: string[]) => folders.flatMap((it) => joinPath(root, it.replace(/^\/+/, '')) ?? [])
  const base = inside([source])[0] ?? root
  return {
    generator: generator.name,
    root,
    source: base,
    evidence,
    contents: (contents ?? [{ folder: source, route: '' }]).flatMap(({ folder, route }) =>
      inside([folder]).map((it) => ({ folder: it, route: route.replace(/^\/+|\/+$/g, '') })),
    ),
    assets: inside(assets),
    written: inside(written),
    ...(startsAtRoot && { startsAtRoot }),
    includes: generator.includes,
    includeRoots: Object.fromEntries(Object.entries(includeRoots).map(([name, folders]) => [name, inside(folders)])),
    settings: isMapping(settings.data) ? settings.data : {},
    address: addressOf(generator.name, settings),
  }
}

/** The site of a document that no generator builds: shown by a repository host as it stands. */
export const noSite: Site = {
  generator: 'none',
  root: '',
  source: '',
  contents: [{ folder: '', route: '' }],
  assets: [],
  written: [],
  includes: [],
  includeRoots: {},
  settings: {},
  address: nowhere,
}
