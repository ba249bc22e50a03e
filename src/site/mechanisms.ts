/**
 * How a mechanism of inclusion is written, and where it looks for its files: one row each. Recognising is the business of
 * `facts/includes.ts`, resolving of `project/includes.ts`; a new mechanism is a new row, or an entry in the user's config.
 */
export interface IncludeSpec {
  name: string
  kind: 'block' | 'inline' | 'front-matter' | 'import' | 'fence'
  /** One of these occurs in every text that has a match: the cheap test before the pattern. */
  hints: string[]
  /**
   * Groups: `target` (or `lines`, a target on each), `part` for what is asked of the file. Flags `dgm`, no quantifier inside a
   * quantifier: pages are hostile input.
   */
  pattern: RegExp
  /** Works on the text before Markdown does, and so in code too. */
  inCode: boolean
  /** Shows the file as code: it is no part of the page. `files` means all but Markdown. */
  literal?: true | 'files'
  /** Where a target is looked for, in order: `.` the document's folder, `/` the site's source, `~` the site's root, and folders below them. */
  roots: string[]
  /** The roots are guesses: only the one under which most targets resolve counts, and none if none does. */
  infer?: true
  /** Spellings of the file's name; `*` stands for the last part of the target. The target as it stands, if absent. */
  names?: string[]
  /** What a target's beginning stands for, as a root. */
  prefixes?: Record<string, string>
  /** How `part` is written. */
  part?: PartStyle
  /** Nothing else looks like it, so it is recognised where no generator is known. */
  unmistakable?: true
  /** A dot separates folders. */
  dotted?: true
}

export type PartStyle = 'colon' | 'region' | 'query' | 'lines' | 'options' | 'between' | 'fragment' | 'words'

/** Middleman tries every template that ends in something it can render. */
const partials = ['md', 'md.erb', 'markdown', 'erb', 'html', 'html.md', 'html.erb', 'html.md.erb', 'haml', 'slim']
const slateNames = partials.map((extension) => `_*.${extension}`)
const absolute = { '/': '/' }

export const mechanisms: IncludeSpec[] = [
  {
    name: 'front-matter',
    kind: 'front-matter',
    hints: [],
    pattern: /(?!)/dgm,
    inCode: false,
    roots: ['.', './includes', '/includes', '/', '~'],
    names: ['*', ...slateNames, '*.md', '*.markdown'],
    infer: true,
  },
  {
    name: 'shins',
    kind: 'block',
    hints: ['include::', '!INCLUDE'],
    pattern: /^(?:include::(?<target>[^[\]\n]{1,400})\[\]|!INCLUDE[ \t]+(?<lines>[^\s[][^\r\n]*))[ \t]*\r?$/dgm,
    inCode: true,
    roots: ['/', '~', '.'],
    unmistakable: true,
  },
  {
    name: 'jekyll',
    kind: 'inline',
    hints: ['include'],
    pattern: /\{%-?\s*include(?:_cached)?\s+(?<target>[^\s%]+)(?=[\s%])[^%]*%\}/dgm,
    inCode: true,
    roots: ['/_includes'],
  },
  {
    name: 'jekyll-relative',
    kind: 'inline',
    hints: ['include_relative'],
    pattern: /\{%-?\s*include_relative\s+(?<target>[^\s%]+)(?=[\s%])[^%]*%\}/dgm,
    inCode: true,
    roots: ['.'],
  },
  {
    name: 'liquid-file',
    kind: 'inline',
    hints: ['{%'],
    pattern: /\{%-?\s*[a-z_]+\s+(?<target>\/[^\s%"']+\.(?:json|ya?ml))\s*-?%\}/dgm,
    inCode: true,
    literal: true,
    roots: ['/', '~'],
    prefixes: absolute,
    infer: true,
  },
  {
    name: 'snippets',
    kind: 'block',
    hints: ['8<-'],
    pattern:
      /^[ \t]*-+8<-+[ \t]+(["'])(?<target>[^"'\n:;]+)(?::(?<part>[^"'\n]*))?\1[ \t]*\r?$|^[ \t]*-+8<-+[ \t]*\r?\n(?<lines>[\s\S]*?)^[ \t]*-+8<-+[ \t]*\r?$/dgm,
    inCode: true,
    roots: ['~', '/', ''],
    part: 'colon',
    unmistakable: true,
  },
  {
    name: 'include-markdown',
    kind: 'inline',
    hints: ['include-markdown'],
    pattern: /\{%-?\s*include-markdown\s+(["'])(?<target>[^"'\n]{1,400})\1(?<part>[^%]*)%\}/dgm,
    inCode: true,
    roots: ['/', '.'],
    part: 'between',
    unmistakable: true,
  },
  {
    name: 'quoted-include',
    kind: 'inline',
    hints: ['include'],
    pattern: /\{%-?\s*include\s+(["'])(?<target>[^"'\n]{1,400})\1(?<part>[^%]*)%\}/dgm,
    inCode: true,
    roots: ['/', '.', '~', '~/include', '~/includes', '/_includes', '~/_includes'],
    part: 'between',
    infer: true,
  },
  {
    name: 'markdown-include',
    kind: 'inline',
    hints: ['{!'],
    pattern: /\{![ \t]*(?<target>[^!\s]{1,400})(?:[ \t]+(?<part>lines=[^!\n]*))?[ \t]*!\}/dgm,
    inCode: true,
    roots: ['~', '/', '.'],
    part: 'words',
  },
  {
    name: 'vitepress',
    kind: 'block',
    hints: ['@include:'],
    pattern: /<!--\s*@include:[ \t]*(?<target>[^\s#{}]+)(?<part>[#{][^\s>]*)?\s*-->/dgm,
    inCode: true,
    roots: ['.'],
    prefixes: { '@/': '/', '@': '/' },
    part: 'region',
    unmistakable: true,
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
    unmistakable: true,
  },
  {
    name: 'mdbook',
    kind: 'inline',
    hints: ['{{#', '{{ #'],
    pattern:
      /(?<!\\)\{\{\s*#(?:include|rustdoc_include|playground|playpen)\s+(?<target>[^}:\s]{1,400})(?=[}:\s])(?::(?<part>[^}\s]{0,200})(?=[}\s]))?[^}\n]{0,200}\}\}/dgm,
    inCode: true,
    roots: ['.'],
    part: 'colon',
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
    roots: ['~/content/partials', '~/partials', '/partials', '.'],
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
    name: 'hugo',
    kind: 'inline',
    hints: ['{{<', '{{%'],
    pattern:
      /\{\{[<%][ \t]*(?:include|include-md|includes|readfile|read-file|code_sample|codenew|code-sample|snippet|partial|embed-md)[ \t]+(?:(?:file|path|src)=)?["'`](?<target>[^"'`\n]{1,300})["'`][^\n}]{0,200}[%>]\}\}/dgm,
    inCode: true,
    roots: [
      '/',
      '.',
      '~',
      '/includes',
      '/en/includes',
      '~/includes',
      '/examples',
      '/en/examples',
      '~/snippets',
      '~/assets',
      '~/static',
      '~/data',
    ],
    names: ['*', '*.md', '_*.md', '*.html'],
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
    prefixes: absolute,
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
    prefixes: absolute,
    part: 'fragment',
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
    infer: true,
  },
]

const byName = new Map(mechanisms.map((it) => [it.name, it]))

export function mechanism(name: string): IncludeSpec | undefined {
  return byName.get(name)
}
