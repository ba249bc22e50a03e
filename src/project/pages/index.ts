import { shelve } from '../../grouped.ts'
import type { Document } from '../../types.ts'
import { later, once, onceEach } from '../once.ts'
import type { Page, PageIndex, Part, Step } from '../types/pages.ts'
import type { Project } from '../types/project.ts'
import { indexBuilt } from './built.ts'
import { strangeCurrencies } from './currencies.ts'
import { isEndedElsewhere } from './ended-elsewhere.ts'
import { indexFragments } from './fragments.ts'
import { indexFrontMatter } from './front-matter.ts'
import { indexInertLines } from './inert-lines.ts'
import { indexMisspelt } from './misspelt.ts'
import { mixedWords } from './mixed-letters.ts'
import { indexReached } from './reached.ts'
import { indexYaml } from './yaml.ts'

/** Deeper and longer pages exist only by mistake or by malice. */
const maxDepth = 16
const maxParts = 1000

export function indexPages(project: Project): PageIndex {
  const includers = once(() => reverse(project))
  const reached = once(() => indexReached(project))
  const index: PageIndex = {
    from: onceEach((document) => assemble(project, document)),
    entry(path) {
      const document = project.documents.get(path)
      return document && !index.isFragment(path) ? index.from(document) : undefined
    },
    of: (path) => [...above(path, includers())].flatMap((it) => index.entry(it) ?? []),
    chain: onceEach((path) => (index.isFragment(path) ? upward(path, includers()) : [])),
    ...indexFragments(project),
    unbuilt: indexBuilt(project),
    isReached: (path) => reached().has(path),
    isYaml: later(() => indexYaml(project)),
    frontMatter: later(() => indexFrontMatter(project)),
    misspelt: later(() => indexMisspelt(project)),
    strangeCurrencies,
    mixedWords,
    inertLines: indexInertLines(project),
    isEndedElsewhere: (document, name) => isEndedElsewhere(project, document, name),
    includers: (path) => includers().get(path) ?? [],
  }
  return index
}

function reverse(project: Project): Map<string, Step[]> {
  const includers = new Map<string, Step[]>()
  for (const document of [...project.documents.values(), ...(project.included?.documents.values() ?? [])]) {
    for (const include of document.facts.includes) {
      const target = project.includes.resolve(document, include)
      if (target.kind !== 'document' && target.kind !== 'file') continue
      shelve(includers, target.path, { document, include })
    }
  }
  return includers
}

/** A document and all that show it, directly or through others, the nearest first. */
function above(path: string, includers: ReadonlyMap<string, Step[]>): Set<string> {
  const found = new Set([path])
  // A set that grows while it is walked is a queue without repetitions.
  for (const it of found) {
    for (const { document, include } of includers.get(it) ?? []) if (!include.literal) found.add(document.path)
  }
  return found
}

/** Follows the first includer of each document up to one that nobody includes. */
function upward(path: string, includers: ReadonlyMap<string, Step[]>): Step[] {
  const chain: Step[] = []
  const seen = new Set([path])
  const next = (it: string) => includers.get(it)?.find(({ include }) => !include.literal)
  for (let step = next(path); step && !seen.has(step.document.path); step = next(step.document.path)) {
    if (chain.push(step) === maxDepth) break
    seen.add(step.document.path)
  }
  return chain.reverse()
}

function assemble(project: Project, document: Document): Page {
  const parts: Part[] = []
  const add = (part: Part) => {
    if (parts.length >= maxParts) return
    parts.push(part)
    if (part.chain.length >= maxDepth) return
    for (const include of part.document.facts.includes) {
      const target = include.literal ? undefined : project.includes.resolve(part.document, include)
      const next = target?.kind === 'document' ? project.document(target.path) : undefined
      // A cycle is cut where it closes: the rule for it says so once.
      if (!next || next === part.document || part.chain.some((it) => it.document === next)) continue
      add({ document: next, chain: [...part.chain, { document: part.document, include }] })
    }
  }
  add({ document, chain: [] })
  return { entry: document, parts }
}
