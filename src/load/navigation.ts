import { extractNavigation, type NavigationShape } from '../facts/links/navigation.ts'
import { prefixOf, splitPath } from '../paths.ts'
import type { Document, Site } from '../types.ts'
import { textIn } from './document.ts'
import type { Reader } from './reader.ts'

/** The files out of which generators build their menus: data and programs, where Markdown is not enough. */
export function loadNavigation(reader: Reader, sites: readonly Site[]): Document[] {
  if (sites.length === 0) return []
  const shapes = new Map(sites.flatMap((site) => [...navigationOf(reader, site)]))
  return [...shapes].flatMap(([path, shape]): Document[] => {
    const text = reader.ignored(path) ? undefined : textIn(reader.read(path))
    if (text === undefined) return []
    const facts = extractNavigation(text, shape)
    return facts.links.length + facts.problems.length > 0 ? [{ path, text, facts }] : []
  })
}

const ownConfig: Record<string, NavigationShape> = {
  mkdocs: 'mkdocs',
  mintlify: 'mintlify',
  starlight: 'slugs',
  vitepress: 'program',
  vuepress: 'program',
}

const sidebars = /^(?:[\w.-]+[-_.])?sidebars?(?:[-_.][\w.-]+)?\.(?:[cm]?[jt]s|json)$/i

function* navigationOf({ tree }: Reader, site: Site): Generator<[string, NavigationShape]> {
  const { generator, evidence } = site
  const shape = ownConfig[generator]
  if (shape && evidence && !evidence.endsWith('.toml')) yield [evidence, shape]
  const inside = prefixOf(site.root)
  if (generator === 'docusaurus') {
    for (const name of tree.names(site.root)) if (sidebars.test(name)) yield [inside + name, 'sidebars']
  }
  const menu = menus[generator]?.(site, inside)
  if (menu) for (const path of tree.paths) if (menu(path)) yield [path, 'menu']
}

/** Which files are menus, for the generators that keep them as data. `inside` is the site's folder with its slash. */
const menus: Record<string, (site: Site, inside: string) => (path: string) => boolean> = {
  jekyll({ source }) {
    const data = `${prefixOf(source)}_data/`
    return (path) => path.startsWith(data) && /\.ya?ml$/.test(path)
  },
  docfx: (_site, inside) => (path) => path.startsWith(inside) && /^toc\.ya?ml$/i.test(splitPath(path).name),
}
