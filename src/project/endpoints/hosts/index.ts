import { getOrAdd, incrementIn } from '../../../grouped.ts'
import { byCodeUnit, textBefore } from '../../../text.ts'
import type { Document, Host, Range } from '../../../types.ts'
import { once, onceEach } from '../../once.ts'
import type { HostIndex } from '../../types/hosts.ts'
import type { Project } from '../../types/project.ts'
import { headOf } from '../paths.ts'
import { bare, hasMovedLetter, isLongTypo, isLongWord, isOtherExample, isTypo, loopback, network } from './names.ts'
import { isOwnFolder } from './own-folders.ts'
import { linksHome } from './own-links.ts'
import { indexOwnMachines } from './own-machines.ts'
import { isMeant, isStage, ownStage, withoutStage } from './stages.ts'

export { ofPublic } from './names.ts'

const often = 10
/** Of a long word, half of that is enough, if the other spelling stands once. */
const known = 5
const seldom = 2
const mock = /(?:^|[.-])mock(?:[.-]|$)/
const internal = /\.(?:internal|intranet|intra|corp|lan)$/

interface Uses {
  count: number
  documents: Set<Document>
}

type AllUses = ReadonlyMap<string, Uses>

/**
 * Which hosts are a slip of another one, and which only whoever wrote the page can call: a test stage, a machine of their own, one
 * inside a network.
 */
export function indexHosts(project: Project): HostIndex {
  const { uses, listed } = usesOf(project)
  const timesOf = ({ name }: Host) => uses.get(name)?.count ?? 0
  const meantBy = onceEach(meantAmong(uses, listed))
  const values = onceEach(hostsByKey)
  const ownMachines = onceEach(indexOwnMachines(project))
  const neighbours = once(() => misspeltNeighbours(uses))
  return {
    meant: ({ name }) => meantBy(name) ?? neighbours().get(name),
    inside(document, host) {
      if (loopback.test(host.name) && isOddValue(document, host, values(document))) return 'the machine of who wrote it'
      if (timesOf(host) > seldom || host.listed) return undefined
      if (isStage(host.name) || isStageOf(withoutStage(host.name), document, uses))
        return isMeant(document, host) ? undefined : 'a test stage'
      // Samples may well show how to call a mock or a machine next door; a contract says where the API is.
      if (document.facts.spec) return inContract(host)
      const isOwn = loopback.test(host.name) && timesOf(host) === 1
      const isTold = () => ownMachines(document).some(({ at }) => at[0] === host.range[0])
      return isOwn && isAlone(document, host) && !isTold() ? 'the machine of who wrote it' : undefined
    },
    ownMachines: (document) => [...ownMachines(document), ...linksHome(project, document)],
    isOwnFolder: (document, link) => isOwnFolder(project, document, link),
    ownStage: (document, link) => ownStage(project, document, link),
  }
}

/** Finds what an odd name is a slip of: a rare one, or one of a single page, for whoever copies a sample copies its mistakes. */
function meantAmong(uses: AllUses, listed: ReadonlySet<string>): (name: string) => string | undefined {
  const usedFrom = (least: number, below: number) =>
    [...uses].flatMap(([name, { count }]) => (count >= least && count < below ? [name] : []))
  const models = new Map(
    [...usedFrom(often, Number.POSITIVE_INFINITY), ...listed].sort(byCodeUnit).map((it) => [bare(it), it]),
  )
  const quiet = usedFrom(known, often).sort(byCodeUnit)
  return (host) => {
    const { count = 0, documents } = uses.get(host) ?? {}
    const isOdd = count <= seldom || (documents?.size === 1 && count < often)
    const name = bare(host)
    if (!isOdd || models.has(name)) return undefined
    for (const [it, model] of models)
      if (isTypo(name, it) || isOtherExample(name, it) || hasMovedLetter(name, it)) return model
    return count === 1 ? quiet.find((it) => isTypo(name, bare(it)) && isLongWord(name, bare(it))) : undefined
  }
}

