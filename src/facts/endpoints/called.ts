import type { Endpoint, Section } from '../../types.ts'
import type { Syntax } from '../syntax.ts'
import { isTemplate } from './parameters.ts'

/** Fewer sections with a call each are a guide. */
const leastSections = 3

/**
 * A reference may show its endpoints by their calls alone: where a page documents none in another way, and most of its
 * sections call a path with open parameters, the first call of each section is its endpoint.
 */
export function calledEndpoints(found: Endpoint[], { sections, text }: Syntax): Endpoint[] {
  if (found.some(({ role }) => role === 'definition')) return found
  const first = new Map<number, Endpoint>()
  for (const it of found) if (isCall(it) && !first.has(it.section)) first.set(it.section, it)
  const called = [...first.values()].filter(({ section }) => isPart(sections[section]))
  const open = called.filter(({ path }) => isTemplate({ path })).length
  const stated = called.every(({ section }) => states(sections[section], text))
  // `Queue migrations` may be a guide to them, or what an API calls its resources.
  if (!stated && guide.test(sections[1]?.title ?? '')) return found
  if (open < (stated ? 2 : leastSections) || open * 2 < called.length || !areDistinct(called)) return found
  const chosen = new Set(called)
  return found.map((it) => (chosen.has(it) ? { ...it, role: 'definition' } : it))
}

const guide = /\b(?:guides?|tutorials?|quick ?start|getting started|how to|walk-?through|migrat\w+)\b/i

function isCall({ role, form, host, method }: Endpoint): boolean {
  return role === 'sample' && (form === 'curl' || form === 'httpie') && host !== undefined && method !== undefined
}

/** `Required scope: …`, `Success response: …`: what is said of an endpoint, and not of a step. */
function states(section: Section | undefined, text: string): boolean {
  return section !== undefined && statement.test(text.slice(...section.range))
}

const statement =
  /^[*_]{0,3}(?:required|success(?:ful)?|error) (?:scopes?|permissions?|responses?|status(?: code)?)[*_]{0,3}:/im

function isPart(section: Section | undefined): boolean {
  return section !== undefined && section.depth > 1 && !/\b(?:examples?|samples?|steps?)\b|^\d/i.test(section.title)
}

/** A guide calls the same again and again, and many hosts; a reference has one section for each endpoint of one API. */
function areDistinct(called: readonly Endpoint[]): boolean {
  const endpoints = new Set(called.map(({ method, path }) => `${method} ${path}`))
  return endpoints.size * 4 >= called.length * 3 && new Set(called.map(({ host }) => host)).size === 1
}
