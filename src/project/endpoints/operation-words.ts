import { reads, writes } from '../../facts/methods.ts'
import type { Method } from '../../types.ts'

type Operation = 'read' | 'write' | 'delete'

const operations: [name: Operation, words: RegExp][] = [
  ['read', /^(?:get|retrieve|list|read|fetch|view|show|describe|return)s?\b/i],
  ['write', /^(?:create|add|insert|new|update|modify|edit|change|replace|set|register)s?\b/i],
  ['delete', /^(?:delete|remove|unregister|destroy)s?\b/i],
]

/** Whether two titles say that what excludes each other is done: reading, writing or deleting. */
export function excludes(a: string, b: string): boolean {
  const [one, other] = [operationOf(a), operationOf(b)]
  return one !== undefined && other !== undefined && one !== other
}

const does = { read: reads, write: writes, delete: (method: Method) => method === 'DELETE' }

/** "Delete a user" says DELETE, and neither PUT nor GET. */
export function asksFor(title: string, method: Method): boolean {
  const operation = operationOf(title)
  return operation !== undefined && does[operation](method)
}

/** What a title says is done, if it says so. "Create an item" and "Update an item" are two operations, though both write. */
export function verbOf(title: string): string | undefined {
  return operationOf(title) === undefined ? undefined : /[A-Za-z]+/.exec(title)?.[0].toLowerCase()
}

/** "Delete a user" and "Create/Update a user" are about "a user". */
export function withoutVerb(title: string): string {
  let rest = title
  while (verbOf(rest) !== undefined) rest = rest.replace(/^\W*[A-Za-z]+/, '')
  return rest
}

/** What kind of thing a title says is done. */
export function operationOf(title: string): Operation | undefined {
  const words = title.replace(/^\W+/, '')
  return operations.find(([, pattern]) => pattern.test(words))?.[0]
}
