import type { Json, Site } from '../types.ts'
import { rewritten } from './address.ts'
import { braced, isMapping, type Settings, scriptString, setting, strings } from './settings.ts'

/** What a generator's config says about folders; all are relative to the site's root. */
export interface Layout {
  /** The folder that "/" in a link or an include stands for; the root if absent. */
  source?: string
  /** Folders whose pages are built, and the URL path under which they appear; the source at "" if absent. */
  contents?: Site['contents']
  /** Folders whose files are served from "/". */
  assets?: string[]
  /** Folders into which a plugin writes pages when the site is built. */
  written?: string[]
  /** Where includes are looked for, by mechanism, where the config says so. */
  includeRoots?: Record<string, string[]>
}

const text = (value: Json | undefined) => (typeof value === 'string' ? value : undefined)

export function jekyll({ data }: Settings): Layout {
  const source = text(setting(data, 'source')) ?? ''
  const includes = text(setting(data, 'includes_dir')) ?? '_includes'
  return { source, includeRoots: { jekyll: [join(source, includes)] } }
}

export function hexo({ data }: Settings): Layout {
  const theme = text(setting(data, 'theme'))
  return {
    source: text(setting(data, 'source_dir')) ?? 'source',
    assets: theme === undefined ? [] : [join('themes', theme, 'source')],
  }
}

export function mkdocs({ data }: Settings): Layout {
  const source = text(setting(data, 'docs_dir')) ?? 'docs'
  const snippets = option(setting(data, 'markdown_extensions'), 'pymdownx.snippets', 'base_path').map((it) =>
    it.replace(/^\$config_dir(?:\/|$)/, '').replace(/^\$docs_dir(?=\/|$)/, source),
  )
  const include = option(setting(data, 'markdown_extensions'), 'markdown_include.include', 'base_path')
  const macros = option(setting(data, 'plugins'), 'macros', 'include_dir')
  const includeRoots: Record<string, string[]> = {}
  if (snippets.length > 0) includeRoots.snippets = snippets
  if (include.length > 0) includeRoots['markdown-include'] = include
  if (macros.length > 0) includeRoots['mkdocs-macros'] = macros
  return { source, includeRoots }
}

/** The option of an extension or a plugin, in a list of names and mappings or in one mapping. */
function option(list: Json | undefined, name: string, key: string): string[] {
  const entries = Array.isArray(list) ? (list as readonly Json[]) : [list]
  return entries.flatMap((it) => strings(setting(it, name, key)))
}

/** What is translated stands in a folder of its own, which no URL shows. */
export function slate(): Layout {
  const folders = ['source/localizable', 'source']
  return { source: 'source', contents: folders.map((folder) => ({ folder, route: '' })) }
}

export function mdbook({ data }: Settings): Layout {
  return { source: text(setting(data, 'book', 'src')) ?? 'src' }
}

export function mintlify(): Layout {
  return { assets: [''] }
}

export function vitepress({ text: code }: Settings): Layout {
  const source = scriptString(code, 'srcDir') ?? ''
  const written = typedoc(code).map((it) => join(source, it))
  // `'en/:rest*': ':rest*'`
  const moved = rewritten(code).flatMap(([from = '', to]) => (to === '*' ? (/^[^:*]+(?=\/\*$)/.exec(from) ?? []) : []))
  const contents = [...moved, ''].map((it) => ({ folder: join(source, it), route: '' }))
  return { source, contents, assets: [join(source, 'public'), '.vuepress/public'], written }
}

/** Pages of the code stand where its metadata goes. */
export function docfx({ data }: Settings): Layout {
  const metadata = setting(data, 'metadata')
  const entries = Array.isArray(metadata) ? (metadata as readonly Json[]) : []
  return { written: entries.flatMap((it) => text(setting(it, 'dest')) ?? text(setting(it, 'output')) ?? '_api') }
}

export function gatsby(): Layout {
  return { contents: ['src/pages', ''].map((folder) => ({ folder, route: '' })), assets: ['static'] }
}

export function eleventy({ text: code }: Settings): Layout {
  const at = code.search(/(?<![\w$])dir\s*:/)
  const folders = (at < 0 ? undefined : braced(code, at)) ?? ''
  const source = scriptString(folders, 'input') ?? ''
  const includes = scriptString(folders, 'includes') ?? '_includes'
  return { source, includeRoots: { 'quoted-include': [join(source, includes)] } }
}

/** Where TypeDoc, as a plugin, puts the pages that it makes of code. */
function typedoc(code: string): string[] {
  const at = code.search(/['"`][^'"`\n]{0,80}typedoc[^'"`\n]{0,80}['"`]/)
  if (at < 0) return []
  const out = scriptString(braced(code, at) ?? '', 'out') ?? 'api'
  return [out.replace(/^\.\/|\/$/g, '')]
}

