import type { Json, Site } from '../types.ts'
import { isMapping, list, type Settings, setting, string, strings } from './settings.ts'

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
  /** Whether links in Markdown start at the root of the content, wherever their page stands. */
  startsAtRoot?: true
  /** Where includes are looked for, by mechanism, where the config says so. */
  includeRoots?: Record<string, string[]>
}

export function jekyll({ data }: Settings): Layout {
  const source = string(setting(data, 'source')) ?? ''
  const includes = string(setting(data, 'includes_dir')) ?? '_includes'
  return { source, includeRoots: { jekyll: [join(source, includes)] } }
}

export function hexo({ data }: Settings): Layout {
  const theme = string(setting(data, 'theme'))
  return {
    source: string(setting(data, 'source_dir')) ?? 'source',
    assets: theme === undefined ? [] : [join('themes', theme, 'source')],
  }
}

export function mkdocs({ data }: Settings): Layout {
  const source = string(setting(data, 'docs_dir')) ?? 'docs'
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
function option(extensions: Json | undefined, name: string, key: string): string[] {
  const entries = Array.isArray(extensions) ? list(extensions) : [extensions]
  // TOML makes tables of the parts of a name.
  return entries.flatMap((it) => strings(setting(it, name, key) ?? setting(it, ...name.split('.'), key)))
}

/** What is translated stands in a folder of its own, which no URL shows. */
export function slate(): Layout {
  const folders = ['source/localizable', 'source']
  return { source: 'source', contents: folders.map((folder) => ({ folder, route: '' })) }
}

export function mdbook({ data }: Settings): Layout {
  return { source: string(setting(data, 'book', 'src')) ?? 'src' }
}

/** One page shows all others, and finds them from its own place, unless an option says otherwise. */
export function docsify({ text }: Settings): Layout {
  return text.includes('$docsify') && !/\brelativePath\s*:\s*(?!false)/.test(text) ? { startsAtRoot: true } : {}
}

export function mintlify(): Layout {
  return { assets: [''] }
}

/** Pages of the code stand where its metadata goes. */
export function docfx({ data }: Settings): Layout {
  const entries = list(setting(data, 'metadata'))
  return { written: entries.flatMap((it) => string(setting(it, 'dest')) ?? string(setting(it, 'output')) ?? '_api') }
}

export function hugo({ data }: Settings): Layout {
  const source = string(setting(data, 'contentDir')) ?? 'content'
  const languages = setting(data, 'languages')
  const standard = string(setting(data, 'defaultContentLanguage')) ?? 'en'
  const inFolder = setting(data, 'defaultContentLanguageInSubdir') === true
  const own = Object.entries(isMapping(languages) ? languages : {}).flatMap(([language, it]) => {
    const folder = string(setting(it, 'contentDir'))
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

function mounted(mounts: Json | undefined): Mount[] {
  return list(mounts).flatMap((it) => {
    const source = string(setting(it, 'source'))
    const [target = '', ...below] = (string(setting(it, 'target')) ?? '').split('/')
    return source === undefined ? [] : [{ source, target, below: below.join('/'), lang: string(setting(it, 'lang')) }]
  })
}

export function join(...folders: string[]): string {
  return folders.filter(Boolean).join('/')
}
