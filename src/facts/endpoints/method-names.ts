import type { Endpoint } from '../../types.ts'
import { sectionsAround } from '../sections.ts'
import type { Syntax } from '../syntax.ts'

/** `crm.deal.get` at the end of a title. */
const titled = /(?:^|[\s`])([a-z]\w{0,60}(?:\.[A-Za-z]\w{0,60}){1,6})`?\s*$/
const name = /^[a-z]\w{0,60}(?:\.[A-Za-z]\w{0,60}){1,6}$/
const file = /\.(?:html?|md|mdx|json|ya?ml|xml|php|aspx?|jsp|js|ts|py|rb|txt|csv|pdf|zip|svg|png)$/i

/**
 * The methods that a page documents by their names. Over HTTP, the name is the last segment of a path: that of the page ends
 * its title, and what the page calls is of the same family; several have a section each, and most of those call the method that they are named after.
 */
export function namedMethods(syntax: Syntax, found: readonly Endpoint[]): Endpoint[] {
  const calls = found.filter(({ role, path }) => role === 'sample' && lastOf(path) !== '')
  if (calls.length === 0 || found.some(({ role }) => role === 'definition')) return []
  const whole = methodOfPage(syntax, calls)
  return whole ? [whole] : methodsOfSections(syntax, calls)
}

function methodOfPage(syntax: Syntax, calls: readonly Endpoint[]): Endpoint | undefined {
  const section = syntax.sections.findIndex(({ depth }) => depth === 1)
  const method = titled.exec(syntax.sections[section]?.title.trimEnd() ?? '')?.[1]
  if (method === undefined || file.test(method)) return undefined
  const family = method.slice(0, method.indexOf('.') + 1)
  return calls.some(({ path }) => lastOf(path).startsWith(family)) ? definition(syntax, section, method) : undefined
}

function methodsOfSections(syntax: Syntax, calls: readonly Endpoint[]): Endpoint[] {
  const { sections } = syntax
  const named = new Map<number, string>()
  for (const [at, { title, depth }] of sections.entries()) {
    const method = title.trim().replace(/^`(.*)`$/, '$1')
    if (depth > 1 && name.test(method) && !file.test(method)) named.set(at, method)
  }
  if (named.size < 2) return []
  const calling = new Set<number>()
  const fitting = new Set<number>()
  for (const { section, path } of calls) {
    const at = sectionsAround(sections, section).find((it) => named.has(it)) ?? 0
    calling.add(at)
    if (named.get(at) === lastOf(path)) fitting.add(at)
  }
  if (fitting.size < 2 || fitting.size * 2 < calling.size) return []
  return [...named].flatMap(([at, method]) => definition(syntax, at, method) ?? [])
}

function definition({ sections, text }: Syntax, section: number, method: string): Endpoint | undefined {
  const [start, end] = sections[section]?.heading ?? [0, 0]
  const at = start + text.slice(start, end).lastIndexOf(method)
  if (at < start) return undefined
  const range = [at, at + method.length] as const
  return { role: 'definition', form: 'name', path: `/${method}`, pathRange: range, range, section }
}

function lastOf(path: string): string {
  const last = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:json|xml)$/, '')
  return name.test(last) ? last : ''
}
