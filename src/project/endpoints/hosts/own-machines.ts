import type { Document, Endpoint, Range } from '../../../types.ts'
import { sortedDocuments } from '../../documents.ts'
import { once } from '../../once.ts'
import type { OwnMachine } from '../../types/hosts.ts'
import type { Project } from '../../types/project.ts'
import { loopback, network, ofPublic } from './names.ts'

/** So many times as often must an API be at a host that readers reach: what runs in their own network is shown there. */
const times = 5

/**
 * `GET http://192.168.1.7/pots` where the others are at a host that everybody reaches, and `curl http://localhost/pots` in the section
 * of such a one.
 */
export function indexOwnMachines(project: Project): (document: Document) => readonly OwnMachine[] {
  const isOdd = once(() => isAtOpenHost(sortedDocuments(project).flatMap(({ facts }) => facts.endpoints)))
  return (document) => {
    const own = document.facts.endpoints.filter(isOwn)
    if (own.length === 0 || !isOdd()) return []
    const groups = project.endpoints.groups(document)
    const openGroups = groups.filter(({ definitions }) => definitions.every(({ host = '' }) => ofPublic.test(host)))
    const samples = new Set(openGroups.flatMap((it) => it.samples).filter(project.endpoints.calls.matches))
    return own.flatMap((it): OwnMachine[] => {
      const told = { at: hostOf(it, document), name: it.host ?? '' }
      if (it.role === 'definition' && isAt(network, it)) return [{ ...told, what: 'inside a network' }]
      return samples.has(it) && isAt(loopback, it) ? [{ ...told, what: 'the machine of who wrote it' }] : []
    })
  }
}

/** Whether an endpoint is at such a host, whatever its port. */
function isAt(hosts: RegExp, { host = '' }: Endpoint): boolean {
  return hosts.test(host.replace(/:\d{1,5}$/, ''))
}

function isOwn(endpoint: Endpoint): boolean {
  return isAt(network, endpoint) || isAt(loopback, endpoint)
}

function isAtOpenHost(endpoints: readonly Endpoint[]): boolean {
  const told = endpoints.filter(({ role }) => role === 'definition' || role === 'sample')
  const atOpen = told.filter(({ host = '' }) => ofPublic.test(host)).length
  return atOpen >= times * told.filter(isOwn).length
}

function hostOf({ host = '', pathRange, range }: Endpoint, { text }: Document): Range {
  const start = pathRange[0] - host.length
  return text.slice(start, pathRange[0]) === host ? [start, pathRange[0]] : range
}
