import type { Address, Json } from '../types.ts'
import { braced, isMapping, list, quoted, type Settings, scriptString, setting, string } from './settings.ts'

export const nowhere: Address = { hosts: [], base: '', redirects: [], open: false }

/** The keys under which generators keep their address, and those of the path before all pages. */
const urlKeys = ['url', 'canonical_site', 'canonical_url', 'site_url', 'baseURL', 'baseurl', 'canonicalUrl', 'domain']
const baseKeys = ['baseurl', 'baseUrl', 'base', 'base_url', 'pathPrefix']

/** Reads an address out of a generator's config, whether that is data or a program. */
export function addressOf(generator: string, { data, text }: Settings): Address {
  const code = data === undefined || data === null
  // Plugins of Starlight have a `base`, too.
  const own = generator === 'starlight' ? outermost(text) : text
  const read = (key: string) => (code ? scriptString(own, key) : string(setting(data, key)))
  const urls = [...urlKeys, ...(generator === 'starlight' ? ['site'] : [])].flatMap((key) => parse(read(key)))
  const paths = [...baseKeys.flatMap((key) => read(key) ?? []), ...urls.map((it) => it.pathname)]
  return {
    hosts: [...new Set(urls.map((it) => it.host.toLowerCase()))],
    base: paths.map(trimmed).find((it) => it !== '') ?? '',
    redirects: generator === 'docsify' ? aliases(text) : code ? codeRedirects(text) : dataRedirects(generator, data),
    open: code && /createRedirects|rewrites|_redirects/.test(text),
  }
}

function parse(url: string | undefined): URL[] {
  return url && /^https?:\/\//.test(url) && URL.canParse(url) ? [new URL(url)] : []
}

/** A path with a slash before it and none behind; an address or a template is not a path. */
function trimmed(path: string): string {
  const bare = path.replace(/^\/+|\/+$/g, '')
  return bare === '' || /[:{<$]/.test(bare) ? '' : `/${bare}`
}

function dataRedirects(generator: string, data: Json | undefined): string[] {
  if (generator === 'mintlify') {
    const sources = list(setting(data, 'redirects')).flatMap((it) => string(setting(it, 'source')) ?? [])
    return [...sources.map((it) => it.replace(/:\w+\*$/, '*')), ...ofContracts(setting(data, 'navigation'))]
  }
  if (generator === 'mdbook') return ['/print.html', '/toc.html', ...keys(setting(data, 'output', 'html', 'redirect'))]
  return list(setting(data, 'plugins')).flatMap((it) => {
    return keys(setting(it, 'redirects', 'redirect_maps')).map((path) => `/${path.replace(/(?:\/?index)?\.md$/, '')}`)
  })
}

/** No config that somebody wrote goes deeper. */
const deepest = 40

/** The options that a program gives to `defineConfig`, without those within them. */
function outermost(text: string): string {
  let rest = braced(text, Math.max(0, text.indexOf('defineConfig('))) ?? ''
  for (let depth = 0; depth < deepest; depth++) rest = rest.replace(/[{[(][^{}[\]()]*[}\])]/g, '')
  return rest
}

/** `{ from: '/a', to: '/b' }`, also with several in `from`; a plugin of VuePress calls it `base`. `route: '/api/'`: where a plugin shows a contract. */
function codeRedirects(text: string): string[] {
  const start = text.indexOf('redirectors')
  const bases = start < 0 ? [] : text.slice(start).matchAll(/\{\s*base\s*:\s*(['"`])(\/[^'"`\n]*)\1/g)
  const froms = text.matchAll(/(?<![\w$.])from\s*:\s*(?:(['"`])([^'"`\n]*)\1|\[([^\]]*)\])/g)
  const routes = text.matchAll(/(?<![\w$.])route\s*:\s*(['"`])(\/[^'"`\n]*)\1/g)
  return [
    ...[...bases, ...routes].map((it) => it[2] ?? ''),
    ...[...froms].flatMap(([, , one, many = '']) => one ?? quoted(many)),
    // Those of Astro; one with a parameter stands for anything.
    ...pairs(text, 'redirects').map(([from]) => from.replace(/\[[^\]]*\].*$/, '*')),
    // What goes to the root is where the layout looks for pages.
    ...rewritten(text).flatMap(([, to = '*']) => (to === '*' ? [] : to)),
  ]
}

/** `'packages/:name/docs/(.*)': ':name/(.*)'`: where VitePress serves pages that stand elsewhere, each from and to. */
export function rewritten(text: string): string[][] {
  const rest = (path: string) => path.replace(/(?:\(\.\*\)|:\w+(?:\(\.\*\)|\*))$/, '*').replace(/\.md$/, '')
  return pairs(text, 'rewrites').map((it) => it.map(rest))
}

/** What docsify fetches from elsewhere, by patterns of paths: `/de/(.*)`, `.*?/changelog`. */
function aliases(text: string): string[] {
  const plain = (path: string) => path.replace(/^\/?(?=\.\*)|\$$|\\/g, '').replace(/\(?\.[*+]\??\)?/g, '*')
  return pairs(text, 'alias').map(([path = '']) => plain(path))
}

/** The strings that stand for others in a mapping of a program. */
function pairs(text: string, key: string): [string, string][] {
  const at = text.search(new RegExp(`(?<![\\w$])${key}\\s*:\\s*\\{`))
  const map = at < 0 ? '' : (braced(text, at) ?? '')
  return Array.from(
    map.matchAll(/(['"`])([^'"`\n]{1,200})\1\s*:\s*(['"`])([^'"`\n]{1,200})\3/g),
    ([, , from = '', , to = '']) => [from, to],
  )
}

/** The folders into which Mintlify writes a page for each operation of a contract that a menu names, or one of its operations. */
function ofContracts(navigation: Json | undefined): string[] {
  const menu = JSON.stringify(navigation ?? '')
  const named = Array.from(menu.matchAll(/"directory":"\/?([^"]{1,200}?)\/?"/g), ([, folder]) => `/${folder}/:page/*`)
  return /"(?:openapi|asyncapi)":|"(?:[^" ]{1,200} )?(?:GET|POST|PUT|PATCH|DELETE) \//.test(menu)
    ? [...named, '/api-reference/:tag/*']
    : []
}

function keys(value: Json | undefined): string[] {
  return isMapping(value) ? Object.keys(value) : []
}
