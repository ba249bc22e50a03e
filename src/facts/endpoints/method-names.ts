import type { Endpoint } from '../../types.ts'
import type { Syntax } from '../syntax.ts'

/** `crm.deal.get` at the end of a title. */
const titled = /(?:^|[\s`])([a-z]\w{0,60}(?:\.[A-Za-z]\w{0,60}){1,6})`?\s*$/
const name = /^[a-z]\w{0,60}(?:\.[A-Za-z]\w{0,60}){1,6}$/
const file = /\.(?:html?|md|mdx|json|ya?ml|xml|php|aspx?|jsp|js|ts|py|rb|txt|csv|pdf|zip|svg|png)$/i

/**
 * The method that a page documents by its name: its title ends with `orders.item.get`, and what it calls ends with such a name
 * of the same family. Over HTTP, the name is the last segment of a path.
 */
export function namedMethods({ sections, text }: Syntax, found: readonly Endpoint[]): Endpoint[] {
  const section = sections.findIndex(({ depth }) => depth === 1)
  const { title = '', heading = [0, 0] } = sections[section] ?? {}
  const method = titled.exec(title.trimEnd())?.[1]
  if (method === undefined || file.test(method) || found.some(({ role }) => role === 'definition')) return []
  const family = method.slice(0, method.indexOf('.') + 1)
  const isCalled = found.some(({ role, path }) => role === 'sample' && lastOf(path).startsWith(family))
  const at = heading[0] + text.slice(...heading).lastIndexOf(method)
  if (!isCalled || at < heading[0]) return []
  const range = [at, at + method.length] as const
  return [{ role: 'definition', form: 'name', path: `/${method}`, pathRange: range, range, section }]
}

function lastOf(path: string): string {
  const last = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:json|xml)$/, '')
  return name.test(last) ? last : ''
}
