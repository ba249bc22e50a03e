import type { Json } from './values.ts'

/** Which of the many ways of writing Markdown a document follows. Facts depend on it, so it is part of their cache key. */
export interface Dialect {
  parser: 'satteri' | 'remark'
  /** Include mechanisms to recognise, by name; see `site/mechanisms.ts`. */
  includes: string[]
  /** No generator is known: what nothing else looks like is recognised too. */
  anySite?: true
  /** `##Title` is a heading, too. */
  tightHeadings?: true
  /** A block of HTML ends with its element, and not with the next empty line. */
  endsHtml?: true
  /** A pipe in inline code parts no cells. */
  codeHoldsPipes?: true
  /** Every page is MDX, whatever its file's name ends with: components hold Markdown. */
  components?: true
  /** Mechanisms that the user describes. */
  custom?: readonly UserInclude[]
  /** Words that label scopes, and values that name none, besides the usual. */
  scopes?: { labels?: readonly string[]; neutral?: readonly string[] }
}

/** A mechanism of inclusion from the config; data, never code. */
export interface UserInclude {
  name: string
  /** A regular expression for one line; its group `target`, or else its first group, is what is included. */
  pattern: string
  /** Where targets are looked for: `.` the document's folder, `/` the site's source, `~` the site's root, and folders below them. */
  roots?: string[]
  /** Spellings of the file's name, `*` for the last part of the target. */
  names?: string[]
  /** Works in code too. */
  inCode?: boolean
  /** Shows the file as code: it is no part of the page. */
  literal?: boolean
}

/** A set of documents that one generator builds. */
export interface Site {
  generator: string
  /** Folder of the generator's own config, relative to the project's root; '' is the root. */
  root: string
  /** Folder that "/" in a link stands for, relative to the project's root. */
  source: string
  /** The file that gave it away, if any. */
  evidence?: string
  /** Folders whose pages are built (relative to the project's root), and the URL path they appear under, without slashes at its ends. */
  contents: { folder: string; route: string }[]
  /** Folders whose files are served from "/" as they are, relative to the project's root. */
  assets: string[]
  /** Folders into which a plugin writes pages when the site is built, relative to the project's root. */
  written: string[]
  /** Whether links in Markdown start at the root of the content, wherever their page stands. */
  startsAtRoot?: true
  /** Include mechanisms that are live on its pages; see `site/mechanisms.ts`. */
  includes: string[]
  /** Where its config says that a mechanism looks for files, relative to the project's root. */
  includeRoots: { readonly [mechanism: string]: string[] }
  /** The generator's config as plain data; empty where the config is a program. */
  settings: { readonly [key: string]: Json }
  /** Where the built site is reached. */
  address: Address
}

/** Where a built site is reached, as its config says. */
export interface Address {
  /** Its own domains, lower case: absolute URLs with one of them lead into the site. */
  hosts: string[]
  /** URL path before all others, such as "/docs"; '' for none. */
  base: string
  /** URL paths that lead elsewhere; a `*` at the end, or at the beginning, stands for anything, `:id` for a segment. */
  redirects: string[]
  /** Whether a program makes more redirects than the config lists. */
  open: boolean
}

/** What exists on disk inside the project's root, whether docs-lint reads it or not. */
export interface FileTree {
  has(path: string): boolean
  hasDirectory(path: string): boolean
  /** Names of the files that stand directly in a folder, sorted by code unit. */
  names(folder: string): readonly string[]
  /** All files, sorted by code unit. */
  readonly paths: readonly string[]
}
