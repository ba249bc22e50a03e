import { rewritten } from './address.ts'
import { join, type Layout } from './layouts.ts'
import { braced, quoted, type Settings, scriptString } from './settings.ts'

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

export function vitepress({ text: code }: Settings): Layout {
  const source = scriptString(code, 'srcDir') ?? ''
  const written = typedoc(code).map((it) => join(source, it))
  // `'en/:rest*': ':rest*'`
  const moved = rewritten(code).flatMap(([from = '', to]) => (to === '*' ? (/^[^:*]+(?=\/\*$)/.exec(from) ?? []) : []))
  const contents = [...moved, ''].map((it) => ({ folder: join(source, it), route: '' }))
  return { source, contents, assets: [join(source, 'public'), '.vuepress/public'], written }
}

export function rspress({ text: code }: Settings): Layout {
  const source = scriptString(code, 'root') ?? 'docs'
  return { source, assets: [join(source, 'public')] }
}

/** Where TypeDoc, as a plugin, puts the pages that it makes of code. */
function typedoc(code: string): string[] {
  const at = code.search(/['"`][^'"`\n]{0,80}typedoc[^'"`\n]{0,80}['"`]/)
  if (at < 0) return []
  const out = scriptString(braced(code, at) ?? '', 'out') ?? 'api'
  return [out.replace(/^\.\/|\/$/g, '')]
}

/** Astro, which has pages of its own besides those of Starlight. */
export function starlight({ text: code }: Settings): Layout {
  const source = scriptString(code, 'srcDir') ?? 'src'
  const pages = join(source, 'content/docs')
  return {
    contents: [pages, join(source, 'pages')].map((folder) => ({ folder, route: '' })),
    assets: [scriptString(code, 'publicDir') ?? 'public'],
    written: pluginFolders(code).map((it) => join(pages, it)),
  }
}

/** Where plugins of Starlight put the pages that they make of code and of contracts: `starlightOpenAPI([{ base: 'api' }])`. */
function pluginFolders(code: string): string[] {
  const ofCode = /\bstarlight-typedoc\b/.test(code) ? [scriptString(code, 'output') ?? 'api'] : []
  const ofContracts = /\bstarlight-openapi\b/.test(code)
    ? Array.from(code.matchAll(/(?<![\w$.])base\s*:\s*(['"`])([^'"`\n]+)\1/g), ([, , base = '']) => base)
    : []
  return [...ofCode, ...ofContracts].map((it) => it.replace(/^\.?\/+|\/+$/g, ''))
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

/** `path.join(root, "content", "partials")`: the strings are the path. */
function joined(expression: string | undefined): string | undefined {
  const parts = quoted(expression ?? '')
  return parts.length > 0 ? parts.join('/') : undefined
}
