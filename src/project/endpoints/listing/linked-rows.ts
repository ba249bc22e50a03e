import { sectionsAround } from '../../../facts/sections.ts'
import { counted, grouped } from '../../../grouped.ts'
import type { Document, Endpoint, EndpointRow } from '../../../types.ts'
import type { Named } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import type { Project } from '../../types/project.ts'
import { nameOf } from '../link-texts.ts'

/** Whether a row of the page's endpoint tables leads to an endpoint, however the row writes its path. */
export function linkedFromRows(
  project: Project,
  document: Document,
  groups: readonly EndpointGroup[],
): (group: EndpointGroup) => boolean {
  const links = document.facts.endpointTables.flatMap(({ rows }) => rows.flatMap((row) => row.links))
  return reachedBy(links, project, document, groups)
}

/** Whether the contents of a page, above all of its endpoints, lead to one of them: who looks for it there needs no table. */
export function linkedFromAbove(
  project: Project,
  document: Document,
  groups: readonly EndpointGroup[],
): (group: EndpointGroup) => boolean {
  const { links, sections } = document.facts
  const starts = groups.map(({ section }) => sections[section]?.heading[0] ?? 0)
  const first = starts.reduce((least, it) => Math.min(least, it), Number.POSITIVE_INFINITY)
  const above = links.flatMap(({ kind, url, range }) => (kind === 'link' && range[0] < first ? [url] : []))
  // One of them is no list.
  return above.length > 1 ? reachedBy(above, project, document, groups) : () => false
}

/** Fewer of them on one page point elsewhere in passing. */
const fewest = 3

/** The endpoints that pages list by links to other pages: `- [GET pots/{id}](basics/get-pot.md)`. */
export function linkedCalls(documents: Iterable<Document>): Named[] {
  return [...documents].flatMap(({ facts }) => {
    const found = facts.links.flatMap(({ kind, text, url }) => {
      if (kind !== 'link' || url.startsWith('#')) return []
      return nameOf(text.trimStart().replace(rootless, '$&/')) ?? []
    })
    return new Set(found.map(({ method, path }) => `${method} ${path}`)).size < fewest ? [] : found
  })
}

const rootless = /^[A-Z]{3,6} +(?=[\w.-]+\/)/

function reachedBy(
  links: readonly string[],
  project: Project,
  document: Document,
  groups: readonly EndpointGroup[],
): (group: EndpointGroup) => boolean {
  const linked = new Set(links.flatMap((it) => sectionOf(project, document, it) ?? []))
  if (linked.size === 0) return () => false
  const owners = soleOwners(document, groups)
  return (group) => owners(group).some((it) => linked.has(it))
}

/** `GET /debug` leads to the section of `GET /debug/heap` and `GET /debug/trace`: it names what begins them all. */
export function leadsToRest(
  project: Project,
  document: Document,
  definitions: readonly Endpoint[],
): (row: EndpointRow) => boolean {
  const bySection = grouped(definitions, (it) => it.section)
  return ({ links, entries }) => {
    const own = links.flatMap((it) => bySection.get(sectionOf(project, document, it) ?? -1) ?? [])
    return own.length > 0 && own.every((it) => entries.some(({ path }) => path && it.path.startsWith(`${path}/`)))
  }
}

/** The section that a link within a page leads to. */
function sectionOf(project: Project, document: Document, link: string): number | undefined {
  return link.startsWith('#') ? project.anchors.section(document, link.slice(1)) : undefined
}

/** The section of an endpoint, and those around it that hold no other: a link to one of them is a link to the endpoint. */
function soleOwners({ facts }: Document, groups: readonly EndpointGroup[]): (group: EndpointGroup) => number[] {
  const around = (from: number) => sectionsAround(facts.sections, from)
  const counts = counted(groups.flatMap(({ section }) => around(section)))
  return ({ section }) => around(section).filter((it) => it === section || counts.get(it) === 1)
}
