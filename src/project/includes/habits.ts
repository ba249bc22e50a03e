import { joinPath, pathFrom } from '../../paths.ts'
import { isForSlate } from '../../site/front-matter-keys.ts'
import type { IncludeSpec } from '../../site/include-spec.ts'
import { isMarkdown } from '../../site/urls.ts'
import type { Document, Site } from '../../types.ts'
import type { Project } from '../types/project.ts'
import { isDynamic, type Spelling, spell, type Wanted, wanted } from './paths.ts'

/** Answers under which spelling a mechanism's targets resolve, where its row only guesses. */
export function indexHabits(project: Project) {
  const inferred = new Map<string, number | undefined>()
  return (document: Document, spec: IncludeSpec, site: Site, { path, spellings }: Wanted): Spelling | undefined => {
    // Lists in front matter are the page's own; what stands in the text is the habit of the site.
    const own = spec.kind === 'front-matter'
    const key = own ? document.path : `${spec.name}\n${site.root}`
    if (!inferred.has(key))
      inferred.set(key, majority(project, own ? [document] : neighbours(project, site), spec, site))
    const best = inferred.get(key)
    if (best !== undefined) return spellings[best]
    return own ? standard(path, spellings, document, site) : undefined
  }
}

/** The candidate under which most targets resolve: nobody has to say how the site assembles its pages. */
function majority(project: Project, documents: Iterable<Document>, spec: IncludeSpec, site: Site): number | undefined {
  const votes: number[] = []
  let voters = 0
  for (const document of documents) {
    for (const include of document.facts.includes) {
      if (include.mechanism !== spec.name || isDynamic(include.target)) continue
      const wish = wanted(document, include, spec, site)
      if (!wish.guessed) continue
      voters++
      // A folder may be another one for each document: what is voted on is the way, not the place.
      for (const way of waysTo(project, wish)) votes[way] = (votes[way] ?? 0) + 1
    }
  }
  const most = votes.reduce((a, b) => Math.max(a, b), 0)
  const enough = most > 0 && (spec.kind === 'front-matter' || most * 2 >= voters)
  return enough ? votes.indexOf(most) : undefined
}

function waysTo({ files }: Project, { path, spellings }: Wanted): number[] {
  const ways: number[] = []
  for (const [way, spelling] of spellings.entries()) {
    // Most of the folders are guesses, and each of them stands for many names.
    const mayBe = files.hasDirectory(spelling.folder) || path.includes('..')
    const file = mayBe ? spell(spelling, path) : undefined
    if (file !== undefined && files.has(file)) ways.push(way)
  }
  return ways
}

/** Where nothing resolves: Slate says where its partials are, and a path to a Markdown file says it itself. */
function standard(path: string, spellings: Spelling[], document: Document, site: Site): Spelling | undefined {
  if (site.generator === 'slate' || site.generator === 'shins') {
    return { folder: joinPath(site.source, 'includes') ?? site.source, name: '_*.md' }
  }
  if (isMarkdown(path)) return spellings[0]
  // A page that stands alone, without the program that builds it.
  const isAlone = site.generator === 'none' && isForSlate(document.facts.frontMatter?.data)
  const folder = isAlone ? pathFrom(document.path, 'includes') : undefined
  return folder === undefined ? undefined : { folder, name: '_*.md' }
}

function* neighbours(project: Project, site: Site): Iterable<Document> {
  for (const document of project.documents.values()) {
    if (document.facts.includes.length > 0 && project.site(document.path) === site) yield document
  }
}
