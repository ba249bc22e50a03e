import { defineRule, type Project, suggest } from '../../src/rule.ts'
import type { Document, Endpoint, Finding, Range } from '../../src/types.ts'

export default defineRule({
  summary: 'A path or a query has a parameter that its section does not document.',
  severity: 'warning',

  *check(document, { project }) {
    for (const { endpoint, name, as, elsewhere, isBare } of project.endpoints.undocumentedParameters(document)) {
      yield {
        at: placeOf(name, endpoint, document.text),
        message: as
          ? `path parameter "${name}" is documented as "${as.name}"`
          : elsewhere
            ? `path parameter "${name}" is "${elsewhere}" in all other paths that begin like this`
            : isBare
              ? `the section does not document its path parameter "${name}"`
              : `path parameter "${name}" is not among the section's parameters`,
        related: as && [{ path: document.path, at: as.range, message: 'documented here' }],
      }
    }
    for (const { name, range, path, pathRange } of project.endpoints.strayParameters(document)) {
      yield {
        at: range,
        message: `"${name}" is documented as a parameter of the path, and "${path}" has none of that name`,
        related: [{ path: document.path, at: pathRange, message: 'the path' }],
      }
    }
    for (const slip of project.endpoints.querySlips(document)) yield inQueryOf(document, slip)
  },
})

function inQueryOf(
  { path, text }: Document,
  { endpoint, name, as, elsewhere }: ReturnType<Project['endpoints']['querySlips']>[number],
): Finding {
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
  const marked = path.search(new RegExp(`(?<=[{:<[(])${name.replace(/\W/g, '\\$&')}(?!\\w)`))
  const at = text.slice(...pathRange) === path ? (marked < 0 ? path.indexOf(name) : marked) : -1
  return at < 0 ? pathRange : [pathRange[0] + at, pathRange[0] + at + name.length]
}
