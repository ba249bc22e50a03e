import { hasScheme } from '../../../paths.ts'
import { decodePercent } from '../../../text.ts'
import type { Reference } from './types.ts'

/** `{{ url }}`, `{version}`, `<VERSION>`, `[[config:repo]]`. */
const template = /\{\{|\[\[[\w.:-]+\]\]|\{%|<%|\$\{|\{[a-z_]+\}|<[a-z][\w-]*>/i
/** `@docs@/limits`, `$ROOT/limits`, and Pelican's `|filename|limits.md`: what a build fills in. An address of mail has something before its sign. */
const filledIn = /^\|[a-z]+\||^\$[A-Za-z]\w*(?=\/|$)|(?:^|[/#])@[A-Za-z]\w*@(?=[/#.]|$)/
/** Markdown reads `(<%= url %>)` as a destination in angle brackets, and takes them off. */
const pointyTemplate = /^%[\s=-].*%$/s
const jekyllBase = /^(?:\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\})+/
const jekyllFilter = /^\{\{-?\s*(["'])([^"']*)\1\s*\|\s*(?:relative|absolute)_url\s*-?\}\}/

/** What the filter makes of a path: it begins at the site's root, however it was written. */
function fromRoot(_filtered: string, _quote: string, path: string): string {
  return path.startsWith('/') || hasScheme(path) ? path : `/${path}`
}

/** Takes a URL apart. */
export function readUrl(written: string): Reference {
  const trimmed = written.trim()
  // Few URLs hold a template, and every link asks.
  const mayBeTemplate = trimmed.includes('{') || trimmed.includes('<') || trimmed.includes('[[')
  const plain = mayBeTemplate ? trimmed.replace(jekyllBase, '').replace(jekyllFilter, fromRoot) : trimmed
  // From the site's root: Docusaurus, and Zola.
  const url = plain.replace(/^(?:@site|~)(?=\/)|^@(?=\/[^#?]*\.md(?:[#?]|$))/, '')
  // `~@assets/lid.png`: a name that the config of a build has for a folder.
  if (/^~?@[\w-]*\//.test(url)) return { kind: 'template' }
  if ((mayBeTemplate && template.test(url)) || pointyTemplate.test(url) || filledIn.test(url))
    return { kind: 'template' }
  const absolute = /^(?:https?:)?\/\/([^/?#]*)([\s\S]*)$/i.exec(url)
  if (absolute) {
    const { path, fragment } = split(absolute[2] ?? '')
    return { kind: 'path', host: (absolute[1] ?? '').toLowerCase(), path: path || '/', fragment }
  }
  // `(*term)`: a term that a page of Diplodoc's explains. `(@ref)`: Documenter knows the place by the link's text.
  if (/^\*[\w-]+$/.test(url) || url === '@ref') return { kind: 'external' }
  if (hasScheme(url)) return { kind: 'external' }
  const { path, fragment } = split(url)
  return path === '' ? { kind: 'page', fragment } : { kind: 'path', path, fragment }
}

function split(url: string): { path: string; fragment: string } {
  const hash = url.indexOf('#')
  const address = hash < 0 ? url : url.slice(0, hash)
  const query = address.indexOf('?')
  return {
    path: decodePercent(query < 0 ? address : address.slice(0, query)),
    fragment: hash < 0 ? '' : url.slice(hash + 1),
  }
}

/** Resolves a relative URL path; `..` stops at the root, as in browsers. */
export function joinUrl(base: string, path: string): string {
  if (path.startsWith('/') && !path.includes('//') && !path.includes('/.')) return path
  const parts = path.startsWith('/') ? [] : base.slice(0, base.lastIndexOf('/')).split('/').slice(1)
  const segments = path.split('/')
  for (const [index, part] of segments.entries()) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
    if (index === segments.length - 1 && (part === '' || part === '.' || part === '..') && parts.length > 0)
      parts.push('')
  }
  return `/${parts.join('/')}`
}
