import { shelve } from '../../grouped.ts'
import { isMarkdown } from '../../site/urls.ts'
import type { Document, Include } from '../../types.ts'
import type { Project } from '../index.ts'
import { once } from '../once.ts'
import { indexFragments } from './fragments.ts'

/** What a reader sees as one page: a document that the site builds, and all that it includes. */
export interface Page {
  entry: Document
  /** The entry first, then what is included, in order; a document that is included twice stands there twice. */
  parts: Part[]
}

export interface Part {
  document: Document
  /** The includes that lead here from the entry, outermost first; empty for the entry itself. */
  chain: Step[]
}

/** One include, and the document that holds it. */
export interface Step {
  document: Document
  include: Include
}

export interface PageIndex {
  /** Every page, in order of its entry's path. */
  readonly all: readonly Page[]
  /** The page that a document is the entry of. */
  entry(path: string): Page | undefined
  /** The pages that a document is part of, its own first. A fragment that nobody includes is part of none. */
  of(path: string): readonly Page[]
  /** What a document would be a page of, whether or not it is one: itself and all that it includes. */
  from(document: Document): Page
  /** How a fragment comes to be shown: the includes that lead to it from the first page that it is part of. */
  chain(path: string): readonly Step[]
  /** Whether a document is only ever shown inside others. */
  isFragment(path: string): boolean
  /** A fragment that no page includes, though others in its place are included. */
  isUnused(path: string): boolean
  /** The includes that pull a file in, as a part of the page or as code. */
  includers(path: string): readonly Step[]
}

/** Deeper and longer pages exist only by mistake or by malice. */
const maxDepth = 16
const maxParts = 1000

export function indexPages(project: Project): PageIndex {
  const includers = once(() => reverse(project))
  const fragments = once(() => indexFragments(project, includers()))
  const pages = new Map<Document, Page>()
  const chains = new Map<string, readonly Step[]>()
  const index: PageIndex = {
    get all() {
      return all()
    },
    from(document) {
      const page = pages.get(document) ?? assemble(project, document)
      pages.set(document, page)
      return page
    },
    entry(path) {
      const document = project.documents.get(path)
      return document && !index.isFragment(path) ? index.from(document) : undefined
    },
    of: (path) => [...above(path, includers())].flatMap((it) => index.entry(it) ?? []),
    chain(path) {
      let chain = chains.get(path)
      if (!chain) {
        chain = index.isFragment(path) ? upward(path, includers()) : []
        chains.set(path, chain)
      }
      return chain
    },
    isFragment: (path) => fragments().isFragment(path),
    isUnused: (path) => fragments().isUnused(path),
    includers: (path) => includers().get(path) ?? [],
  }
  const all = once(() =>
    [...project.documents.keys()].flatMap((path) => (isMarkdown(path) ? (index.entry(path) ?? []) : [])),
  )
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
  let step = includers.get(path)?.find((it) => !it.include.literal)
  while (step && !seen.has(step.document.path) && chain.length < maxDepth) {
    chain.push(step)
    seen.add(step.document.path)
    step = includers.get(step.document.path)?.find((it) => !it.include.literal)
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
