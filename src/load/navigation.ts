import { extractNavigation, type NavigationShape } from '../facts/links/navigation.ts'
import { decode } from '../parse/decode.ts'
import { splitPath } from '../text.ts'
import type { Document, Site } from '../types.ts'
import type { Reader } from './index.ts'

/** The files out of which generators build their menus: data and programs, where Markdown is not enough. */
export function loadNavigation(reader: Reader, sites: readonly Site[]): Document[] {
  if (sites.length === 0) return []
  const shapes = new Map(sites.flatMap((site) => [...navigationOf(reader, site)]))
  return [...shapes].flatMap(([path, shape]): Document[] => {
    const bytes = reader.ignored(path) ? undefined : reader.read(path)
    const decoded = bytes instanceof Uint8Array ? decode(bytes) : undefined
    if (!decoded || !('text' in decoded)) return []
    const facts = extractNavigation(decoded.text, shape)
    return facts.links.length > 0 ? [{ path, text: decoded.text, facts }] : []
  })
}

const ownConfig: Record<string, NavigationShape> = { mkdocs: 'mkdocs', mintlify: 'mintlify', vitepress: 'program' }

function* navigationOf(
  { tree }: Reader,
  { generator, evidence, source, root }: Site,
): Generator<[string, NavigationShape]> {
  const shape = ownConfig[generator]
  if (shape && evidence) yield [evidence, shape]
  if (generator !== 'jekyll' && generator !== 'docfx') return
  const data = source === '' ? '_data/' : `${source}/_data/`
  const inside = root === '' ? '' : `${root}/`
  for (const path of tree.paths) {
    if (generator === 'jekyll' && path.startsWith(data) && /\.ya?ml$/.test(path)) yield [path, 'menu']
    if (generator === 'docfx' && path.startsWith(inside) && /^toc\.ya?ml$/i.test(splitPath(path).name))
      yield [path, 'menu']
  }
}
