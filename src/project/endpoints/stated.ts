import type { Document, Endpoint } from '../../types.ts'
import type { EndpointIndex, Named } from '../types/endpoints.ts'
import type { EndpointGroup } from '../types/groups.ts'
import { verbOf } from './operation-words.ts'
import { among, same } from './same.ts'

/** An endpoint, and what its section says that it does. */
interface Statement extends Named {
  verb: string | undefined
}

/**
 * Whether another definition of the document covers one and says more: "Request URL" often shows how it looks when filled in.
 * Another method, or a section about another operation, says nothing of this one.
 */
export function indexStatements(
  index: EndpointIndex,
  document: Document,
): (group: EndpointGroup, endpoint: Endpoint) => boolean {
  // A page that repeats one endpoint a thousand times says no more.
  const distinct = new Map<string, Statement>()
  for (const { title, definitions } of index.groups(document)) {
    const verb = verbOf(title)
    for (const { method, path } of definitions) {
      if (method !== undefined) distinct.set(`${method} ${path} ${verb}`, { method, path, verb })
    }
  }
  const isStated = among(index, [...distinct.values()], (it, one: Statement) => saysMore(index, it, one))
  return ({ title }, { method, path }) => isStated({ method, path, verb: verbOf(title) })
}

function saysMore(index: EndpointIndex, it: Statement, one: Statement): boolean {
  const isOther = it.verb !== undefined && one.verb !== undefined && it.verb !== one.verb
  return !isOther && !(it.path === one.path && it.method === one.method) && same(index, one, it)
}
