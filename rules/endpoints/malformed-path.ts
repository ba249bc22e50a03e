import { defineRule, type Project, suggest } from '../../src/rule.ts'
import type { Endpoint, Range } from '../../src/types.ts'

type Fault = ReturnType<Project['endpoints']['pathFaults']>[number]

interface Saying {
  says(part: string, instead: string): string
  /** What to write in the place of the part, where that can be told. */
  put?(part: string, instead: string): string
}

const other = (_: string, instead: string) => instead
const sayings: Readonly<Record<Fault['kind'], Saying>> = {
  rootless: { says: () => 'lacks the "/" in front, which the page\'s other sections have', put: other },
  headless: {
    says: (_, instead) => `lacks "${instead}" in front, which the page's other paths have`,
    put: (part, instead) => `${instead}${part}`,
  },
  cut: {
    says: (_, instead) => `lacks "${instead}" in front, as it is documented and as the page's other calls begin`,
    put: (part, instead) => `${instead}${part}`,
  },
  gap: {
    says: (part, instead) => `lacks "${instead}" before "${part}", which the others of its section have`,
    put: (part, instead) => `${instead}/${part}`,
  },
  skip: { says: (part, instead) => `lacks "${instead}" before "${part}", which the page's other methods of it have` },
  wordless: {
    says: (part, instead) => `lacks a word before "${part}", which the API's other paths have behind "${instead}"`,
  },
  stray: {
    says: (part, instead) => `has "${part}" too much: the page's other paths go on without it, as "${instead}" does`,
  },
  slashes: { says: () => 'has two slashes in a row', put: () => '/' },
  lost: { says: (part, instead) => `lacks a parameter in "${part}": the page also has "${instead}" there` },
  colon: { says: () => 'ends in a colon', put: (part) => part.slice(0, -1) },
  brace: { says: () => 'has a brace that nothing closes' },
  emphasis: { says: () => 'has a brace in the middle of an emphasis' },
  marks: { says: () => 'shows the marks of an emphasis', put: (part) => part.replace(/[_*]?([{}])[_*]?/g, '$1') },
  'literal-id': { says: () => 'has an id where a parameter belongs' },
  unmarked: { says: () => 'ends in a word where a parameter belongs' },
  repeated: { says: () => 'repeats its beginning' },
  twin: { says: (_, instead) => `has two parameters of the name "${instead}"` },
  misspelt: { says: (part, instead) => `has "${part}", the others on the page have "${instead}"`, put: other },
  recased: { says: (part, instead) => `has "${part}", and another one of the page's paths "${instead}"` },
  renamed: { says: (part, instead) => `has "${part}", and the page's other mentions of it "${instead}"`, put: other },
  rare: { says: (part, instead) => `has "${part}", where other paths have "${instead}"`, put: other },
  odd: { says: (part, instead) => `has "${part}", which stands nowhere else, as "${instead}" does`, put: other },
  'open-code': { says: () => 'stands behind a "`" that nothing closes', put: (part) => `${part}\`` },
  tight: { says: (_, instead) => `stands right behind "${instead}", without a blank`, put: (part) => ` ${part}` },
  encoded: { says: (part) => `has "${part}", which is a placeholder that was encoded`, put: other },
  unasked: { says: (part) => `has a query, and no "?" before "${part}"` },
  blank: { says: (part) => `has a query with a blank behind the name "${part}"`, put: (part) => part },
  mounted: { says: (part, instead) => `has "${part}" in front, and other pages call "${instead}" at that host` },
  unmounted: {
    says: (_, instead) => `lacks "${instead}" in front, which other pages have when they call it at that host`,
  },
  'doubled-name': { says: (part) => `has a query with "${part}=" twice in a row`, put: () => '' },
}

export default defineRule({
  summary: 'The path of an endpoint cannot be meant as it is written.',
  severity: 'warning',

  *check(document, { project }) {
    for (const { endpoint, kind, part, instead = '' } of project.endpoints.pathFaults(document)) {
      const { says, put } = sayings[kind]
      const written = inQuery[kind]?.(part)
      const { at, isSure } = written ? behind(written, endpoint, document.text) : placeOf(part, endpoint, document.text)
      yield {
        at,
        message: `path "${endpoint.path}" ${says(part, instead)}`,
        help: kind === 'literal-id' || kind === 'unmarked' ? `name the parameter that "${part}" stands for` : undefined,
        fix: isSure && put ? suggest(at, put(part, instead)) : undefined,
      }
    }
  },
})

/** Where a part of a path stands, and whether it stands nowhere else: entities and escapes are written otherwise than they read. */
function placeOf(part: string, { path, pathRange }: Endpoint, text: string): { at: Range; isSure: boolean } {
  const written = text.slice(...pathRange)
  const isExact = written === path
  const [own = -1, another] = part === path ? [] : segmentsOf(written, part)
  const first = own < 0 && isExact ? path.indexOf(part) : own
  if (first < 0) return { at: pathRange, isSure: false }
  const start = pathRange[0] + first
  const isSure = another === undefined && (isExact || segmentsOf(path, part).length === 1)
  return { at: [start, start + part.length], isSure }
}

/** How the name of a parameter is written where it has a fault. */
const inQuery: Partial<Record<Fault['kind'], (name: string) => string>> = {
  blank: (name) => `${name} {1,3}(?==)`,
  'doubled-name': (name) => `${name}=(?=${name}=)`,
}

/** Where that stands in the query. */
function behind(written: string, { pathRange }: Endpoint, text: string): { at: Range; isSure: boolean } {
  const query = /^\?[^\n]{0,500}/.exec(text.slice(pathRange[1], pathRange[1] + 500))?.[0] ?? ''
  const found = new RegExp(`(?<=[?&])${written}`).exec(query)
  if (!found) return { at: pathRange, isSure: false }
  const start = pathRange[1] + found.index
  return { at: [start, start + found[0].length], isSure: true }
}

/** Where a part is all that stands between two slashes. */
function segmentsOf(path: string, part: string): number[] {
  const found: number[] = []
  for (let at = path.indexOf(part); at >= 0; at = path.indexOf(part, at + 1))
    if ((at === 0 || path[at - 1] === '/') && (path[at + part.length] ?? '/') === '/') found.push(at)
  return found
}
