import { textBefore } from '../../../text.ts'
import type { Document, Endpoint, Host, Range } from '../../../types.ts'
import { within } from '../../ranges.ts'
import type { OwnMachine } from '../../types/hosts.ts'
import type { Project } from '../../types/project.ts'
import { samePath } from '../same.ts'
import { loopback, network, ofPublic } from './names.ts'

/** The URL that is all of a value, up to its query. */
const behind = /^(?::\d{1,5})?(\/[^\s?#"'\\]{2,300})/

/**
 * `"self": "http://localhost:3001/pots/?page=1"` in what answers a call of `https://api.clay.test/pots/`: the answer was copied from the
 * machine on which it was tried. Each block is told once.
 */
export function linksHome(project: Project, document: Document): OwnMachine[] {
  const { hosts, samples } = document.facts
  const own = hosts.filter(({ name, range }) => loopback.test(name) && isValue(document, range))
  if (own.length === 0) return []
  const told = new Set<Range>()
  return own.flatMap((host): OwnMachine[] => {
    const sample = samples.find(({ range }) => within(host.range, range))
    if (!sample || sample.role === 'request' || told.has(sample.range)) return []
    const group = project.endpoints.of(document, sample.section)
    const calls = group
      ? [...group.definitions, ...group.samples]
      : project.endpoints.strayCalls(document).filter(({ section }) => section === sample.section)
    const isOfCall = () => isPublic(calls) && leadsTo(project, calls, pathBehind(document, host))
    if (!isAmongPublic(document, host, sample.range) && !isOfCall()) return []
    told.add(sample.range)
    return [{ at: host.range, name: host.name, what: 'the machine of who wrote it' }]
  })
}

function isValue({ text }: Document, [start]: Range): boolean {
  return /":[ \t]?"https?:\/\/$/.test(textBefore(text, start, 20))
}

/** So many links of an answer lead to one public host, beside the one that leads home. */
const least = 2

/** What answers call their links: an address that the reader gave stands under other names. */
const linkName = /"(?:self|related|href|next|prev|previous|first|last)":[ \t]?"https?:\/\/$/

/** Of the links in a sample, which are named as links are, most lead to one public host, and none elsewhere. */
function isAmongPublic(document: Document, host: Host, sample: Range): boolean {
  const isLink = ({ range }: Host) => linkName.test(textBefore(document.text, range[0], 40))
  if (!isLink(host)) return false
  const names = document.facts.hosts
    .filter((it) => within(it.range, sample) && isLink(it))
    .map(({ name }) => name.replace(/:\d{1,5}$/, ''))
  const others = names.filter((it) => !loopback.test(it))
  const [usual = ''] = others
  return (
    others.length >= least &&
    others.length * 2 > names.length &&
    ofPublic.test(usual) &&
    others.every((it) => it === usual)
  )
}

function pathBehind({ text }: Document, { range: [, end] }: Host): string | undefined {
  return behind.exec(text.slice(end, end + 310))?.[1]
}

/** Some are at a host that everybody reaches, and none is elsewhere. */
function isPublic(calls: readonly Endpoint[]): boolean {
  const hosts = calls.flatMap(({ host }) => (host === undefined ? [] : host.replace(/:\d{1,5}$/, '')))
  return hosts.some((it) => ofPublic.test(it)) && !hosts.some((it) => loopback.test(it) || network.test(it))
}

function leadsTo({ endpoints }: Project, calls: readonly Endpoint[], path: string | undefined): boolean {
  return path !== undefined && calls.some((it) => samePath(endpoints, { path }, it))
}
