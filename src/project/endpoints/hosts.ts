import { distance } from 'fastest-levenshtein'
import type { Document, Host } from '../../types.ts'
import type { Project } from '../index.ts'

export interface HostIndex {
  /** The host that was meant, for a name that stands once or twice where one like it stands many times. */
  meant(host: Host): string | undefined
  /** What keeps readers out: a test stage that the project mentions in passing, or the mock that a contract was tried on. */
  inside(document: Document, host: Host): 'a test stage' | 'a mock' | 'inside a network' | undefined
}

const often = 10
const stage = /(?:^|[.-])(?:non-?prod|r?qa\d*|stg\d*|staging|pre-?prod|uat\d*)(?:[.-]|$)/
const mock = /(?:^|[.-])mock(?:[.-]|$)/
const network = /\.(?:internal|intranet|intra|corp|lan)$|^(?:10|192\.168)(?:\.\d+){2,3}$/

export function indexHosts({ documents }: Pick<Project, 'documents'>): HostIndex {
  const counts = new Map<string, number>()
  for (const { facts } of documents.values()) {
    for (const { name } of facts.hosts) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const common = [...counts].flatMap(([name, count]) => (count >= often ? [name] : []))
  const rare = ({ name }: Host) => (counts.get(name) ?? 0) <= 2
  return {
    meant: (host) => (rare(host) ? common.find((it) => isTypo(host.name, it)) : undefined),
    inside(document, host) {
      if (!rare(host)) return undefined
      if (stage.test(host.name)) return 'a test stage'
      // Samples may well show how to call a mock or a machine next door; a contract says where the API is.
      if (!document.facts.spec) return undefined
      if (mock.test(host.name)) return 'a mock'
      return network.test(host.name) ? 'inside a network' : undefined
    },
  }
}

/** One letter, in a label that has others in common: `eu1` and `eu2` are two data centres, `ea1` is none. */
function isTypo(name: string, known: string): boolean {
  if (Math.abs(name.length - known.length) > 1 || !known.includes('.') || distance(name, known) !== 1) return false
  const digits = (it: string) => it.replace(/\D/g, '')
  return digits(name) === digits(known)
}
