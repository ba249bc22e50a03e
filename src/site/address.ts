import type { Address, Json } from '../types.ts'
import { braced, isMapping, type Settings, scriptString, setting } from './settings.ts'

export const nowhere: Address = { hosts: [], base: '', redirects: [], open: false }

/** The keys under which generators keep their address, and those of the path before all pages. */
const urlKeys = ['url', 'canonical_site', 'canonical_url', 'site_url', 'baseURL', 'baseurl', 'canonicalUrl', 'domain']
const baseKeys = ['baseurl', 'baseUrl', 'base', 'base_url', 'pathPrefix']

/** Reads an address out of a generator's config, whether that is data or a program. */
export function addressOf(generator: string, { data, text }: Settings): Address {
  const code = data === undefined || data === null
  const read = (key: string) => (code ? scriptString(text, key) : string(setting(data, key)))
  const urls = urlKeys.flatMap((key) => parse(read(key)))
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
  if (generator === 'mintlify')
    return list(setting(data, 'redirects')).flatMap(
      (it) => string(setting(it, 'source'))?.replace(/:\w+\*$/, '*') ?? [],
    )
  return list(setting(data, 'plugins')).flatMap((it) => {
    const map = setting(it, 'redirects', 'redirect_maps')
    return isMapping(map) ? Object.keys(map).map((path) => `/${path.replace(/(?:\/?index)?\.md$/, '')}`) : []
  })
}

/** `{ from: '/a', to: '/b' }`, also with several in `from`; a plugin of VuePress calls it `base`. */
function codeRedirects(text: string): string[] {
  const list = text.indexOf('redirectors')
  const bases = list < 0 ? [] : text.slice(list).matchAll(/\{\s*base\s*:\s*(['"`])(\/[^'"`\n]*)\1/g)
  const froms = text.matchAll(/(?<![\w$.])from\s*:\s*(?:(['"`])([^'"`\n]*)\1|\[([^\]]*)\])/g)
  return [
    ...[...bases].map((it) => it[2] ?? ''),
    ...[...froms].flatMap(
      ([, , one, many = '']) => one ?? [...many.matchAll(/(['"`])([^'"`]*)\1/g)].map((it) => it[2] ?? ''),
    ),
  ]
}

/** What docsify fetches from elsewhere, by patterns of paths: `/de/(.*)`, `.*?/changelog`. */
function aliases(text: string): string[] {
  const at = text.search(/(?<![\w$])alias\s*:/)
  const map = at < 0 ? '' : (braced(text, at) ?? '')
  return Array.from(map.matchAll(/(['"`])([^'"`\n]{1,200})\1\s*:/g), ([, , path = '']) =>
    path
      .replace(/\(?\.[*+]\??\)?/g, '*')
      .replace(/^\/?\*/, '*')
      .replace(/\$$|\\/g, ''),
  )
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

function string(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
