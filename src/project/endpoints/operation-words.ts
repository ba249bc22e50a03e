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

const methods = { read: /^(?:GET|HEAD|LIST)$/, write: /^(?:POST|PUT|PATCH)$/, delete: /^DELETE$/ }

/** Whether a call only reads. */
export function reads(method: Method): boolean {
  return methods.read.test(method)
}

/** Whether a call sends what is to be written, in its body. */
export function writes(method: Method = ''): boolean {
  return methods.write.test(method)
}

/** Whether a call has no body in which it could say anything. */
export function isBodiless(method: Method = ''): boolean {
  return /^(?:GET|HEAD|DELETE)$/.test(method)
}

/** "Delete a user" says DELETE, and neither PUT nor GET. */
export function asksFor(title: string, method: Method): boolean {
  const operation = operationOf(title)
  return operation !== undefined && methods[operation].test(method)
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
