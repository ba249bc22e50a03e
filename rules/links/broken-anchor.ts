import {
  type Document,
  defineRule,
  didYouMean,
  type Finding,
  type Link,
  type Project,
  replace,
  suggest,
} from '../../src/rule.ts'
import { isMistyped, nearest } from '../../src/spelling.ts'

/** An image leads nowhere: `![](#ffe0c0)` is a colour. */
const shows: ReadonlySet<Link['kind']> = new Set(['reference', 'image', 'figure'])

export default defineRule({
  summary: 'A link points to a heading or an anchor that its page does not have.',
  severity: 'error',

  *check(document, { project }) {
    for (const link of document.facts.links) {
      if (shows.has(link.kind)) continue
      const target = project.resolve(document, link)
      if (target.kind !== 'document' && target.kind !== 'unbuilt') continue
      if (project.anchors.has(target.path, target.fragment) !== false) continue

      const same = project.anchors.alike(target.path, target.fragment)
      const near = same[0] ?? nearestOf(project.anchors.of(target.path), target.fragment)
      if (isRemark(link, near)) continue
      yield {
        at: link.urlRange,
        severity: link.idle && 'warning',
        message: `${nameOf(target, document)} has no anchor "#${target.fragment}"`,
        concerns: [target.path],
        ...(misnamed(project.documents.get(target.path), target.fragment) ??
          meant(link, near, same.length === 1, agreeing(document, link, near))),
      }
    }
    yield* project.anchors.pageless(document).map(pageless)
    for (const it of project.anchors.crossed(document)) yield crossed(it, document, project)
  },
})

type Crossed = ReturnType<Project['anchors']['crossed']>[number]

function crossed({ link, named, aim }: Crossed, document: Document, { anchors }: Project): Finding {
  const [id] = named ? anchors.alike(document.path, named.title) : []
  const heading = named?.heading
  return {
    at: link.urlRange,
    severity: 'warning',
    message: `"${link.text}" leads to the heading "${aim.title.trim()}"`,
    related: heading && [{ path: document.path, at: heading, message: 'a heading of that name' }],
    ...meant(link, id, false, 0),
  }
}

type Pageless = ReturnType<Project['anchors']['pageless']>[number]

function pageless({ link: { url, urlRange }, folder, instead }: Pageless): Finding {
  const fragment = url.slice(url.indexOf('#'))
  return {
    at: urlRange,
    message: `"${folder}" is a folder without a page, so it has no anchor "${fragment}"`,
    ...didYouMean(urlRange, instead),
  }
}

/** `<a href="limits"></a>`: the place is there, and leads where it should be called so. */
function misnamed(page: Document | undefined, fragment: string): Pick<Finding, 'help' | 'related'> | undefined {
  const place = page?.facts.links.find(
    ({ kind, url, text }) => kind === 'html' && url === fragment && text.trim() === '',
  )
  return (
    page &&
    place && {
      help: `write <a name="${fragment}"> where <a href="${fragment}"> stands`,
      related: [{ path: page.path, at: place.range, message: 'this marks no place' }],
    }
  )
}

function meant(
  { url, urlRange }: Link,
  near: string | undefined,
  isSure: boolean,
  agreed: number,
): Pick<Finding, 'help' | 'fix'> {
  if (!near) return {}
  const instead = url.slice(0, url.indexOf('#') + 1) + near
  const heading = agreed > 1 ? ` or is the heading misspelt, which ${agreed} links of this page spell so?` : ''
  return { help: `did you mean "#${near}"?${heading}`, fix: (isSure ? replace : suggest)(urlRange, instead) }
}

/** How many links of the page have the spelling of one that is a letter off its heading: all of them may be right. */
function agreeing({ facts }: Document, { url }: Link, near = ''): number {
  const isOff = isMistyped(url.slice(url.indexOf('#') + 1), near)
  return isOff ? facts.links.filter((it) => it.url === url).length : 0
}

/** Of very many, one is always like it. */
function nearestOf(ids: ReadonlySet<string>, fragment: string): string | undefined {
  return ids.size > 2000 ? undefined : nearest(fragment, ids)
}

/** `[keep]: #note-for-those-who-write`: a sentence that nobody refers to, and that leads to nothing like it. */
function isRemark({ idle, url }: Link, near: string | undefined): boolean {
  return idle === true && near === undefined && /^#\w+(?:-+\w+){3}/.test(url)
}

/** A reader looks at the page that holds the link, whichever files it is put together from. */
function nameOf(target: { path: string }, from: { path: string }): string {
  return target.path === from.path ? 'this page' : target.path
}
