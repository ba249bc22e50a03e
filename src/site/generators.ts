import type { FileTree } from '../types.ts'
import { docfx, docsify, hexo, hugo, jekyll, type Layout, mdbook, mintlify, mkdocs, slate } from './layouts.ts'
import { docusaurus, docusaurus1, eleventy, gatsby, rspress, starlight, vitepress } from './program-layouts.ts'
import { isMapping, type Settings, setting } from './settings.ts'

/** A generator is known by its config. Of several in one folder the first in the table counts. */
export interface Generator {
  name: string
  /** Paths of its config, relative to the site's root. */
  configs: string[]
  /** Files beside its config that hold the part of it under a key, a program as its text. */
  parts?: Readonly<Record<string, string[]>>
  /** The key of its config that holds all others. */
  below?: string
  /** What must stand beside a config whose name is so common that it is not read elsewhere. */
  beside?: string
  /** What else must be there, where others use the same file name. `root` ends with "/" or is empty. */
  confirm?(tree: FileTree, root: string, settings: Settings): boolean
  layout(settings: Settings): Layout
  /** Include mechanisms that are live on its pages; see `mechanisms.ts`. */
  includes: string[]
}

const scripts = (stem: string) => ['js', 'ts', 'mjs', 'mts', 'cjs', 'cts'].map((it) => `${stem}.${it}`)
const formats = (stem: string) => ['toml', 'yaml', 'yml', 'json'].map((it) => `${stem}.${it}`)
const vueConfigs = (folder: string) => [...scripts(`${folder}/config`), ...scripts(`${folder}/config/index`)]
const middleman = (tree: FileTree, root: string) =>
  tree.hasDirectory(`${root}source/includes`) ||
  ['source', 'source/localizable'].some((folder) =>
    tree.names(root + folder).some((it) => it.startsWith('index.') && it.includes('.md')),
  )

export const generators: Generator[] = [
  {
    name: 'docusaurus',
    configs: scripts('docusaurus.config'),
    layout: docusaurus,
    includes: ['mdx-import', 'hashicorp', 'remark-include'],
  },
  {
    name: 'docusaurus-1',
    configs: ['website/siteConfig.js'],
    layout: docusaurus1,
    includes: [],
  },
  {
    name: 'starlight',
    configs: scripts('astro.config'),
    confirm: (_tree, _root, { text }) => /['"]@astrojs\/starlight['"]/.test(text),
    layout: starlight,
    includes: ['mdx-import'],
  },
  {
    name: 'vitepress',
    configs: vueConfigs('.vitepress'),
    layout: vitepress,
    includes: ['vitepress', 'vitepress-code', 'markdown-it-include'],
  },
  {
    name: 'vuepress',
    configs: [...vueConfigs('.vuepress'), ...formats('.vuepress/config')],
    layout: vitepress,
    includes: ['vitepress', 'vuepress-code', 'markdown-it-include'],
  },
  {
    name: 'rspress',
    configs: scripts('rspress.config'),
    layout: rspress,
    includes: ['mdx-import'],
  },
  {
    name: 'mkdocs',
    configs: ['mkdocs.yml', 'mkdocs.yaml'],
    layout: mkdocs,
    includes: ['snippets', 'snippets-block', 'include-markdown', 'markdown-include', 'mkdocs-macros'],
  },
  // Its successor, which reads the same pages and extensions.
  {
    name: 'mkdocs',
    configs: ['zensical.toml'],
    below: 'project',
    layout: mkdocs,
    includes: ['snippets', 'snippets-block', 'mkdocs-macros'],
  },
  { name: 'mdbook', configs: ['book.toml'], layout: mdbook, includes: ['mdbook'] },
  {
    name: 'docfx',
    configs: ['docfx.json'],
    layout: docfx,
    includes: ['docfx', 'docfx-code'],
  },
  {
    name: 'writerside',
    configs: ['writerside.cfg'],
    layout: () => ({}),
    includes: [],
  },
  {
    name: 'mintlify',
    configs: ['mint.json', 'docs.json'],
    confirm: (_tree, _root, { data }) =>
      isMapping(data) &&
      ((setting(data, 'navigation') ?? null) !== null || /\bmintlify\.com\//.test(String(setting(data, '$schema')))),
    layout: mintlify,
    includes: ['mdx-import'],
  },
  {
    name: 'hugo',
    configs: [
      ...formats('hugo'),
      ...formats('config'),
      ...formats('config/_default/hugo'),
      ...formats('config/_default/config'),
    ],
    parts: {
      languages: formats('config/_default/languages'),
      module: formats('config/_default/module'),
    },
    confirm: (tree, root, { data }) =>
      isMapping(data) &&
      (tree.hasDirectory(`${root}content`) ||
        setting(data, 'baseURL') !== undefined ||
        setting(data, 'contentDir') !== undefined),
    layout: hugo,
    includes: ['hugo'],
  },
  {
    name: 'shins',
    configs: ['package.json'],
    confirm: (tree, root, { data }) =>
      (tree.has(`${root}shins.js`) ||
        ['dependencies', 'devDependencies'].some((it) => setting(data, it, 'shins') !== undefined)) &&
      middleman(tree, root),
    layout: () => ({ source: 'source' }),
    includes: ['shins', 'shins-include'],
  },
  {
    name: 'slate',
    configs: ['config.rb'],
    confirm: middleman,
    layout: slate,
    includes: [],
  },
  {
    name: 'myst',
    configs: ['myst.yml', '_toc.yml', 'conf.py'],
    confirm: (_tree, _root, { text, data }) => data !== undefined || /myst|recommonmark|['"]\.md['"]/.test(text),
    layout: () => ({}),
    includes: ['myst', 'myst-literal'],
  },
  {
    name: 'eleventy',
    configs: [...scripts('.eleventy'), ...scripts('eleventy.config')],
    layout: eleventy,
    includes: ['quoted-include'],
  },
  // Before Jekyll, whose config may only choose how a repository host shows the README.
  {
    name: 'docsify',
    configs: ['index.html'],
    beside: 'README.md',
    confirm: (_tree, _root, { text }) => text.includes('$docsify'),
    layout: docsify,
    includes: ['docsify'],
  },
  // Its config has the name of Jekyll's.
  {
    name: 'hexo',
    configs: ['_config.yml'],
    confirm: (_tree, _root, { data }) =>
      ['source_dir', 'public_dir', 'new_post_name'].some((it) => setting(data, it) !== undefined),
    layout: hexo,
    includes: [],
  },
  {
    name: 'jekyll',
    configs: ['_config.yml', '_config.yaml', '_config.toml'],
    parts: { Gemfile: ['Gemfile'] },
    layout: jekyll,
    includes: ['jekyll', 'jekyll-relative'],
  },
  {
    name: 'gatsby',
    configs: scripts('gatsby-config'),
    layout: gatsby,
    includes: ['gatsby', 'mdx-import'],
  },
  {
    name: 'docsify',
    configs: ['_sidebar.md', '_coverpage.md'],
    confirm: (tree, root) => tree.has(`${root}index.html`),
    layout: () => ({}),
    includes: ['docsify'],
  },
]
