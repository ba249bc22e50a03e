import { distance } from 'fastest-levenshtein'
import type { Host } from '../types.ts'
import type { Project } from './index.ts'

export interface HostIndex {
  /** The host that was meant, for a name that stands once or twice where one like it stands many times. */
  meant(host: Host): string | undefined
  /** Whether it is a name of the inside: a test stage, that the project mentions in passing. */
  internal(host: Host): boolean
}

const often = 10
const stage = /(?:^|[.-])(?:non-?prod|r?qa\d*|stg\d*|staging|pre-?prod|uat\d*)(?:[.-]|$)/

export function indexHosts({ documents }: Pick<Project, 'documents'>): HostIndex {
  const counts = new Map<string, number>()
  for (const { facts } of documents.values()) {
    for (const { name } of facts.hosts) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const common = [...counts].flatMap(([name, count]) => (count >= often ? [name] : []))
  const rare = ({ name }: Host) => (counts.get(name) ?? 0) <= 2
  return {
    meant: (host) => (rare(host) ? common.find((it) => isTypo(host.name, it)) : undefined),
    internal: (host) => rare(host) && stage.test(host.name),
  }
}

/** One letter, in a label that has others in common: `eu1` and `eu2` are two data centres, `ea1` is none. */
function isTypo(name: string, known: string): boolean {
  if (Math.abs(name.length - known.length) > 1 || !known.includes('.') || distance(name, known) !== 1) return false
  const digits = (it: string) => it.replace(/\D/g, '')
  return digits(name) === digits(known)
}
