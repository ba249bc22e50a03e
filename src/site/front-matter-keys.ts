import { members } from '../parse/json.ts'
import type { JsonNode } from '../types.ts'

/** Kinds of values that a key may have, separated by `|`; `any` for all. */
export type Keys = Readonly<Record<string, string>>

const slate: Keys = {
  title: 'string',
  includes: 'array',
  toc_footers: 'array',
  language_tabs: 'array',
  language_clients: 'array',
  search: 'boolean',
  highlight_theme: 'string',
  headingLevel: 'number',
  code_clipboard: 'boolean',
  generator: 'string',
  meta: 'array|object',
}

/** What each generator reads from front matter. Keys that are not here are the site's own, and tolerated. */
export const frontMatterKeys: Readonly<Record<string, Keys>> = {
  slate,
  shins: slate,
  jekyll: {
    layout: 'string|boolean',
    title: 'string',
    permalink: 'string',
    published: 'boolean',
    categories: 'array|string',
    tags: 'array|string',
    description: 'string',
    redirect_from: 'array|string',
    redirect_to: 'array|string',
    render_with_liquid: 'boolean',
    sitemap: 'any',
  },
  docusaurus: {
    id: 'string',
    title: 'string',
    description: 'string',
    sidebar_label: 'string',
    sidebar_position: 'number',
    sidebar_class_name: 'string',
    sidebar_key: 'string',
    sidebar_custom_props: 'object',
    displayed_sidebar: 'string',
    hide_title: 'boolean',
    hide_table_of_contents: 'boolean',
    toc_min_heading_level: 'number',
    toc_max_heading_level: 'number',
    pagination_label: 'string',
    pagination_next: 'string',
    pagination_prev: 'string',
    parse_number_prefixes: 'boolean',
    custom_edit_url: 'string',
    keywords: 'array|string',
    image: 'string',
    slug: 'string',
    tags: 'array',
    draft: 'boolean',
    unlisted: 'boolean',
    last_update: 'object',
    authors: 'any',
  },
  hugo: {
    title: 'string',
    linkTitle: 'string',
    description: 'string',
    draft: 'boolean',
    weight: 'number',
    aliases: 'array|string',
    slug: 'string',
    url: 'string',
    layout: 'string',
    headless: 'boolean',
    keywords: 'array|string',
    categories: 'array|string',
    outputs: 'array|string',
    resources: 'array',
    publishDate: 'string',
    expiryDate: 'string',
    lastmod: 'string',
    translationKey: 'string',
    params: 'object',
    menu: 'any',
    tags: 'array|string',
  },
  vitepress: {
    title: 'string',
    titleTemplate: 'string|boolean',
    description: 'string',
    head: 'array',
    layout: 'string|boolean',
    hero: 'object',
    features: 'array',
    navbar: 'boolean',
    sidebar: 'boolean',
    aside: 'boolean|string',
    outline: 'any',
    lastUpdated: 'boolean|string',
    editLink: 'boolean',
    footer: 'boolean',
    pageClass: 'string',
    isHome: 'boolean',
    prev: 'any',
    next: 'any',
  },
  vuepress: {
    title: 'string',
    lang: 'string',
    description: 'string',
    meta: 'array',
    head: 'array',
    layout: 'string|boolean',
    permalink: 'string',
    canonicalUrl: 'string',
    home: 'boolean',
    heroImage: 'string',
    heroText: 'string',
    tagline: 'string',
    features: 'array',
    footer: 'any',
    navbar: 'boolean|array',
    // Switched off, made of headings, listed, or the name of one that a theme knows.
    sidebar: 'any',
    sidebarDepth: 'number',
    search: 'boolean',
    tags: 'array|string',
    editLink: 'boolean|string',
    lastUpdated: 'boolean|string',
    pageClass: 'string',
    prev: 'any',
    next: 'any',
  },
}

const slateOnly: ReadonlySet<string> = new Set(
  'includes toc_footers language_tabs highlight_theme headingLevel code_clipboard search'.split(' '),
)

/** Whether the front matter of a page is written for Slate or its kin: two of its keys mean something to nobody else. */
export function isForSlate(data: JsonNode | undefined): boolean {
  return members(data).filter(({ key }) => slateOnly.has(key)).length >= 2
}

/** Keys that sites add on their own, and that are no misspelling of another. */
export const commonKeys: ReadonlySet<string> = new Set(
  `author authors category created date excerpt group hidden icon id image images key label lang language level locale name
   noindex order owner parent position product products published robots section sidebar slug source status style subtitle
   summary tag template theme toc topic type types uid updated url version versions`.split(/\s+/),
)
