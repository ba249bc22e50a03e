import { slug as githubSlug } from 'github-slugger'
import { ascii, cyrillic, notAscii, unaccented, withoutMarks } from './latin.ts'

/** How a renderer makes the id of a heading out of its text. */
export interface Slugger {
  name: string
  slug(title: string): string
  /** What the second and further headings of one slug get appended. */
  repeat(slug: string, nth: number): string
  keepsCase?: true
  /** What has no letter that it keeps is numbered from the first on. */
  numbersEmpty?: true
}

const dash = (slug: string, nth: number) => `${slug}-${nth - 1}`
const dashFromTwo = (slug: string, nth: number) => `${slug}-${nth}`
const underscore = (slug: string, nth: number) => `${slug}_${nth - 1}`

/** Jekyll with GFM input. Blanks at the ends become dashes: kramdown does not trim. */
const kramdown: Slugger = {
  name: 'kramdown',
  slug: (title) => words(title).replace(/[ \t]/g, '-'),
  repeat: dash,
}

/** kramdown's own input, as older Jekyll sites have it: ASCII only, no underscores, and the first letter begins it. */
const kramdownPlain: Slugger = {
  name: 'kramdown-plain',
  slug: (title) =>
    title
      .slice(Math.max(title.search(/[a-zA-Z]/), 0))
      .replace(/[^a-zA-Z0-9 -]/g, '')
      .replaceAll(' ', '-')
      .toLowerCase(),
  repeat: dash,
}

/** GitHub, and with it Docusaurus, Mintlify, DocFX, docsify and all that use github-slugger. */
const github: Slugger = { name: 'github', slug: (title) => githubSlug(title.trim()), repeat: dash }

const goldmark: Slugger = { name: 'goldmark', slug: (title) => words(title.trim()).replace(/\s/g, '-'), repeat: dash }

/** Slate: ActiveSupport's `parameterize`. */
const redcarpet: Slugger = {
  name: 'redcarpet',
  slug: (title) =>
    trimDashes(
      ascii(title)
        .toLowerCase()
        .replace(/[^a-z0-9_-]+/g, '-'),
    ),
  repeat: dashFromTwo,
}

/** What Redcarpet makes of a title without ASCII letters: Bernstein's hash of its bytes, in 64 bits. */
export function hashedSlug(title: string): string {
  let hash = 5381n
  for (const byte of new TextEncoder().encode(title)) hash = BigInt.asUintN(64, hash * 33n + BigInt(byte))
  return `part-${hash.toString(16)}`
}

const special = /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g

/** Of a title whose letters have lost their accents. */
const dashed = (plain: string) => trimDashes(plain.replace(special, '-'))
const vueSlug = (plain: string) => dashed(plain).replace(/^(\d)/, '_$1').toLowerCase()

const vitepress: Slugger = { name: 'vitepress', slug: (title) => vueSlug(unaccented(title)), repeat: dash }

/** The first versions of VuePress took nothing but its marks off a letter, and what is wide stayed wide. */
const vuepressOfOld: Slugger = {
  ...vitepress,
  name: 'vuepress-0',
  slug: (title) => vueSlug(withoutMarks(title)),
}

const hexo: Slugger = {
  name: 'hexo',
  slug: (title) => dashed(unaccented(title)),
  repeat: dash,
  keepsCase: true,
}

const pythonMarkdown: Slugger = {
  name: 'python-markdown',
  slug: (title) =>
    ascii(title)
      .replace(/[^\w\s-]/g, '')
      .trim()
      .toLowerCase()
      .replace(/[-\s]+/g, '-'),
  repeat: underscore,
  numbersEmpty: true,
}

/** GitLab, and themes of many a generator: no two dashes in a row. */
const collapsing: Slugger = {
  name: 'collapsing',
  slug: (title) => trimDashes(words(title.trim()).replace(/[\s-]+/g, '-')),
  repeat: dash,
}

/** Programs of a project's own: GitHub's ids, counted in another way. */
const underscored: Slugger = { ...github, name: 'underscored', repeat: underscore }

/** Everything else becomes a dash. */
const replacing: Slugger = {
  name: 'replacing',
  slug: (title) => trimDashes(title.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')),
  repeat: dash,
}

/** A plus is spelled out. Of `&`, that would hide more links that a writer guessed than it explains. */
const spelled: Slugger = {
  ...replacing,
  name: 'spelled',
  slug: (title) => replacing.slug(title.replaceAll('+', ' plus ')),
}

const transliterating: Slugger = {
  name: 'transliterating',
  slug: (title) => redcarpet.slug(title.toLowerCase().replace(/[а-яё]/g, (letter) => cyrillic[letter] ?? '')),
  repeat: dashFromTwo,
}

export const sluggers: readonly Slugger[] = [
  github,
  kramdown,
  goldmark,
  vitepress,
  pythonMarkdown,
  redcarpet,
  collapsing,
  replacing,
  spelled,
  transliterating,
  kramdownPlain,
  underscored,
]

const own: Record<string, readonly Slugger[]> = {
  jekyll: [kramdown],
  hexo: [hexo],
  slate: [redcarpet],
  hugo: [goldmark],
  mdbook: [goldmark],
  vitepress: [vitepress],
  vuepress: [vitepress, vuepressOfOld],
  mkdocs: [pythonMarkdown],
}

/** The algorithms that a generator uses unless told otherwise, that of its newest version first. */
export function sluggersOf(generator: string): readonly Slugger[] {
  return own[generator] ?? [github]
}

/** A heading, and its id where all algorithms agree about it, but for its case. */
export interface Title {
  text: string
  plain: string | undefined
}

export function titled(text: string): Title {
  return { text, plain: plainSlug(text) }
}

/** Ids of a page's headings in order, repeated ones numbered. */
export function slugsOf(titles: Iterable<Title>, { slug, repeat, keepsCase, numbersEmpty }: Slugger): Set<string> {
  const seen = new Map<string, number>(numbersEmpty ? [['', 1]] : [])
  const ids = new Set<string>()
  for (const { text, plain } of titles) {
    const id = (keepsCase ? undefined : plain) ?? slug(text)
    const nth = (seen.get(id) ?? 0) + 1
    seen.set(id, nth)
    ids.add(nth === 1 ? id : repeat(id, nth))
  }
  return ids
}

/** The id that every algorithm makes of ASCII letters and digits with one blank between words, as most titles are. */
function plainSlug(title: string): string | undefined {
  if (!/^[A-Za-z][A-Za-z0-9 ]*$/.test(title) || title.includes('  ') || title.endsWith(' ')) return undefined
  return title.toLowerCase().replaceAll(' ', '-')
}

function words(title: string): string {
  // Unicode classes cost ten times as much, and few titles need them.
  if (!notAscii.test(title)) return title.toLowerCase().replace(/[^a-z0-9_\- \t]/g, '')
  return title.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- \t]/gu, '')
}

function trimDashes(text: string): string {
  let start = 0
  let end = text.length
  while (text[start] === '-') start++
  while (end > start && text[end - 1] === '-') end--
  return text.slice(start, end)
}
