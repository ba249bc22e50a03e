import { grouped, onlyOne } from '../../../grouped.ts'
import { splitPath } from '../../../paths.ts'
import { squash } from '../../../text.ts'
import type { Document, Link, Section } from '../../../types.ts'
import { onceEach } from '../../once.ts'
import { holds } from '../../ranges.ts'
import type { MisnamedTarget } from '../../types/links.ts'
import type { Project } from '../../types/project.ts'

/**
 * `[Open method](kilns.md#the-closed-method)`, where the page has the heading "The `Open` method", too. One word may be any heading's, and
 * what stands around a heading, or in it, is a place that tells of it.
 */
export function indexMistitled(project: Project): (document: Document) => MisnamedTarget[] {
  const titles = onceEach(titlesOf)
  return (document) => {
    const found = document.facts.links.flatMap((link): MisnamedTarget[] => {
      const at = link.kind === 'link' ? link.url.indexOf('#') : -1
      if (at < 0 || wordsIn(link.text).length < 2) return []
      const target = targetOf(project, document, link)
      const known = target && titles(target)
      const [aim, named] = [known?.slug(link.url.slice(at)), known?.title(link.text)]
      return aim && named && areApart(named, aim) ? [{ link, named: named.title.trim(), aim: aim.title.trim() }] : []
    })
    if (found.length === 0) return []
    const told = new Set(project.anchors.crossed(document).map(({ link }) => link))
    return found.filter(({ link }) => !told.has(link))
  }
}

/** A page whose address nobody knows may link to itself by it. */
function targetOf({ resolve, document: find }: Project, document: Document, link: Link): Document | undefined {
  const target = resolve(document, link)
  if (target.kind === 'document') return find(target.path)
  const [path = ''] = link.url.split(/\.html?#|#/)
  const own = splitPath(document.path).name.replace(/\..*$/, '')
  return target.kind === 'unknown' && splitPath(path).name === own ? document : undefined
}

interface Titles {
  /** The only heading of a name, and the one whose title makes an anchor. */
  title(text: string): Section | undefined
  slug(fragment: string): Section | undefined
}

function titlesOf({ facts: { sections, anchors } }: Document): Titles {
  const byName = grouped(sections.slice(1), ({ title }) => wordsIn(title).join(' '))
  const bySlug = grouped(sections.slice(1), ({ title }) => squash(title))
  const written = new Set(anchors.map(({ id }) => squash(id)))
  return {
    title: (text) => onlyOne(byName.get(wordsIn(text).join(' ')) ?? []),
    slug: (fragment) => (written.has(squash(fragment)) ? undefined : onlyOne(bySlug.get(squash(fragment)) ?? [])),
  }
}

/** The words of a title that say what it is about, as they are written: "the [open lids](#kilns)" are words of a sentence. */
function wordsIn(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((it) => !/^(?:the|an?)$/i.test(it))
}

/** Two headings, none of which is in the other, or says all that the other says. */
function areApart(one: Section, other: Section): boolean {
  const isAround = holds(one.range, other.heading[0]) || holds(other.range, one.heading[0])
  const [words, others] = [wordsIn(one.title.toLowerCase()), wordsIn(other.title.toLowerCase())]
  return !isAround && !words.every((it) => others.includes(it)) && !others.every((it) => words.includes(it))
}
