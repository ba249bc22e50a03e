import { grouped } from '../../../grouped.ts'
import { isOverview, splitPath } from '../../../paths.ts'
import type { Document, Endpoint } from '../../../types.ts'
import { sortedDocuments } from '../../documents.ts'
import { titlesAround } from '../../sections.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Omission } from '../../types/listing.ts'
import type { Project } from '../../types/project.ts'
import { among, distinct, same } from '../same.ts'

/** So many pages of one endpoint each that an overview lists, for each that it leaves out. */
const enough = 3

/** A page that is about one endpoint. */
interface Page {
  document: Document
  group: EndpointGroup
  endpoint: Endpoint
}

/**
 * Pages of one endpoint each, in the folder of an overview or right below it, that the overview leaves out, though it has nearly all
 * of their neighbours.
 */
export function omittedPages(
  project: Project,
  index: EndpointIndex,
  folders: ReadonlyMap<string, readonly Document[]>,
): ReadonlyMap<Document, readonly Omission[]> {
  const found = new Map<Document, Omission[]>()
  const overviews = sortedDocuments(project).filter((it) => isOverview(it.path) && listedIn(it).length >= enough)
  if (overviews.length === 0) return found
  const below = grouped([...folders.keys()].filter(Boolean), (it) => splitPath(it).folder)
  for (const overview of overviews) {
    if (index.groups(overview).length > 0) continue
    const { folder } = splitPath(overview.path)
    for (const name of [folder, ...(below.get(folder) ?? [])])
      for (const it of leftOut(project, index, overview, folders.get(name) ?? []))
        found.set(it.document, [omission(it, overview)])
  }
  return found
}

function omission({ group, endpoint }: Page, overview: Document): Omission {
  const [row] = listedIn(overview)
  return { kind: 'page', endpoint, group, overview: overview.path, at: row?.range ?? [0, 0] }
}

function leftOut(project: Project, index: EndpointIndex, overview: Document, documents: readonly Document[]): Page[] {
  const pages = pagesOf(index, documents)
  if (pages.length <= enough) return []
  const isListed = among(index, distinct(listedIn(overview)), (row, it: Endpoint) => same(index, row, it))
  const open = pages.filter(({ endpoint }) => !isListed(endpoint))
  if (open.length === 0 || pages.length - open.length < open.length * enough) return []
  const isNamed = among(index, distinct(overview.facts.endpoints), (it, one: Endpoint) => same(index, it, one))
  const linked = new Set(overview.facts.links.flatMap((it) => targetOf(project, overview, it)))
  return open.filter(({ document, endpoint }) => !isNamed(endpoint) && !linked.has(document.path) && !isAside(document))
}

/** The pages of a folder that each document one endpoint; none where some document more. */
function pagesOf(index: EndpointIndex, documents: readonly Document[]): Page[] {
  const pages: Page[] = []
  for (const document of documents) {
    const [group, another] = index.groups(document)
    const [endpoint, more] = group ? distinct(group.definitions) : []
    if (!group || !endpoint) continue
    if (another || more) return []
    if (endpoint.method !== undefined) pages.push({ document, group, endpoint })
  }
  return pages
}

/** What a page lists of endpoints, where its title does not say that it is a choice. */
function listedIn({ facts: { endpoints, sections } }: Document): Endpoint[] {
  const rows = endpoints.filter(({ role, method }) => role === 'row' && method !== undefined)
  return rows.filter(({ section }) => !titlesAround(sections, section).some((it) => choice.test(it)))
}

const choice =
  /\b(?:basics?|changes?|common|core|deprecated|examples?|frequent|key|main|most|new|popular|quick|some|top|typical)\b/i

/** What nobody is to call any more, or but a few, an overview may well leave out. */
function isAside({ path, text }: Document): boolean {
  return (
    /deprecated|internal|legacy|obsolete/i.test(path) ||
    /\b(?:deprecated|internal|obsolete)\b/i.test(text.slice(0, 1000))
  )
}

function targetOf(project: Project, from: Document, link: Document['facts']['links'][number]): string[] {
  const target = project.resolve(from, link)
  return target.kind === 'document' ? [target.path] : []
}
