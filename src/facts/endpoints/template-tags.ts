import type { Range } from '../../types.ts'
import type { Syntax } from '../syntax.ts'
import { type Candidate, candidate } from './candidate.ts'
import { isHttpMethod, readUrl } from './request-line.ts'

/** `{% restapi "/jars/{id}", "PUT", "Updates it." %}`, `{{< call GET "/jars" >}}`: what a tag of a template is given, in any order. */
const tag =
  /\{(?:%-?|\{[<%])[ \t]{0,9}[\w.-]{1,40}((?:(?:[ \t]{1,9}|,[ \t]{0,9})(?:"[^"\n]{0,400}"|'[^'\n]{0,400}'|[A-Z]{3,7}\b|\/[^\s"'%,]{1,200})){2,6})[ \t]{0,9}-?[%>]\}/g
const argument = /"([^"\n]*)"|'([^'\n]*)'|[^\s,"']+/g

/** Endpoints that a page documents by tags of its own, by a method and a path among their arguments. */
export function taggedEndpoints(syntax: Syntax): Candidate[] {
  if (!/\{(?:%|\{[<%])/.test(syntax.text)) return []
  return syntax.all('paragraph').flatMap(({ range }) => inParagraph(syntax, range))
}

function inParagraph(syntax: Syntax, [start, end]: Range): Candidate[] {
  return [...syntax.text.slice(start, end).matchAll(tag)].flatMap(({ index, 0: whole, 1: given = '' }) => {
    const [from, to] = [start + index, start + index + whole.length]
    const base = from + whole.indexOf(given)
    const all = Array.from(given.matchAll(argument), (it) => {
      const value = it[1] ?? it[2] ?? it[0]
      return { value, at: base + it.index + it[0].indexOf(value) }
    })
    const method = all.find(({ value }) => isHttpMethod(value))
    const path = all.find(({ value }) => isPath(value))
    if (!method || !path) return []
    const line = { method: method.value, methodStart: -1, url: path.value, urlStart: 0, urlEnd: path.value.length }
    const about = { form: 'element' as const, section: syntax.sectionAt(from), block: start }
    const found = candidate(line, (at) => path.at + at, about)
    if (!found) return []
    const methodRange: Range = [method.at, method.at + method.value.length]
    return [{ ...found, methodRange, range: [from, to], role: 'definition' as const }]
  })
}

/** The whole of it is one, and no sentence that has a slash. */
function isPath(value: string): boolean {
  return value.includes('/') && readUrl(value, 0, true)?.url === value
}
