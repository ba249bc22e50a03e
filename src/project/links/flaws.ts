import { prefixOf, splitPath } from '../../paths.ts'
import type { Document, Link } from '../../types.ts'
import { onceEach } from '../once.ts'
import type { Flaw, LinkIndex } from '../types/links.ts'
import type { Project } from '../types/project.ts'
import { folded } from './definitions.ts'

const placeholder = /^#?(?:todo|tbd|tba|fixme|xxx+)$/i
/** `(potter.example.com/pots)`: one that lacks its scheme, and so is read as a path. */
const domain =
  /^\/?((?:www\.)?[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|edu|gov|io|dev|app|info|biz|cloud)(?::\d+)?(?:[/?#].*)?)$/i
const email = /^[^\s/@:?#]+@[^\s/@:?#]+\.[a-z]{2,}$/i

/** `(https://)`, `(doc:)`: whoever wrote it meant to come back. */
const schemeOnly = /^(?:https?|mailto|doc|ref|page):(?:\/\/)?$/i

/** `ttps://`, `https:potter.example`, `https://https://`: a browser looks for another host, or for a page of the site. */
const scheme =
  /^(?:https?:\/\/https?:\/{0,2}|(?:h{2,9}t+ps?|ht{3,9}ps?|htpp?s?|https{2,9}|httpps?|htts?|hptts?|tthps?|t{1,2}ps?):\/\/|https?:\/?(?!\/))(?=[\w-]+\.\w)/i

export function indexFlaws(project: Project): LinkIndex['flaw'] {
  const labelFlaw = indexLabelFlaws(project)
  return (document, link) => {
    if (link.unread !== undefined) return unreadName(project, document, link)
    const { kind } = project.resolve(document, link)
    const flaw = flawOf(project, document, link)
    if (flaw || (kind !== 'missing' && kind !== 'unknown')) return flaw
    const label = labelFlaw(document, link, kind === 'unknown')
    return label ?? (kind === 'missing' ? flawOfMissing(project, document, link) : undefined)
  }
}

/** What is wrong with a link as it is written, wherever a browser goes with it. */
function flawOf(project: Project, document: Document, link: Link): Flaw | undefined {
  const { url, kind, text } = link
  if (url === '') return isForgotten(project, document, link) ? { says: `the link "${text}" has no target` } : undefined
  if (url === '#' && kind === 'link') return unfinished(project, document, text.trim())
  if (isBracketLeft(document, link)) return wrong(`"${url}" ends in a bracket that nothing opens`, url.slice(0, -1))
  if (isInText(kind) && schemeOnly.test(url)) return { says: `nothing follows the "${url}" of the link "${text}"` }
  return scheme.test(url) ? slipOfScheme(url) : undefined
}

/** `[limits]: https://potter.example/limits]`; where an address stands alone in a text, the bracket may be that of the text. */
function isBracketLeft({ text }: Document, { url, kind, range: [start], urlRange: [at] }: Link): boolean {
  if (!isInText(kind) || !/^[^[\]]+\]$/.test(url)) return false
  return text[start] === '[' && at > start + 2
}

/** Whether an empty link was to lead somewhere. */
function isForgotten(project: Project, { path, text: page }: Document, { kind, text, range }: Link): boolean {
  // In a table of contents, that is how a chapter without a page is written.
  if (splitPath(path).name === 'SUMMARY.md') return false
  // `[](){#limits}` marks a place.
  if (text.trim() === '' && page.startsWith('{', range[1])) return false
  return isInText(kind) && !project.anchors.isFilled(path)
}

/** `[Kilns](#)` among links to other headings of the page, which has one of that very name: at its top stands another one. */
function unfinished(project: Project, { path, facts }: Document, text: string): Flaw | undefined {
  const [top, ...named] = facts.sections.slice(1).map(({ title }) => title.trim())
  if (text === '' || top === text || named.filter((it) => it === text).length !== 1) return undefined
  const [id] = project.anchors.alike(path, text)
  const isListed = facts.links.filter(({ kind, url }) => kind === 'link' && /^#\w/.test(url)).length > 1
  return id !== undefined && isListed
    ? wrong(`"#" leads to the top of the page, and the heading "${text}" has an anchor`, `#${id}`)
    : undefined
}

function isInText(kind: Link['kind']): boolean {
  return kind === 'link' || kind === 'definition'
}

/** Explains a link that leads nowhere by the way in which it is written. */
function flawOfMissing(project: Project, document: Document, link: Link): Flaw | undefined {
  const { url } = link
  if (placeholder.test(url)) return { says: `the target "${url}" is a placeholder` }
  if (/^\/+https?:\/\//i.test(url)) return wrong(`"${url}" starts with a stray "/"`, url.replace(/^\/+/, ''))
  if (/^\(.*\)$/.test(url)) return wrong(`"${url}" has parentheses that belong to the URL`, url.slice(1, -1))
  if (url.includes('\\')) return wrong(`"${url}" has backslashes`, url.replaceAll('\\', '/'))
  if (email.test(url)) return wrong(`"${url}" is an address without "mailto:"`, `mailto:${url}`)
  const host = domain.exec(url)?.[1]
  if (host) return wrong(`"${url}" is a domain without its scheme`, `https://${host}`)
  return bareName(project, document, link)
}

/** `{{< relref ref="pots" >}}`: Hugo's own shortcodes read a path, and make an empty link without it. A site may have others by that name. */
function unreadName({ site, files }: Project, { path, text }: Document, link: Link): Flaw | undefined {
  const { generator, root } = site(path)
  const tag = /^\{\{[<%]\s*(\w+)/.exec(text.slice(...link.range))?.[1] ?? ''
  if (generator !== 'hugo') return undefined
  const folders = ['layouts/shortcodes', 'layouts/_shortcodes']
  if (folders.some((it) => files.has(`${prefixOf(root)}${it}/${tag}.html`))) return undefined
  return {
    says: `"${tag}" of Hugo reads no "${link.unread}", and links to nothing`,
    help: `write {{< ${tag} "${link.url}" >}}`,
  }
}

function slipOfScheme(url: string): Flaw {
  const [slip = ''] = scheme.exec(url) ?? []
  return wrong(`"${slip}" is no scheme of a URL`, `http${/s/i.test(slip) ? 's' : ''}://${url.slice(slip.length)}`)
}

function wrong(says: string, instead: string): Flaw {
  return { says, help: `write "${instead}"`, instead }
}

const isWord = /^[\w-]+$/

/** `(limits)` for `(#limits)`, and `<a href="limits"></a>` for `<a name="limits"></a>`. */
function bareName(project: Project, document: Document, { url, kind, text, section }: Link): Flaw | undefined {
  if (!isWord.test(url) || kind === 'image') return undefined
  if (kind === 'html' && text.trim() === '') {
    return { says: `an empty <a href="${url}"> leads nowhere`, help: `to mark a place, write <a name="${url}">` }
  }
  if (project.anchors.has(document.path, url) !== true) return undefined
  // Nobody leads readers to the section that they are in: a folder of that name was meant.
  if (kind === 'link' && project.anchors.section(document, url) === section) return undefined
  return wrong(`"${url}" is an anchor of this page without its "#"`, `#${url}`)
}

/** `[the rules](house-rules)` where the page defines that label, and no place goes by it; where a page may be that nobody knows, it is called otherwise. */
function indexLabelFlaws(project: Project): (document: Document, link: Link, mayBePage: boolean) => Flaw | undefined {
  const labels = onceEach(({ facts }: Document) => {
    return new Map(facts.links.flatMap(({ kind, text, url }) => (kind === 'definition' ? [[folded(text), url]] : [])))
  })
  return (document, { url, kind }, mayBePage) => {
    if (project.anchors.isLabel(document.path, url)) return undefined
    const meant = kind === 'link' && isWord.test(url) ? labels(document).get(folded(url)) : undefined
    if (meant === undefined || (mayBePage && meant.replace(/\/$/, '').endsWith(`/${url}`))) return undefined
    return { says: `"${url}" is a label of this page, in parentheses`, help: `write "[${url}]"` }
  }
}
