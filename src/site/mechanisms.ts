import type { UserInclude } from '../types.ts'
import type { IncludeSpec } from './include-spec.ts'
import { preprocessors } from './preprocessors.ts'
import { literalStart } from './user-pattern.ts'

/** Middleman tries every template that ends in something it can render. */
const partials = ['md', 'md.erb', 'markdown', 'erb', 'html', 'html.md', 'html.erb', 'html.md.erb', 'haml', 'slim']
const slateNames = partials.map((extension) => `_*.${extension}`)

/** Mechanisms that are part of Markdown, as some tool reads it: in code they are only shown. */
const extensions: IncludeSpec[] = [
  {
    name: 'front-matter',
    kind: 'front-matter',
    hints: [],
    pattern: /(?!)/dgm,
    inCode: false,
    roots: ['.', './includes', '/includes', '/', '~'],
    names: ['*', '_*', ...slateNames, '*.md', '*.markdown'],
    infer: true,
  },
  {
    name: 'vitepress-code',
    kind: 'block',
    hints: ['<<<'],
    pattern: /^[ \t]*<<<[ \t]*(?<target>[^\s#{}[\]]+)(?:(?<part>#[\w.-]+))?[^\n]*$/dgm,
    inCode: false,
    literal: true,
    roots: ['.'],
    prefixes: { '@/': '/', '@': '/' },
    part: 'region',
    regions: 'regions',
  },
  {
    name: 'docfx',
    kind: 'inline',
    hints: ['[!include', '[!INCLUDE', '[!Include'],
    pattern:
      /\[!include[-+]?[ \t]*\[[^\]\n]{0,200}\][ \t]*\([ \t]*<?(?<target>[^)\n"<>]{0,400}?[^)\n"<>\s])>?[ \t]*(?:"[^"\n]{0,200}"[ \t]*)?\)\]/dgim,
    inCode: false,
    roots: ['.'],
    names: ['*', '*.md'],
    prefixes: { '~/': '~' },
    unmistakable: true,
  },
  {
    name: 'docfx-code',
    kind: 'block',
    hints: ['[!code', '[!notebook', '[!CODE', '[!Code'],
    pattern:
      /\[!(?:code|notebook)(?:-\w{1,40})?[ \t]*\[[^\]\n]{0,200}\][ \t]*\([ \t]*(?<target>[^)\s?#"]{1,400})(?=[)\s?#"])(?<part>[?#][^)\s"]{0,400})?(?=[)\s"])[^)\n]{0,200}\)\]/dgim,
    inCode: false,
    literal: true,
    roots: ['.'],
    prefixes: { '~/': '~' },
    part: 'query',
    regions: 'tags',
    unmistakable: true,
  },
  {
    name: 'mdx-import',
    kind: 'import',
    hints: ['import'],
    pattern:
      /^import\b[^'"`;()]{0,300}(['"])(?:!!raw-loader!)?(?<target>(?:\.{1,2}\/|\/|@site\/)[^'"\n?]+\.\w+)(?:\?[^'"\n]*)?\1/dgm,
    inCode: false,
    literal: 'files',
    roots: ['.'],
    prefixes: { '@site/': '~', '/': '/' },
  },
  {
    name: 'code-import',
    kind: 'fence',
    hints: ['file='],
    pattern:
      /^[ \t]*(?:`{3,}|~{3,})[^\s`]*[ \t][^`\n]{0,200}?\bfile=["']?(?<target>(?:\.{1,2}\/|<rootDir>\/|\/)[^\s"'#`{}]+)(?<part>#L[\dL-]*)?/dgm,
    inCode: false,
    literal: true,
    roots: ['.'],
    prefixes: { '<rootDir>/': '~', '/': '~' },
    part: 'lines',
  },
  {
    name: 'hashicorp',
    kind: 'block',
    hints: ['@include '],
    pattern: /^@include[ \t]+(["'])(?<target>[^"'\n]+)\1[ \t]*\r?$/dgm,
    inCode: false,
    roots: ['~/content/partials', '~/pages/partials', '~/partials', '/partials', '.'],
    infer: true,
    unmistakable: true,
  },
  {
    name: 'remark-include',
    kind: 'block',
    hints: ['@include '],
    pattern: /^@include[ \t]+(?<target>[^\s"']+\.\w+)[ \t]*\r?$/dgm,
    inCode: false,
    roots: ['.', '~'],
    infer: true,
  },
  {
    name: 'myst',
    kind: 'fence',
    hints: ['{include}', '{literalinclude}'],
    pattern:
      /^[ \t]*(?:`{3,}|~{3,}|:{3,})\{(?:include|literalinclude)\}[ \t]+(?<target>[^\s<>][^\r\n]*)\r?$(?<part>(?:\r?\n[ \t]*:[a-z-]+:[^\n]*)*)/dgm,
    inCode: false,
    roots: ['.'],
    prefixes: { '/': '/' },
    part: 'options',
    unmistakable: true,
  },
  {
    name: 'docsify',
    kind: 'inline',
    hints: [':include'],
    pattern: /\[[^\]\n]{0,200}\]\((?<target>[^)\s'"]{1,400})[ \t]+(["']):include(?<part>[^'"\n]{0,200})\2\)/dgm,
    inCode: false,
    literal: 'files',
    roots: ['.', '/'],
    prefixes: { '/': '/' },
    part: 'fragment',
    regions: 'fragments',
    unmistakable: true,
  },
  {
    name: 'github-data',
    kind: 'inline',
    hints: ['reusables.', 'variables.'],
    pattern: /\{%-?\s*(?:data|indented_data_reference)\s+(?<target>reusables\.[\w.-]+)[^%]*%\}/dgm,
    inCode: false,
    roots: ['~/data', '/data'],
    names: ['*.md'],
    dotted: true,
    infer: true,
    unmistakable: true,
  },
  {
    name: 'erb-partial',
    kind: 'inline',
    hints: ['partial:'],
    pattern: /<%=\s*render\w*\s*\(?\s*partial:\s*(["'])(?<target>[^"'\n]{1,400})\1[^%\n]{0,200}%>/dgm,
    inCode: false,
    roots: ['~/pages', '/pages', '~/content', '~/app/views', '.', '/'],
    names: slateNames,
    infer: true,
    unmistakable: true,
  },
  {
    name: 'markdoc',
    kind: 'block',
    hints: ['partial'],
    pattern: /\{%\s*partial\s[^%\n]{0,200}?\bfile=(["'])(?<target>[^"'\n]{1,400})\1[^%]*%\}/dgm,
    inCode: false,
    roots: ['~/partials', '/partials', '~/markdoc/partials', '~/_partials', '.', '/', '~'],
    infer: true,
    unmistakable: true,
  },
  {
    name: 'embedme',
    kind: 'block',
    hints: ['embedme '],
    pattern: /<!--[ \t]*embedme[ \t]+(?<target>[^\s#]+)(?<part>#L[\dL-]+)?[ \t]*-->/dgm,
    inCode: false,
    literal: true,
    roots: ['~', '.'],
    part: 'lines',
    unmistakable: true,
  },
  {
    name: 'gatsby',
    kind: 'inline',
    hints: ['`embed:', '`markdown:'],
    pattern: /`(?:embed|markdown):(?<target>[^`\n{#]{1,400})(?<part>[#{][^`\n]*)?`/dgm,
    inCode: false,
    literal: 'files',
    roots: ['.', '~/src', '~/examples', '~/snippets', '~'],
    part: 'lines',
    regions: 'braces',
    infer: true,
  },
]

export const mechanisms: readonly IncludeSpec[] = [...preprocessors, ...extensions]

const byName = new Map(mechanisms.map((it) => [it.name, it]))

export function mechanism(name: string): IncludeSpec | undefined {
  return byName.get(name)
}

/** A row from the user's config. Its pattern is run on one line at a time, and the config refuses one that could hang. */
export function fromUser({ name, pattern, roots, names, inCode = false, literal = false }: UserInclude): IncludeSpec {
  return {
    name,
    kind: 'inline',
    hints: [literalStart(pattern)],
    pattern: new RegExp(pattern, 'dg'),
    inCode,
    roots: roots ?? ['.', '/', '~'],
    ...(literal && { literal: true as const }),
    ...(names && { names }),
  }
}
