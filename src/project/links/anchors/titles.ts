import { tightens } from '../../../site/dialect.ts'
import { setting } from '../../../site/settings.ts'
import type { Document, Site } from '../../../types.ts'
import { within } from '../../ranges.ts'

const idBehind = /\s*\{(?::|\/\*)?[^{}]*(?:#|\bid=")[^{}]*\}\s*$/

/** Whether an id stands behind a title. */
export function hasOwnId(title: string): boolean {
  return title.includes('{') && idBehind.test(title)
}

/** Titles with an id of their own behind them, without it, and the id. */
export function ownIds({ facts: { sections, anchors } }: Document): [title: string, id: string][] {
  return anchors.flatMap(({ id, kind, section, range }): [string, string][] => {
    const heading = sections[section]
    const isBehind = kind === 'attribute' && heading && within(range, heading.heading)
    return isBehind && hasOwnId(heading.title) ? [[heading.title.replace(idBehind, ''), id]] : []
  })
}

/** The titles that become ids. An id behind a title takes its place, where the site is not a repository that shows both. */
export function titlesOf(document: Document, generator: string): string[] {
  const titles = document.facts.sections.flatMap(({ depth, title, heading }) => {
    // A heading to whoever wrote it, and a paragraph to what reads the page.
    if (depth === 0 || (generator === 'none' && isTight(document.text, heading[0]))) return []
    // It has no id but the one that somebody wrote; to the host of a repository, see below.
    if (isElement(document.text, heading[0])) return []
    // A shortcode may well write nothing that counts.
    if (title.includes('{{')) return [title, title.replace(/\{\{[^{}]*\}\}/g, '').trimEnd()]
    if (title.includes('((#')) return [title.replace(/\s*\(\(#[^()]*\)\)/g, '')]
    if (!hasOwnId(title)) return withoutImages(title, document.text.slice(...heading))
    return generator === 'none' ? [title.replace(idBehind, '')] : []
  })
  if (generator === 'none') return [...titles, ...tagged(document.text)]
  if (generator === 'mintlify') return [...titles, ...components(document.text)]
  if (!tightens.has(generator)) return titles
  const known = new Set(titles)
  const others = tightTitles(document.text).filter((it) => !known.has(it))
  return [...titles, ...others, ...(generator === 'mkdocs' ? tabs(document) : [])]
}

/** `# Kilns [![Build](build.svg)](build)`: the host of a repository leaves the image out, and keeps the blank. */
function withoutImages(title: string, source: string): string[] {
  if (!source.includes('![')) return [title]
  let rest = title
  for (const [, alt = ''] of [...source.matchAll(/!\[([^[\]\n]*)\]/g)].reverse()) {
    const at = rest.lastIndexOf(alt)
    if (at >= 0) rest = rest.slice(0, at) + rest.slice(at + alt.length)
  }
  return [title, `${rest.trimEnd()} `]
}

function isTight(text: string, start: number): boolean {
  return text[start] === '#' && /^#{1,6}[^\s#]/.test(text.slice(start, start + 7))
}

function isElement(text: string, start: number): boolean {
  return text[start] === '<' && /^<h[1-6]\b/i.test(text.slice(start, start + 4))
}

/** Headings that are written as tags: the host of a repository gives them ids, too. */
function tagged(text: string): string[] {
  if (!text.includes('</h')) return []
  return Array.from(text.matchAll(/<h([1-6])(?:\s[^<>]{0,300})?>([\s\S]{1,300}?)<\/h\1>/g), ([, , title = '']) =>
    title
      .replace(/<[^<>]{0,300}>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

const component =
  /<(?:(Param|Response)Field|[A-Z][A-Za-z]{2,20})\s(?:[^<>]{0,300}\s)?(?:title|label|path|query|body|header|name)="([^"\n]{1,200})"/g

/** Steps, tabs and fields that readers can link to: `#my-step`, `#param-order-id`. */
function components(text: string): string[] {
  return Array.from(text.matchAll(component), ([, field = '', name = '']) =>
    field === '' ? name : `${field} ${name.replaceAll('_', '-')}`,
  )
}

/** Those that Markdown does not see, wherever they stand. */
function tightTitles(text: string): string[] {
  return text.includes('#')
    ? Array.from(text.matchAll(/^\ufeff?#{1,6}([^\s#].*)$/gm), ([, title = '']) => title.trim())
    : []
}

/** `=== "Title"` opens a tab, whose id may begin with that of its section. */
function tabs({ text, facts: { sections } }: Document): string[] {
  if (!text.includes('=== "')) return []
  return [...text.matchAll(/^\ufeff?[ \t]*===[!+]?[ \t]+"([^"\n]+)"/gm)].flatMap(({ index, 1: title = '' }) => {
    const above = sections.findLast(({ range, depth }) => depth > 0 && range[0] <= index)
    return above ? [title, `${above.title.trim()} ${title}`] : [title]
  })
}

/** What a page takes from programs: their headings and anchors are nowhere to be read. */
const programs: Record<string, RegExp> = {
  mkdocs: /^\ufeff?[ \t]*::: +(?:[\w-]+[.-][\w.-]+|\w+[ \t]*\r?\n[ \t]+(?::|options:|handler:))/m,
  myst: /^\ufeff?[ \t]*(?:`{3,}|:{3,})\{(?:auto\w+|eval-rst|click|argparse|program-output|openapi|swagger[\w-]*)\}/m,
}

/** Comments that a program of the site's own replaces. */
const hooked = /<!--\s*[a-z]+:[a-z]/
/** One that says that a program writes what stands there, where nothing does yet. */
const awaiting = /<!--[ \t]*auto-?generated\b[^>\n]{0,100}-->\s*(?:$|[#<])/i

export function isWrittenByProgram({ text }: Document, { generator, settings }: Site): boolean {
  if (programs[generator]?.test(text)) return true
  if (text.includes('<!--') && awaiting.test(text)) return true
  if (text.includes('{%') && (writesHeadings(text) || (generator === 'none' && included.test(text)))) return true
  return generator === 'mkdocs' && setting(settings, 'hooks') !== undefined && hooked.test(text)
}

/** A template that somebody's own program fills in. Generators that docs-lint knows have their own ways to include. */
const included = /^[ \t]*\{%-?[ \t]*include[ \t]+[\w./-]+(?:[ \t][^%\n]{0,200})?%\}[ \t]*\r?$/m

/** `{% for it in operations %}`, and in the loop a heading, an id, or an include that may bring them. */
function writesHeadings(text: string): boolean {
  let depth = 0
  for (const [whole, tag = ''] of text.matchAll(loopPart)) {
    if (tag === 'for') depth++
    else if (tag === 'endfor') depth = Math.max(0, depth - 1)
    else if (depth > 0 && (tag !== '' || whole.includes('{{'))) return true
  }
  return false
}

const loopPart =
  /\{%-?[ \t]*(for|endfor|include|render)\b|^#{1,6}[ \t][^\n]{0,300}|<h[1-6]\b[^\n]{0,300}|\bid="[^"\n]{0,100}\{\{/gm
