import { isHistory, splitPath } from '../../paths.ts'
import { squash } from '../../text.ts'
import type { Document, Link } from '../../types.ts'
import type { MisnamedTarget } from '../types/links.ts'
import type { Project } from '../types/project.ts'

/** "Pots v3", and what may follow it. */
const versioned = /^(.*?[\p{L}\d)])\sv(?:ersion )?(\d{1,2})(?![\d\p{L}])/iu

/** `[Pots v3](pots/v2.resource.html)`, whose title is "Pots v2", and that says nothing of a third version: majors only, for the rest is told by others. */
export function misversionedLinks(project: Project, document: Document): MisnamedTarget[] {
  if (isHistory(document.path) || ofItsTime.test(document.path)) return []
  return document.facts.links.flatMap((link): MisnamedTarget[] => {
    const said = link.kind === 'link' && /\bv\d/i.test(link.text) ? nameOf(link.text) : undefined
    const target = said && targetOf(project, document, link)
    if (!said || !target) return []
    const { sections } = target.facts
    const other = [titleOf(target), placeOf(target)].find((it) => it && isPartOf(it.name, said.name))
    if (!other || other.version === said.version) return []
    const isTold = sections.some(({ title }) => nameOf(title)?.version === said.version)
    return isTold ? [] : [{ link, named: said.shown, aim: other.shown }]
  })
}

/** What was written of a release led to the page as it was then. */
const ofItsTime = /(?:^|\/)(?:archives?|blog|change-?logs?|news|posts?|release[-_]?notes|releases)\//i

interface Name {
  name: string
  version: string
  shown: string
}

/** The only version that a text tells, and what it is one of. */
function nameOf(text: string): Name | undefined {
  if ((text.match(/\bv(?:ersion )?\d/gi)?.length ?? 0) !== 1) return undefined
  const [shown, before = '', version = ''] = versioned.exec(text.trim()) ?? []
  return shown === undefined ? undefined : { name: squash(before), version, shown }
}

function targetOf(project: Project, document: Document, link: Link): Document | undefined {
  const target = project.resolve(document, link)
  return target.kind === 'document' && target.path !== document.path ? project.documents.get(target.path) : undefined
}

function titleOf({ facts: { sections } }: Document): Name | undefined {
  return nameOf(sections[1]?.title ?? '')
}

/** `pots/v2.resource.md`: the folder says of what, the file which version. */
function placeOf({ path }: Document): Name | undefined {
  const { folder, name } = splitPath(path)
  const version = /^v(\d{1,2})(?![\da-z])/i.exec(name)?.[1]
  return version === undefined ? undefined : { name: squash(splitPath(folder).name), version, shown: name }
}

/** "the Pots" is of "Pots", and "Pot lids" of something else. */
function isPartOf(title: string, label: string): boolean {
  return title.length >= least && label.endsWith(title)
}

/** Shorter names are those of many things. */
const least = 4
