import { byCodeUnit, joinPath, nearest, splitPath } from '../text.ts'
import type { Document, Include } from '../types.ts'
import type { Project } from './index.ts'

/** Where an include leads. */
export type IncludeTarget =
  | { kind: 'document' | 'file'; path: string }
  | { kind: 'missing'; path: string; instead?: Instead }
  | { kind: 'outside' }

/** What exists in place of a missing file, and what must have happened to it. */
export interface Instead {
  path: string
  /** What an author would write to include it. */
  name: string
  change: 'case' | 'extension' | 'renamed' | 'moved'
}

export interface IncludeIndex {
  resolve(document: Document, include: Include): IncludeTarget
}

/** How a site spells the file behind a name in front matter. */
interface Spelling {
  folder: string
  path(name: string): string
}

export function indexIncludes(project: Project): IncludeIndex {
  const spellings = new Map<string, Spelling>()
  return {
    resolve(document, include) {
      let spelling = spellings.get(document.path)
      if (!spelling) {
        spelling = inferSpelling(project, document)
        spellings.set(document.path, spelling)
      }
      const path = joinPath(spelling.folder, spelling.path(include.target))
      if (path === undefined) return { kind: 'outside' }
      if (project.documents.has(path)) return { kind: 'document', path }
      if (project.files.has(path)) return { kind: 'file', path }
      return { kind: 'missing', path, instead: insteadOf(project, path, include.target) }
    },
  }
}

/** The candidate under which most entries resolve: nobody has to say how the site assembles its pages. */
function inferSpelling(project: Project, document: Document): Spelling {
  const { folder } = splitPath(document.path)
  const candidates = [folder, joinPath(folder, 'includes') ?? folder].flatMap((base): Spelling[] => [
    { folder: base, path: (name) => name },
    { folder: base, path: (name) => `${name}.md` },
    { folder: base, path: (name) => name.replace(/([^/]+)$/, '_$1.md') },
  ])
  let best = candidates[0] as Spelling
  let most = -1
  for (const candidate of candidates) {
    const found = document.facts.includes.filter(({ target }) => {
      const path = joinPath(candidate.folder, candidate.path(target))
      return path !== undefined && project.files.has(path)
    }).length
    if (found > most) {
      best = candidate
      most = found
    }
  }
  return best
}

function insteadOf(project: Project, path: string, target: string): Instead | undefined {
  const { folder, name } = splitPath(path)
  const siblings = project.files.paths.filter((it) => splitPath(it).folder === folder).map((it) => splitPath(it).name)
  const found = (sibling: string | undefined, change: Instead['change']): Instead | undefined =>
    sibling === undefined
      ? undefined
      : { path: folder ? `${folder}/${sibling}` : sibling, name: target.replace(/[^/]*$/, sibling), change }
  return (
    found(
      siblings.find((it) => it.toLowerCase() === name.toLowerCase()),
      'case',
    ) ??
    found(
      siblings.find((it) => isMarkdown(it) && stem(it) === stem(name)),
      'extension',
    ) ??
    found(siblings.filter((it) => isMarkdown(it) && sameWords(it, name)).sort(byCodeUnit)[0], 'renamed') ??
    found(nearest(name, siblings.filter(isMarkdown)), 'renamed')
  )
}

function isMarkdown(name: string): boolean {
  return /\.(?:md|markdown|mdx)$/.test(name)
}

function stem(name: string): string {
  return name.replace(/\.[^.]*$/, '')
}

/** Renames shuffle and drop words, but the ones that are left stay the same. */
function sameWords(a: string, b: string): boolean {
  const words = (name: string) =>
    new Set(
      stem(name)
        .toLowerCase()
        .split(/[.\-_ ]+/),
    )
  const [few, many] = [words(a), words(b)].sort((x, y) => x.size - y.size) as [Set<string>, Set<string>]
  return few.size > 2 && [...few].every((it) => many.has(it))
}