/** Where each host stands, and those that the project's lists of hosts have. */
function usesOf({ documents }: Project): { uses: AllUses; listed: ReadonlySet<string> } {
  const uses = new Map<string, Uses>()
  const listed = new Set<string>()
  for (const document of documents.values()) {
    const { hosts } = document.facts
    const own = hosts.flatMap((it) => (it.listed ? it.name : []))
    // Fewer are no list of what there is.
    if (new Set(own).size > 2) for (const it of own) listed.add(it)
    for (const { name } of hosts) {
      const use = getOrAdd(uses, name, () => ({ count: 0, documents: new Set<Document>() }))
      use.count++
      use.documents.add(document)
    }
  }
  return { uses, listed }
}

/** On a page with more hosts than that, any may be one. */
const most = 100

/** Names that stand on no page without the one that they are a letter off of, which stands more often: whoever wrote the one wrote the other. */
function misspeltNeighbours(uses: AllUses): ReadonlyMap<string, string> {
  const namesOf = onceEach(({ facts }: Document) => [...new Set(facts.hosts.map(({ name }) => name))])
  const found = new Map<string, string>()
  for (const [name, { count, documents }] of uses) {
    const [first] = documents
    const others = first && count < often ? namesOf(first) : []
    const meant = others.length > most ? undefined : others.find((it) => isLongTypo(name, it))
    const known = meant === undefined ? undefined : uses.get(meant)
    if (meant !== undefined && known && known.count > count && [...documents].every((it) => known.documents.has(it)))
      found.set(name, meant)
  }
  return found
}

/** Other pages call the same host, and it is no stage there. */
function isStageOf(plain: string | undefined, document: Document, uses: AllUses): boolean {
  const known = plain === undefined ? undefined : uses.get(plain)
  return known !== undefined && known.count > seldom && [...known.documents].some((it) => it !== document)
}

function inContract({ name }: Host): 'a mock' | 'inside a network' | undefined {
  if (mock.test(name)) return 'a mock'
  return internal.test(name) || network.test(name) ? 'inside a network' : undefined
}

/**
 * Every other call of the page goes to one public host, and its path begins as this one's does: what only readers of this
 * page run by themselves begins in another way, as does a page of theirs that they are sent back to.
 */
function isAlone(document: Document, { range }: Host): boolean {
  const calls = document.facts.endpoints.filter(({ host, role }) => host !== undefined && role !== 'mention')
  const own = calls.find((it) => it.range[0] <= range[0] && range[1] <= it.pathRange[0])
  const path = own?.path ?? createdAt(document, range)
  const others = calls.filter((it) => it !== own)
  if (path === undefined || others.length < 3 || others.some(({ host }) => host !== others[0]?.host)) return false
  const [other = ''] = others.map(({ host }) => host)
  return /^[\w-]+(?:\.[\w-]+)+$/.test(other) && others.every((it) => headOf(it.path) === headOf(path))
}

/** `"image": "http://localhost:8080/7"`, where all other values of that name on the page are at one public host. */
function isOddValue(
  document: Document,
  { name, range }: Host,
  hosts: ReadonlyMap<string, Map<string, number>>,
): boolean {
  const all = hosts.get(keyOf(document, range) ?? '') ?? new Map<string, number>()
  const [[other, times] = ['', 0]] = [...all].filter(([it]) => it !== name)
  return all.size === 2 && all.get(name) === 1 && times > 2 && /\w\.[a-z]{2,}$/.test(other)
}

/** The hosts of the URLs that are values of each name, and how often they are. */
function hostsByKey(document: Document): ReadonlyMap<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>()
  for (const { name, range } of document.facts.hosts) {
    const key = keyOf(document, range)
    if (key !== undefined) incrementIn(found, key, name)
  }
  return found
}

/** The name of which a URL is the value, in quotes as it stands. */
function keyOf({ text }: Document, [start]: Range): string | undefined {
  return /("[\w.-]{1,60}")[ \t]?:[ \t]?"https?:\/\/$/.exec(textBefore(text, start, 80))?.[1]
}

/** The path of `Location: http://localhost:5000/v2/boats/1`, a header of what a call answers. */
function createdAt({ text }: Document, [start, end]: Range): string | undefined {
  const before = textBefore(text, start, 40)
  const path = /^(?::\d{1,5})?(\/[^\s?#]{1,300})/.exec(text.slice(end, end + 310))?.[1]
  return /\n[<\s]{0,10}location: ?https?:\/\/$/i.test(before) ? path : undefined
}
