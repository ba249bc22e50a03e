import { distance } from 'fastest-levenshtein'
import { byCodeUnit } from '../../text.ts'
import type { Document, Host, Link } from '../../types.ts'
import type { Project } from '../index.ts'
import { isMeant, isStage, type OwnStage, ownStage } from './stages.ts'

export interface HostIndex {
  /** The host that was meant, for a rare name where one like it stands many times, or in the project's table of hosts. */
  meant(host: Host): string | undefined
  /** What keeps readers out: a test stage that the project mentions in passing, the writer's own machine, or the mock that a contract was tried on. */
  inside(
    document: Document,
    host: Host,
  ): 'a test stage' | 'a mock' | 'inside a network' | 'the machine of who wrote it' | undefined
  /** The stage of the document's own site that a link leads to. */
  ownStage(document: Document, link: Link): OwnStage | undefined
}

const often = 10
/** Of a long word, half of that is enough, if the other spelling stands once. */
const known = 5
const mock = /(?:^|[.-])mock(?:[.-]|$)/
const loopback = /^(?:localhost|127\.0\.0\.1)$/
const network = /\.(?:internal|intranet|intra|corp|lan)$|^(?:10|192\.168)(?:\.\d+){2,3}$/

export function indexHosts(project: Project): HostIndex {
  const { documents } = project
  const uses = new Map<string, { count: number; documents: Set<Document> }>()
  const listed = new Set<string>()
  for (const document of documents.values()) {
    const own = document.facts.hosts.flatMap((it) => (it.listed ? it.name : []))
    // Fewer are no list of what there is.
    if (new Set(own).size > 2) for (const it of own) listed.add(it)
    for (const { name } of document.facts.hosts) {
      const known = uses.get(name) ?? { count: 0, documents: new Set() }
      known.count++
      known.documents.add(document)
      uses.set(name, known)
    }
  }
  const common = [...uses].flatMap(([name, { count }]) => (count >= often ? [name] : []))
  const models = new Map([...common, ...listed].sort(byCodeUnit).map((it) => [bare(it), it]))
  const quiet = [...uses]
    .flatMap(([name, { count }]) => (count >= known && count < often ? [name] : []))
    .sort(byCodeUnit)
  const rare = ({ name }: Host) => (uses.get(name)?.count ?? 0) <= 2
  // Whoever copies a sample within a page copies its mistakes.
  const odd = (host: Host) => rare(host) || (uses.get(host.name)?.documents.size === 1 && !common.includes(host.name))
  return {
    meant(host) {
      const name = bare(host.name)
      if (!odd(host) || models.has(name)) return undefined
      const once = uses.get(host.name)?.count === 1
      return (
        [...models].find(([it]) => isTypo(name, it) || isOtherExample(name, it))?.[1] ??
        (once ? quiet.find((it) => isTypo(name, bare(it)) && isLongWord(name, bare(it))) : undefined)
      )
    },
    inside(document, host) {
      if (!rare(host) || host.listed) return undefined
      if (isStage(host.name)) return isMeant(document, host) ? undefined : 'a test stage'
      // Samples may well show how to call a mock or a machine next door; a contract says where the API is.
      if (document.facts.spec) return inContract(host)
      const isOwn = loopback.test(host.name) && uses.get(host.name)?.count === 1
      return isOwn && isAlone(document, host) ? 'the machine of who wrote it' : undefined
    },
    ownStage: (document, link) => ownStage(project, document, link),
  }
}

function inContract({ name }: Host): 'a mock' | 'inside a network' | undefined {
  if (mock.test(name)) return 'a mock'
  return network.test(name) ? 'inside a network' : undefined
}

/**
 * Every other call of the page goes to one public host, and its path begins as this one's does: what only readers of this
 * page run by themselves begins in another way.
 */
function isAlone({ facts }: Document, { range }: Host): boolean {
  const calls = facts.endpoints.filter(({ host, role }) => host !== undefined && role !== 'mention')
  const own = calls.find((it) => it.range[0] <= range[0] && range[1] <= it.pathRange[0])
  const others = calls.filter((it) => it !== own)
  if (!own || others.length < 3 || others.some(({ host }) => host !== others[0]?.host)) return false
  const [, beginning = ''] = own.path.split('/', 2)
  const [other = ''] = others.map(({ host }) => host)
  return /^[\w-]+(?:\.[\w-]+)+$/.test(other) && others.every(({ path }) => path.split('/', 2)[1] === beginning)
}

function bare(name: string): string {
  return name.replace(/^www\./, '')
}

const example = /^((?:[\w-]+\.)*example)\.([a-z]{2,})$/
const reserved = /^(?:com|net|org|edu)$/

/** `api.example.space` for `api.example.org`: of all domains called example, only a few are kept free for that. */
function isOtherExample(name: string, known: string): boolean {
  const [, own, ending = ''] = example.exec(name) ?? []
  const [, front, usual = ''] = example.exec(known) ?? []
  return own !== undefined && own === front && !reserved.test(ending) && reserved.test(usual)
}

/** One letter, or two that changed places, in a label that has others in common: `eu1` and `eu2` are two data centres, `ea1` is none. */
function isTypo(name: string, known: string): boolean {
  if (Math.abs(name.length - known.length) > 1 || !known.includes('.')) return false
  if (distance(name, known) !== 1 && !isSwapped(name, known)) return false
  const digits = (it: string) => it.replace(/\D/g, '')
  return digits(name) === digits(known)
}

/** `harbour` and `harbor`: the labels that differ are words of letters, too long to be two names. */
function isLongWord(name: string, known: string): boolean {
  const others = known.split('.')
  const [label = ''] = name.split('.').filter((it) => !others.includes(it))
  return /^[a-z]{6,}$/.test(label)
}

function isSwapped(name: string, known: string): boolean {
  if (name.length !== known.length || name === known) return false
  let at = 0
  while (at < name.length && name[at] === known[at]) at++
  return name[at] === known[at + 1] && name[at + 1] === known[at] && name.slice(at + 2) === known.slice(at + 2)
}
