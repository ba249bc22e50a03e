import type { Document, Endpoint, Range } from '../../types.ts'
import { sortedDocuments } from '../documents.ts'
import { once } from '../once.ts'
import type { OwnMachine } from '../types/hosts.ts'
import type { Project } from '../types/project.ts'

const network = /^(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?::\d{1,5})?$/
const loopback = /^(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/
const open = /^(?:[a-z][\w-]*\.)+[a-z]{2,}$/i
/** So many times as often must an API be at a host that readers reach: what runs in their own network is shown there. */
const times = 5

/**
 * `GET http://192.168.1.7/pots` where the others are at a host that everybody reaches, and `curl http://localhost/pots` in the section
 * of such a one.
 */
export function indexOwnMachines(project: Project): (document: Document) => readonly OwnMachine[] {
  const isOdd = once(() => isAtOpenHost(sortedDocuments(project).flatMap(({ facts }) => facts.endpoints)))
  return (document) => {
    const own = document.facts.endpoints.filter(({ host = '' }) => network.test(host) || loopback.test(host))
    if (own.length === 0 || !isOdd()) return []
    const groups = project.endpoints.groups(document)
    const openGroups = groups.filter(({ definitions }) => definitions.every(({ host = '' }) => open.test(host)))
    const samples = new Set(openGroups.flatMap((it) => it.samples).filter(project.endpoints.calls.matches))
    return own.flatMap((it) => {
      const isInside = it.role === 'definition' && network.test(it.host ?? '')
      const isOwn = samples.has(it) && loopback.test(it.host ?? '')
      if (!isInside && !isOwn) return []
      return [
        {
          at: hostOf(it, document),
          name: it.host ?? '',
          what: isInside ? 'inside a network' : 'the machine of who wrote it',
        },
      ]
    })
  }
}

function isAtOpenHost(endpoints: readonly Endpoint[]): boolean {
  const told = endpoints.filter(({ role }) => role === 'definition' || role === 'sample')
  const count = (host: RegExp) => told.filter((it) => host.test(it.host ?? '')).length
  return count(open) >= times * (count(network) + count(loopback))
}

function hostOf({ host = '', pathRange, range }: Endpoint, { text }: Document): Range {
  const start = pathRange[0] - host.length
  return text.slice(start, pathRange[0]) === host ? [start, pathRange[0]] : range
}
