import { isOpenHost } from '../../../facts/endpoints/request-line.ts'
import { increment } from '../../../grouped.ts'
import type { Endpoint } from '../../../types.ts'
import { sortedDocuments } from '../../documents.ts'
import type { EndpointIndex } from '../../types/endpoints.ts'
import type { EndpointGroup, Path } from '../../types/groups.ts'
import type { Project } from '../../types/project.ts'
import { suffixOffset } from '../covering.ts'
import { literals } from '../paths.ts'
import { sameMethod } from '../same.ts'
import { type Call, callsBeside } from './beside.ts'

/** What calls that fit say of an API, and the calls that do not fit. */
export interface Learned {
  fitting: Set<Endpoint>
  open: Call[]
  /** Lower case, as written otherwise. */
  hosts: Set<string>
  /** Base paths without the slash in front, and how many calls have them. */
  bases: Map<string, number>
}

export function learn(project: Project, index: EndpointIndex): Learned {
  const learned: Learned = { fitting: new Set(), open: [], hosts: new Set(), bases: new Map() }
  for (const document of sortedDocuments(project)) {
    for (const group of index.groups(document)) {
      for (const { host } of group.definitions) if (host !== undefined) learned.hosts.add(host.toLowerCase())
      for (const sample of group.samples) learnFrom(learned, group, sample, fittingBase(index, group, sample))
    }
    for (const it of callsBeside(index, document))
      if (fittingBase(index, it.group, it.sample) === undefined) learned.open.push(it)
  }
  return learned
}

function learnFrom(
  { fitting, open, hosts, bases }: Learned,
  group: EndpointGroup,
  sample: Endpoint,
  base?: string,
): void {
  if (base === undefined) {
    open.push({ group, sample })
    return
  }
  fitting.add(sample)
  if (sample.host !== undefined) hosts.add(sample.host.toLowerCase())
  increment(bases, base)
}

/** The base path under which the sample is one of the group's definitions; undefined where it is none of them. */
function fittingBase(index: EndpointIndex, { definitions }: EndpointGroup, sample: Endpoint): string | undefined {
  const called = index.path(sample)
  for (const definition of definitions) {
    const documented = index.path(definition)
    if (documented.opaque || called.opaque) return ''
    const isCalledSo = sameMethod(definition, sample)
    const base = baseBetween(documented, called)
    // What a generator puts in front may be more than a host, so that other paths tell nothing.
    if (isOpaqueHost(definition) && (isCalledSo || base === undefined)) return ''
    if (isCalledSo && base !== undefined) return base
  }
  return undefined
}

/** The base path in front of what is called, where the rest is what is documented. */
function baseBetween(documented: Path, called: Path): string | undefined {
  for (const own of documented.variants) {
    for (const other of called.variants) {
      const offset = suffixOffset(own, other)
      if (offset !== undefined) return literals(other.slice(0, Math.max(0, offset))).join('/')
    }
  }
  return undefined
}

function isOpaqueHost({ host }: Endpoint): boolean {
  return host?.includes('<%') === true
}

/** Whether a call may be one of the API: its host is, or is a placeholder, this machine, or a name reserved for examples. */
export function mayBeOwn({ hosts }: Learned, { host }: Endpoint): boolean {
  if (host === undefined || hosts.has(host.toLowerCase()) || isOpenHost(host)) return true
  return /^localhost\b|^127\.0\.0\.1\b|\bexample\b/i.test(host)
}
