import { increment } from '../../../grouped.ts'
import { joinPath, splitPath } from '../../../paths.ts'
import { pageNames } from '../../../site/url-forms.ts'
import { saidUrls } from '../../../site/urls.ts'
import { frontMatterOf } from '../../documents.ts'
import type { Project } from '../../types/project.ts'
import type { ServedSite } from '../../types/targets.ts'
import { joinUrl } from './reference.ts'
import { pageEnds } from './sources.ts'
import type { Grounds, Mount } from './types.ts'

const nowhere: Mount = { strip: '', add: '' }

/**
 * Which prefix root-absolute links carry that the files lack ("/docs/guide" for `guide.md`), or lack that the files
 * carry ("/guide" for `docs/guide.md`), or both ("/product/docs/guide" for `website/content/docs/guide.mdx`): the one under
 * which most links resolve, where most do not resolve as they stand.
 */
export function inferMount(grounds: Grounds, home: ServedSite): Mount {
  const { count, failed } = rootLinks(grounds, home)
  if (failed.length * 2 <= count) return nowhere
  const votes = new Map<string, number>()
  for (const { document, path } of failed) {
    for (const it of candidates(grounds.project, home, document, path)) increment(votes, it)
  }
  let best = ''
  for (const [it, count] of votes) {
    // A prefix for another prefix takes more than a lucky match.
    const isSwap = /.\n./.test(it)
    if (count > (votes.get(best) ?? 0) && (!isSwap || count * 2 >= failed.length)) best = it
  }
  const [strip = '', add = ''] = best.split('\n')
  return { strip, add }
}

/** Where the pages of a folder are served from the root, a browser stops there, however many steps up a link goes. */
export function stoppedAtRoot({ strip, add }: Mount, from: string, path: string): string | undefined {
  if (add === '' || strip !== '' || !from.startsWith(`${add}/`)) return undefined
  return add + joinUrl(from.slice(add.length), path)
}

/** How many links of a site start at its root, and those that lead nowhere as they stand. */
function rootLinks({ project, served, referenceOf }: Grounds, home: ServedSite) {
  let count = 0
  const failed: { document: string; path: string }[] = []
  for (const { path: document, facts } of project.documents.values()) {
    if (served(document) !== home) continue
    for (const link of facts.links) {
      const reference = link.kind !== 'shortcode' && link.url.startsWith('/') ? referenceOf(link) : undefined
      if (reference?.kind !== 'path' || reference.host !== undefined) continue
      count++
      const path = joinUrl('/', reference.path)
      const found = home.get(path)
      if (!found || isSaid(project, found.path, path)) failed.push({ document, path })
    }
  }
  return { count, failed }
}

/** Where a page has the address that it gives itself, a link to it says nothing of where files lie. */
function isSaid(project: Project, page: string, path: string): boolean {
  return saidUrls({ frontMatter: frontMatterOf(project, page) }).includes(path)
}

/** What to strip and what to add, a line each. */
function* candidates(project: Project, home: ServedSite, document: string, path: string): Generator<string> {
  let cut = path.indexOf('/', 1)
  for (let depth = 0; depth < 3 && cut > 0; depth++) {
    // Every site has a home, and every project a README, so `/any/` and `/any/README.md` say nothing of what stands before them.
    if (!isHome(path.slice(cut)) && home.get(path.slice(cut))) yield path.slice(0, cut)
    cut = path.indexOf('/', cut + 1)
  }
  const cuts = firstCuts(path)
  let { folder } = splitPath(document)
  for (let depth = 0; depth < 4 && folder !== ''; depth++) {
    if (isFile(project, folder, path.slice(1))) yield `\n${folder}`
    for (const it of cuts) if (isFile(project, folder, path.slice(it + 1))) yield `${path.slice(0, it)}\n${folder}`
    folder = splitPath(folder).folder
  }
}

function isHome(path: string): boolean {
  return /^\/(?:index\.(?:html|md)|README\.md)?$/.test(path)
}

/** Where a prefix may end: `/docs/store/latest/orders/limits` may stand as `orders/limits`. Behind a longer one, a single name may be anybody's. */
function firstCuts(path: string): number[] {
  const cuts: number[] = []
  for (let at = path.indexOf('/', 1); at > 0 && cuts.length < 3; at = path.indexOf('/', at + 1)) cuts.push(at)
  return cuts.filter((it, depth) => depth === 0 || /\/./.test(path.slice(it + 1)))
}

function isFile({ files }: Project, folder: string, path: string): boolean {
  const file = joinPath(folder, path)
  if (file === undefined) return false
  return files.has(file) || pageNames(file).some((page) => pageEnds.some((it) => files.has(page + it)))
}
