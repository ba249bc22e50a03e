import { isHistory, splitPath } from '../../../paths.ts'
import { squash } from '../../../text.ts'
import type { Document, Link } from '../../../types.ts'
import type { MisnamedTarget } from '../../types/links.ts'
import type { Project } from '../../types/project.ts'

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
    const other = [titleOf(target), placeOf(target)].find((it) => it && names(said.words, it.words))
    if (!other || other.version === said.version) return []
    const isTold = sections.some(({ title }) => nameOf(title)?.version === said.version)
    return isTold ? [] : [{ link, named: said.shown, aim: other.shown }]
  })
}

/** What was written of a release led to the page as it was then. */
const ofItsTime = /(?:^|\/)(?:archives?|blog|change-?logs?|news|posts?|release[-_]?notes|releases)\//i

interface Name {
  /** What it is the version of. */
  words: string
  version: string
  shown: string
}

/** The only version that a text tells, and what it is one of. */
function nameOf(text: string): Name | undefined {
  if (text.length > longest || text.match(/\bv(?:ersion )?\d/gi)?.length !== 1) return undefined
  const [shown, before = '', version = ''] = versioned.exec(text.trim()) ?? []
  return shown === undefined ? undefined : { words: before, version, shown }
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
  return version === undefined ? undefined : { words: splitPath(folder).name, version, shown: name }
}

/** "the fields of Pots" is about "Pots"; "Clay Pots" and "Pot lids" are other things. */
function names(label: string, title: string): boolean {
  const name = squash(title)
  if (name.length < least) return false
  const words = label.split(' ')
  const at = words.findIndex((_, i) => squash(words.slice(i).join('')) === name)
  return at >= 0 && !/^\p{Lu}/u.test(words[at - 1] ?? '')
}

/** A text with more letters is a sentence. */
const longest = 200

/** Shorter names are those of many things. */
const least = 4
