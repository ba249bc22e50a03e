import { defineRule } from '../../src/rule.ts'
import type { Endpoint, Range } from '../../src/types.ts'

export default defineRule({
  summary: 'A path has a parameter that its section does not document.',
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
  },
})

function placeOf(name: string, { path, pathRange }: Endpoint, text: string): Range {
  // `/teams/{team}` holds the name twice: the parameter is the one behind a mark.
  const marked = path.search(new RegExp(`(?<=[{:<[(])${name.replace(/\W/g, '\\$&')}(?!\\w)`))
  const at = text.slice(...pathRange) === path ? (marked < 0 ? path.indexOf(name) : marked) : -1
  return at < 0 ? pathRange : [pathRange[0] + at, pathRange[0] + at + name.length]
}