export function hugo({ data }: Settings): Layout {
  const source = text(setting(data, 'contentDir')) ?? 'content'
  const languages = setting(data, 'languages')
  const standard = text(setting(data, 'defaultContentLanguage')) ?? 'en'
  const inFolder = setting(data, 'defaultContentLanguageInSubdir') === true
  const own = Object.entries(isMapping(languages) ? languages : {}).flatMap(([language, it]) => {
    const folder = text(setting(it, 'contentDir'))
    return folder === undefined ? [] : [{ folder, route: language === standard && !inFolder ? '' : language }]
  })
  const mounts = mounted(setting(data, 'module', 'mounts'))
  const route = ({ lang, below }: Mount) =>
    join(lang === undefined || (lang === standard && !inFolder) ? '' : lang, below)
  const pages = mounts.filter((it) => it.target === 'content').map((it) => ({ folder: it.source, route: route(it) }))
  const files = mounts.filter((it) => it.target === 'static' && it.below === '').map((it) => it.source)
  const assets = [...strings(setting(data, 'staticDir')), ...files]
  return {
    source,
    contents: pages.length > 0 ? pages : own.length > 0 ? own : [{ folder: source, route: '' }],
    assets: assets.length > 0 ? assets : ['static'],
  }
}

/** A folder that a site of Hugo puts into one of its own, or below it. */
interface Mount {
  source: string
  target: string
  below: string
  lang?: string
}

function mounted(list: Json | undefined): Mount[] {
  return (Array.isArray(list) ? (list as readonly Json[]) : []).flatMap((it) => {
    const source = text(setting(it, 'source'))
    const [target = '', ...below] = (text(setting(it, 'target')) ?? '').split('/')
    return source === undefined ? [] : [{ source, target, below: below.join('/'), lang: text(setting(it, 'lang')) }]
  })
}

/** Each instance of a content plugin is an object in the config's text; it is read, never run. */
export function docusaurus({ text: code }: Settings): Layout {
  const contents: { folder: string; route: string }[] = []
  for (const { kind, from } of plugins(code)) {
    const options = braced(code, from)
    if (options === undefined) continue
    const standard = kind === 'pages' ? { folder: 'src/pages', route: '' } : { folder: kind, route: kind }
    const folder = scriptString(options, 'path') ?? standard.folder
    const route = scriptString(options, 'routeBasePath') ?? standard.route
    if (!contents.some((it) => it.folder === folder)) contents.push({ folder, route })
  }
  for (const folder of ['docs', 'blog', 'src/pages']) {
    const route = folder === 'src/pages' ? '' : folder
    if (!contents.some((it) => it.route === route)) contents.push({ folder, route })
  }
  const assets = /staticDirectories\s*:\s*\[([^\]]*)\]/.exec(code)?.[1]
  const partials = joined(/resolveFrom\s*:\s*([^\n]+)/.exec(code)?.[1]) ?? scriptString(code, 'partialsDir')
  return {
    contents,
    // Below the root of the site, or below its pages, as the plugin's version has it.
    written: typedoc(code).flatMap((it) => [it, join('docs', it)]),
    assets: assets === undefined ? ['static'] : quoted(assets),
    includeRoots: partials === undefined ? {} : { hashicorp: [partials] },
  }
}

/** The first version, which keeps its program beside the pages. */
export function docusaurus1({ text: code }: Settings): Layout {
  const folder = scriptString(code, 'customDocsPath') ?? 'docs'
  return {
    contents: [
      { folder, route: scriptString(code, 'docsUrl') ?? 'docs' },
      { folder: 'website/blog', route: 'blog' },
    ],
    assets: ['website/static'],
  }
}

function plugins(code: string): { kind: string; from: number }[] {
  const named =
    /plugin-content-(docs|blog|pages)['"`][^{}[\]]{0,40}(?=\{)|(?<![\w$.])(docs|blog|pages)['"]?\s*:\s*(?=\{)/g
  return [...code.matchAll(named)].map((it) => ({ kind: it[1] ?? it[2] ?? '', from: it.index + it[0].length }))
}

/** `path.join(root, "content", "partials")`: the strings are the path. */
function joined(expression: string | undefined): string | undefined {
  const parts = quoted(expression ?? '')
  return parts.length > 0 ? parts.join('/') : undefined
}

function quoted(list: string): string[] {
  return [...list.matchAll(/(['"`])([^'"`]*)\1/g)].map((it) => it[2] ?? '')
}

function join(...folders: string[]): string {
  return folders.filter(Boolean).join('/')
}
