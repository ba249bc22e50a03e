import { sluggers, slugsOf, titled } from '../../../site/slugs.ts'
import type { Document, Include, Link, Range } from '../../../types.ts'
import { seenWith } from '../../documents.ts'
import type { Project } from '../../types/project.ts'
import { spellings } from './fragment.ts'

/** A stretch of a file. */
export interface Place {
  path: string
  at: Range
}

/** Where the link or the include that stands at an offset leads a reader. */
export function leadsTo(project: Project, document: Document, offset: number): Place[] {
  const { links, includes } = document.facts
  const include = includes.find(({ targetRange }) => holds(targetRange, offset))
  if (include) return included(project, document, include)
  // Of those that stand in one another, the innermost begins last.
  const link = links.findLast(({ range, urlRange }) => holds(urlRange, offset) || holds(range, offset))
  return link ? linked(project, document, link) : []
}

/** The links and includes that lead to the heading or the page at an offset; at a link, those that lead where it leads. */
export function leadHere(project: Project, document: Document, offset: number): Place[] {
  const [aim = headingAt(document, offset)] = leadsTo(project, document, offset)
  const leads = (it: Place) => it.path === aim.path && it.at[0] === aim.at[0]
  // Which heading an anchor means takes long to find out: only of pages that show the one that is asked about.
  const shows = new Set([aim.path, ...project.pages.of(aim.path).map(({ entry }) => entry.path)])
  const mayLead = (from: Document, link: Link) => {
    const target = project.resolve(from, link)
    return 'path' in target && shows.has(target.path)
  }
  return [...project.documents.values()].flatMap((from) => [
    ...from.facts.includes
      .filter((it) => included(project, from, it).some(leads))
      .map(({ targetRange }) => ({ path: from.path, at: targetRange })),
    ...from.facts.links
      .filter((it) => mayLead(from, it) && linked(project, from, it).some(leads))
      .map(({ urlRange }) => ({ path: from.path, at: urlRange })),
  ])
}

/** The heading at an offset, and elsewhere the page as such. */
function headingAt({ path, facts }: Document, offset: number): Place {
  const section = facts.sections.find(({ depth, heading }) => depth > 0 && holds(heading, offset))
  return { path, at: section?.heading ?? [0, 0] }
}

function holds([start, end]: Range, offset: number): boolean {
  return start <= offset && offset <= end
}

function included(project: Project, document: Document, include: Include): Place[] {
  const target = project.includes.resolve(document, include)
  return target.kind === 'document' || target.kind === 'file' ? [{ path: target.path, at: [0, 0] }] : []
}

function linked(project: Project, document: Document, link: Link): Place[] {
  const target = project.resolve(document, link)
  if (target.kind !== 'document' && target.kind !== 'file' && target.kind !== 'unbuilt') return []
  const { path, fragment } = target
  return [(fragment === '' ? undefined : anchored(project, path, spellings(fragment))) ?? { path, at: [0, 0] }]
}

/** The heading or the tag that an anchor is made of, on any part of a page. */
function anchored(project: Project, path: string, names: readonly string[]): Place | undefined {
  for (const it of seenWith(project, path)) {
    const at = placeOf(it, names)
    if (at) return { path: it.path, at }
  }
  return undefined
}

/** A heading of a title that stood before has a number behind its slug, and is not told from the first. */
function placeOf({ facts }: Document, names: readonly string[]): Range | undefined {
  const written = facts.anchors.find(({ id }) => names.includes(id))
  if (written) return written.range
  const heads = facts.sections.filter(({ depth }) => depth > 0)
  return heads.find(({ title }) => sluggers.some((it) => names.some((name) => slugsOf([titled(title)], it).has(name))))
    ?.heading
}
