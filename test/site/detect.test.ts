import { expect, test } from 'vitest'
import { makeTree } from '../../src/load/tree.ts'
import { detectSites, evidenceFiles, siteFinder } from '../../src/site/detect.ts'

/** One line a site: what it is, where, and what its config says about folders. */
function sites(files: Record<string, string>): string[] {
  const tree = makeTree(Object.keys(files))
  const texts = new Map(evidenceFiles(tree).map((path) => [path, files[path] ?? '']))
  return detectSites(tree, texts).map(({ generator, root, source, contents, includeRoots }) => {
    const folders = contents.map(({ folder, route }) => `${folder}→/${route}`).join(' ')
    const roots = Object.entries(includeRoots).map(([name, list]) => ` ${name}:${list.join(',')}`)
    return `${generator} ${root || '.'} "/"=${source || '.'} ${folders}${roots.join('')}`
  })
}

const page = { 'index.md': '' }

test.each<[name: string, files: Record<string, string>, expected: string[]]>([
  ['nothing', page, []],
  ['Jekyll', { '_config.yml': 'source: src' }, ['jekyll . "/"=src src→/ jekyll:src/_includes']],
  [
    'Shins, as its own repository has it',
    { 'package.json': '{"name":"shins"}', 'shins.js': '', 'source/index.html.md': '' },
    ['shins . "/"=source source→/'],
  ],
  ['Slate', { 'config.rb': '', 'source/index.html.md': '' }, ['slate . "/"=source source/localizable→/ source→/']],
  ['another Ruby project', { 'config.rb': '', 'source/main.rb': '' }, []],
  [
    'Shins',
    { 'package.json': '{"dependencies":{"shins":"1"}}', 'source/index.html.md': '' },
    ['shins . "/"=source source→/'],
  ],
  [
    'MkDocs',
    {
      'mkdocs.yml':
        'markdown_extensions:\n  - pymdownx.snippets:\n      base_path: [snippets]\n  - toc\nx: !ENV HOME\n',
    },
    ['mkdocs . "/"=docs docs→/ snippets:snippets'],
  ],
  [
    'Zensical, which is MkDocs with another config',
    {
      'zensical.toml':
        '[project]\ndocs_dir = "pages"\n[project.markdown_extensions.pymdownx.snippets]\nbase_path = ["parts"]\n',
    },
    ['mkdocs . "/"=pages pages→/ snippets:parts'],
  ],
  [
    'Starlight, and not any site of Astro',
    {
      'docs/astro.config.mjs': `import starlight from '@astrojs/starlight'\nexport default defineConfig({ srcDir: './web' })`,
      'shop/astro.config.mjs': `export default defineConfig({})`,
    },
    ['starlight docs "/"=docs docs/web/content/docs→/ docs/web/pages→/'],
  ],
  [
    'Docusaurus, its config read and never run',
    {
      'website/docusaurus.config.ts': `
        // docs: { path: 'old' }
        presets: [['classic', { docs: { path: '../guide', routeBasePath: '/' }, blog: false }]],
        plugins: [['@docusaurus/plugin-content-docs', { id: 'b', path: "b", routeBasePath: 'bb/' }]],
        markdown: { includes: { resolveFrom: path.join(process.cwd(), 'content', 'partials') } },`,
    },
    [
      'docusaurus website "/"=website guide→/ website/b→/bb website/docs→/docs website/blog→/blog website/src/pages→/ hashicorp:website/content/partials',
    ],
  ],
  [
    'VitePress',
    { 'docs/.vitepress/config.mts': `export default { srcDir: "./src" }` },
    ['vitepress docs "/"=docs/src docs/src→/'],
  ],
  [
    'Hugo with a folder per language',
    {
      'hugo.toml':
        'baseURL = "/"\n[languages.en]\ncontentDir = "content/en"\n[languages.ja]\ncontentDir = "content/ja"',
    },
    ['hugo . "/"=content content/en→/ content/ja→/ja'],
  ],
  [
    'Hugo with a config in several files: mounts say more than the folders of languages',
    {
      'hugo.toml': 'baseURL = "/"',
      'config/_default/languages.toml': '[de]\ncontentDir = "text/de"',
      'config/_default/module.yaml': 'mounts: [{ source: notes, target: content/notes }]',
    },
    ['hugo . "/"=content notes→/notes'],
  ],
  ['mdBook', { 'book/book.toml': '[book]\nsrc = "text"' }, ['mdbook book "/"=book/text book/text→/']],
  ['DocFX', { 'docfx.json': '{}' }, ['docfx . "/"=. →/']],
  ['Mintlify', { 'docs.json': '{"navigation":[]}' }, ['mintlify . "/"=. →/']],
  [
    'Mintlify, by the schema of its config',
    { 'docs.json': '{"$schema":"https://mintlify.com/docs.json"}' },
    ['mintlify . "/"=. →/'],
  ],
  ['a docs.json of something else', { 'docs.json': '{"files":[]}' }, []],
  ['a source outside the project is dropped', { '_config.yml': 'source: ../../etc' }, ['jekyll . "/"=.  jekyll:']],
  ['a config that does not parse', { '_config.yml': 'a: [' }, ['jekyll . "/"=. →/ jekyll:_includes']],
  [
    'several sites, the deepest first',
    { '_config.yml': '', 'api/mkdocs.yml': 'docs_dir: text' },
    ['mkdocs api "/"=api/text api/text→/', 'jekyll . "/"=. →/ jekyll:_includes'],
  ],
])('%s', (_, files, expected) => expect(sites({ ...page, ...files })).toEqual(expected))

test('a document belongs to the nearest folder that a site claims', () => {
  const files = { '_config.yml': '', 'website/docusaurus.config.js': `docs: { path: '../guide' }` }
  const tree = makeTree(Object.keys(files))
  const siteOf = siteFinder(detectSites(tree, new Map(Object.entries(files))))
  expect(['a.md', 'guide/deep/a.md', 'website/a.md'].map((it) => siteOf(it).generator)).toEqual([
    'jekyll',
    'docusaurus',
    'docusaurus',
  ])
  expect(siteFinder([])('a.md').generator).toBe('none')
})
