import { defineRule, suggest } from '../../src/rule.ts'
import type { Endpoint, Range } from '../../src/types.ts'

const facts: Partial<Record<string, string>> = {
  rootless: 'lacks the "/" in front, which the page\'s other sections have',
  slashes: 'has two slashes in a row',
  colon: 'ends in a colon',
  brace: 'has a brace that nothing closes',
  emphasis: 'has a brace in the middle of an emphasis',
  marks: 'shows the marks of an emphasis',
  'literal-id': 'has an id where a parameter belongs',
  unmarked: 'ends in a word where a parameter belongs',
  repeated: 'repeats its beginning',
  'open-code': 'stands behind a "`" that nothing closes',
}

export default defineRule({
  summary: 'The path of an endpoint cannot be meant as it is written.',
  severity: 'warning',

  *check(document, { project }) {
    for (const { endpoint, kind, part, instead } of project.endpoints.pathFaults(document)) {
      const written = inQuery[kind]?.(part)
      const { at, isSure } = written ? behind(written, endpoint, document.text) : placeOf(part, endpoint, document.text)
      yield {
        at,
        message: `path "${endpoint.path}" ${says(kind, part, instead)}`,
        help: kind === 'literal-id' || kind === 'unmarked' ? `name the parameter that "${part}" stands for` : undefined,
        fix: isSure ? fixes[kind]?.(at, part, instead) : undefined,
      }
    }
  },
})

function says(kind: string, part: string, instead = ''): string {
  if (kind === 'misspelt') return `has "${part}", the others on the page have "${instead}"`
  if (kind === 'recased') return `has "${part}", and another one of the page's paths "${instead}"`
  if (kind === 'renamed') return `has "${part}", and the page's other mentions of it "${instead}"`
  if (kind === 'rare') return `has "${part}", where other paths have "${instead}"`
  if (kind === 'headless') return `lacks "${instead}" in front, which the page's other paths have`
  if (kind === 'cut') return `lacks "${instead}" in front, as it is documented and as the page's other calls begin`
  if (kind === 'gap') return `lacks "${instead}" before "${part}", which the others of its section have`
  if (kind === 'skip') return `lacks "${instead}" before "${part}", which the page's other methods of it have`
  if (kind === 'lost') return `lacks a parameter in "${part}": the page also has "${instead}" there`
  if (kind === 'twin') return `has two parameters of the name "${instead}"`
  if (kind === 'stray') return `has "${part}" too much: the page's other paths go on without it, as "${instead}" does`
  if (kind === 'encoded') return `has "${part}", which is a placeholder that was encoded`
  if (kind === 'blank') return `has a query with a blank behind the name "${part}"`
  if (kind === 'doubled-name') return `has a query with "${part}=" twice in a row`
  return facts[kind] ?? ''
}

const fixes: Partial<Record<string, (at: Range, part: string, instead?: string) => ReturnType<typeof suggest>>> = {
  rootless: (at, part, instead) => suggest(at, instead ?? part),
  headless: (at, part, instead) => suggest(at, `${instead}${part}`),
  cut: (at, part, instead) => suggest(at, `${instead}${part}`),
  gap: (at, part, instead) => suggest(at, `${instead}/${part}`),
  slashes: (at) => suggest(at, '/'),
  colon: (at, part) => suggest(at, part.slice(0, -1)),
  marks: (at, part) => suggest(at, part.replace(/[_*]?([{}])[_*]?/g, '$1')),
  misspelt: (at, part, instead) => suggest(at, instead ?? part),
  renamed: (at, part, instead) => suggest(at, instead ?? part),
  rare: (at, part, instead) => suggest(at, instead ?? part),
  encoded: (at, part, instead) => suggest(at, instead ?? part),
  blank: (at, part) => suggest(at, part),
  'doubled-name': (at) => suggest(at, ''),
  'open-code': (at, part) => suggest(at, `${part}\``),
}

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
const inQuery: Partial<Record<string, (name: string) => string>> = {
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
