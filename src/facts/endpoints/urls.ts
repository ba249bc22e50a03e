import type { Endpoint, Method, Section } from '../../types.ts'
import { methods } from '../methods.ts'
import { sectionsAround } from '../sections.ts'
import type { Located, Syntax } from '../syntax.ts'
import { type Candidate, candidates, from } from './candidate.ts'
import { beginning, isConcreteValue, isParameter, isTemplate } from './parameters.ts'
import { readUrl } from './request-line.ts'

/** A line that is a URL and nothing else, in code or bare; `URI:` or `Example:` may stand in front. */
const lonely =
  /^[ \t>]*(?:[*_]{0,2}(Example(?: ur[il])?|Sample(?: ur[il])?|Ur[il](?: template)?|Request ur[il]|Endpoint|Path|Route)(?::[*_]{0,2}|[*_]{0,2} ?:)[ \t]*)?[`<]?(?=[a-z]{2,9}:\/\/|\/[\w{:]|\{)/i
const rest = /^[`>]{0,2}[ \t\r]*(?:\\|<br ?\/?>)?$/

/** URLs and paths without a method that have a line of a paragraph for themselves; bullets only name them. */
export function lonelyUrls(syntax: Syntax): Candidate[] {
  return syntax.all('paragraph').flatMap((it) => {
    const source = syntax.text.slice(...it.range)
    if (!source.includes('/') || it.parent?.node.type === 'listItem') return []
    let start = it.range[0]
    return source.split('\n').flatMap((line) => {
      const at = start
      start += line.length + 1
      return lonelyUrl(line, at, it)
    })
  })
}

function lonelyUrl(line: string, start: number, { section, range }: Located): Candidate[] {
  const head = lonely.exec(line)
  const url = head && readUrl(line, head[0].length)
  if (!url || !rest.test(line.slice(url.urlEnd))) return []
  const found = candidates(url, from(start), { form: 'url', section, block: range[0] })
  // What is filled in and called an example is a call.
  if (!/^(?:example|sample)/i.test(head[1] ?? '') || found.some(isTemplate)) return found
  return found.flatMap((it) => (it.host === undefined ? [] : { ...it, role: 'sample' as const }))
}

/**
 * What tells an endpoint without a method from a link. A template that the page calls by method, or that stands below a
 * heading such as "POST an item", is one; so is a URL that has a section for itself and begins as those of two others do, unless
 * it is filled in with an id that they are filled in with as well.
 */
export function documentedUrls(
  sections: readonly Section[],
  candidates: readonly Candidate[],
): (url: Candidate) => boolean {
  const called = candidates.flatMap(({ method, path, section }) =>
    method === undefined ? [] : [{ path, section, parts: segments(path) }],
  )
  const isCalled = (path: string) => {
    const own = segments(path)
    // `/v2/{name}/` is where paths begin that end without a slash.
    return called.some(
      (it) =>
        it.parts.length === own.length &&
        it.path.endsWith('/') === path.endsWith('/') &&
        it.parts.every((part, at) => fits(own[at] ?? '', part)),
    )
  }
  const hasSiblings = ({ section, path }: Candidate) => {
    const own = segments(path)
    const start = beginning(own)
    const others = called.filter((it) => beginning(it.parts) === start)
    // What all others go on from is where an API is.
    if (others.every(({ parts }) => parts.length > own.length && own.every((part, at) => part === parts[at])))
      return false
    const isFilledIn = own.some((part) => isConcreteValue(part) && others.some((it) => it.parts.includes(part)))
    const alike = new Set(others.map((it) => it.section))
    return start !== undefined && alike.size > 1 && !isFilledIn && !called.some((it) => it.section === section)
  }
  return (url) => (isTemplate(url) && (isBelowMethod(sections, url.section) || isCalled(url.path))) || hasSiblings(url)
}

function isBelowMethod(sections: readonly Section[], section: number): boolean {
  return methodAbove(sections, section) !== undefined
}

/** The method that the nearest title begins with that begins with one: `#### POST orders/:id/lines` above a URL. */
function methodAbove(sections: readonly Section[], section: number): Method | undefined {
  const methods = sectionsAround(sections, section).map((at) => startsWithMethod.exec(sections[at]?.title.trim() ?? ''))
  return methods.find((it) => it !== null)?.[0]
}

const startsWithMethod = new RegExp(`^(?:${methods})(?=\\s)`)

export function withMethod(it: Endpoint, sections: readonly Section[]): Endpoint {
  return { ...it, method: it.method ?? methodAbove(sections, it.section) }
}

function fits(own: string, called: string): boolean {
  return own === called || isParameter(own)
}

function segments(path: string): string[] {
  return path.replace(/\/$/, '').split('/')
}
