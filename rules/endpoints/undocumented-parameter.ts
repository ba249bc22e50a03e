import { defineRule, type Project, suggest } from '../../src/rule.ts'
import { literally } from '../../src/text.ts'
import type { Document, Endpoint, Finding, Range } from '../../src/types.ts'

type Parameters = Project['endpoints']['parameters']
type Undocumented = ReturnType<Parameters['undocumented']>[number]
type Stray = ReturnType<Parameters['strays']>[number]
type QuerySlip = ReturnType<Parameters['querySlips']>[number]

export default defineRule({
  summary: 'A path or a query has a parameter that its section does not document.',
  severity: 'warning',

  *check(document, { project }) {
    const { parameters } = project.endpoints
    for (const it of parameters.undocumented(document)) yield inPathOf(document, it)
    for (const it of parameters.strays(document)) yield inRow(document, it, saysStray(it))
    for (const { name, range, title } of parameters.writtenAsPath(document))
      yield { at: range, message: `"${name}" is written as a parameter of the path, and stands below "${title}"` }
    for (const it of parameters.optional(document))
      yield inRow(document, it, `path parameter "${it.name}" is documented as optional`)
    for (const it of parameters.querySlips(document)) yield inQueryOf(document, it)
  },
})

function saysStray({ name, endpoint, isInQuery, isInBody }: Stray): string {
  if (isInBody) return `"${name}" is documented as a parameter of the query, and stands in the body`
  return isInQuery
    ? `"${name}" is documented as a parameter of the path, and stands in the query`
    : `"${name}" is documented as a parameter of the path, and "${endpoint.path}" has none of that name`
}

/** What a row says of the path, or of the query, which says otherwise. */
function inRow({ path }: Document, { range, endpoint, isInQuery, isInBody }: Stray, message: string): Finding {
  const related = [{ path, at: endpoint.pathRange, message: isInQuery || isInBody ? 'called here' : 'the path' }]
  return { at: range, message, related }
}

function inPathOf({ path, text }: Document, it: Undocumented): Finding {
  const { endpoint, name, as } = it
  return {
    at: placeOf(name, endpoint, text),
    message: says(it),
    related: as && [{ path, at: as.range, message: 'documented here' }],
  }
}

function says({ name, as, elsewhere, isBare }: Undocumented): string {
  if (as) return `path parameter "${name}" is documented as "${as.name}"`
  if (elsewhere) return `path parameter "${name}" is "${elsewhere}" in all other paths that begin like this`
  if (isBare) return `the section does not document its path parameter "${name}"`
  return `path parameter "${name}" is not among the section's parameters`
}

function inQueryOf({ path, text }: Document, { endpoint, name, as, elsewhere }: QuerySlip): Finding {
  const at = inQuery(name, endpoint, text)
  return {
    at: at ?? endpoint.pathRange,
    message: elsewhere
      ? `query parameter "${name}" is not among the section's parameters`
      : `query parameter "${name}" is documented as "${as.name}"`,
    related: [{ path, at: as.range, message: elsewhere ? 'another section has it' : 'documented here' }],
    fix: at && !elsewhere ? suggest(at, as.name) : undefined,
  }
}

function inQuery(name: string, { pathRange, query = '' }: Endpoint, text: string): Range | undefined {
  const at = text.slice(pathRange[1], pathRange[1] + query.length + 2).search(new RegExp(`(?<=[?&])${name}=`))
  return at < 0 ? undefined : [pathRange[1] + at, pathRange[1] + at + name.length]
}

function placeOf(name: string, { path, pathRange }: Endpoint, text: string): Range {
  // `/teams/{team}` holds the name twice: the parameter is the one behind a mark.
  const marked = path.search(new RegExp(`(?<=[{:<[(])${literally(name)}(?!\\w)`))
  const at = text.slice(...pathRange) === path ? (marked < 0 ? path.indexOf(name) : marked) : -1
  return at < 0 ? pathRange : [pathRange[0] + at, pathRange[0] + at + name.length]
}
