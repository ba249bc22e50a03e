import type { Document, Include, Site } from '../types.ts'
import { once, type Project } from './index.ts'

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
  /** Whether a document is only ever shown inside others. */
  isFragment(path: string): boolean
  /** The includes that pull a document in. */
  includers(path: string): readonly Step[]
}

/** Deeper and longer pages exist only by mistake or by malice. */
const maxDepth = 16
const maxParts = 1000

export function indexPages(project: Project): PageIndex {
  const includers = once(() => reverse(project))
  const pages = new Map<string, Page | undefined>()
  const index: PageIndex = {
    get all() {
      return all()
    },
    entry(path) {
      if (!pages.has(path)) {
        const document = project.documents.get(path)
        pages.set(path, document && !index.isFragment(path) ? assemble(project, document) : undefined)
      }
      return pages.get(path)
    },
    of(path) {
      return [...above(path, includers())].flatMap((it) => index.entry(it) ?? [])
    },
    isFragment: (path) => isFragment(path, project.site(path), includers().has(path)),
    includers: (path) => includers().get(path) ?? [],
  }
  const all = once(() => [...project.documents.keys()].flatMap((path) => index.entry(path) ?? []))
  return index
}

function reverse(project: Project): Map<string, Step[]> {
  const includers = new Map<string, Step[]>()
  for (const document of project.documents.values()) {
    for (const include of document.facts.includes) {
      const target = project.includes.resolve(document, include)
      if (target.kind !== 'document') continue
      const list = includers.get(target.path)
      if (list) list.push({ document, include })
      else includers.set(target.path, [{ document, include }])
    }
  }
  return includers
}

/** A document and all that include it, directly or through others, the nearest first. */
function above(path: string, includers: ReadonlyMap<string, Step[]>): Set<string> {
  const found = new Set([path])
  // A set that grows while it is walked is a queue without repetitions.
  for (const it of found) for (const { document } of includers.get(it) ?? []) found.add(document.path)
  return found
}

function assemble(project: Project, entry: Document): Page {
  const parts: Part[] = []
  const add = (document: Document, chain: Step[]) => {
    if (parts.length >= maxParts) return
    parts.push({ document, chain })
    if (chain.length >= maxDepth) return
    for (const include of document.facts.includes) {
      const target = project.includes.resolve(document, include)
      if (target.kind !== 'document') continue
      const next = project.documents.get(target.path)
      // A cycle is cut where it closes: the rule for it says so once.
      if (next && next !== entry && !chain.some((it) => it.document === next) && next !== document) {
        add(next, [...chain, { document, include }])
      }
    }
  }
  add(entry, [])
  return { entry, parts }
}

const fragmentFolder =
  /(?:^|\/)(?:_[^/]*|includes?|partials?|snippets?|fragments?|reusables?|shared|common-content|transclusions?)\//

/** By convention of the site where it has one; else what is included and is called or stored like a fragment. */
function isFragment(path: string, { generator, root, contents }: Site, included: boolean): boolean {
  const inside = root === '' ? path : path.slice(root.length + 1)
  const underscore = /(?:^|\/)_/.test(inside)
  if (underscore && (generator === 'docusaurus' || generator === 'slate' || generator === 'shins')) return true
  if (!included) return false
  const built = contents.some(({ folder }) => folder === '' || path.startsWith(`${folder}/`))
  return underscore || !built || fragmentFolder.test(inside)
}
