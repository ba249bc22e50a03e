import { startOfLine } from '../../../text.ts'
import type { Document, Endpoint } from '../../../types.ts'
import type { EndpointIndex, PathFault } from '../../types/endpoints.ts'
import type { EndpointGroup } from '../../types/groups.ts'
import { isConcrete, isUnclear, splitSegments } from '../paths.ts'
import { lostParameters } from './lost.ts'
import { misspelling, type Spelling } from './spelling.ts'

/** The first thing that is wrong with a path as it is written: of what else is, that may be the cause. */
export function faultsOf(
  index: EndpointIndex,
  group: EndpointGroup,
  endpoint: Endpoint,
  spelling: Spelling,
): PathFault[] {
  const { path } = endpoint
  if (endpoint.form === 'name' || isUnclear(path)) return []
  const parts = splitSegments(path)
  const fault = (kind: PathFault['kind'], part: string, instead?: string) => [{ endpoint, kind, part, instead }]
  const lost = lostParameters(group, endpoint)
  if (lost.length > 0) return lost
  if (/\/\//.test(path)) return fault('slashes', '//')
  if (/[^/]:$/.test(path)) return fault('colon', parts.at(-1) ?? '')
  const open = parts.find((it) => unbalanced(it))
  if (open !== undefined) return fault('brace', open)
  const marked = parts.find((it) => /([_*])\{\w+\1\}/.test(it))
  if (marked !== undefined) return fault('emphasis', marked)
  // In code, `_{id}_` and `{_id_}` show their marks to the reader.
  const plain = parts.find((it) => /^([_*])\{\w+\}\1$|^\{([_*])(?!_)\w+(?<!_)\2\}$/.test(it))
  if (plain !== undefined) return fault('marks', plain)
  const repeated = repetition(parts)
  if (repeated !== undefined) return fault('repeated', repeated)
  // A number may be a version or a day, but an id of this kind is somebody's.
  const literal = parts.find((it) => it.length > 8 && isConcrete(it) && /\d/.test(it) && !/^\d+$/.test(it))
  if (literal !== undefined) return index.isStatedBetter(group, endpoint) ? [] : fault('literal-id', literal)
  const slip = misspelling(parts, spelling)
  return slip ? fault('misspelt', slip.part, slip.instead) : []
}

/** `` `PUT /orders/{id} ``, `` `https://{host}/orders ``: the mark that begins the code has no other one in its line, and readers see it. */
export function openCode(definitions: readonly Endpoint[], { text }: Document): PathFault[] {
  return definitions.flatMap((endpoint) => {
    const { form, path, pathRange } = endpoint
    if (form !== 'code' && form !== 'url') return []
    const line = text.slice(startOfLine(text, pathRange[0]), pathRange[1])
    // A line below might hold the other one.
    const isOpen =
      /^ {0,3}`(?:[A-Z]+[ \t]|https?:\/\/)[^`]+$/.test(line) &&
      /^[ \t\r]*(?:\n[ \t\r]*(?:\n|$)|$)/.test(text.slice(pathRange[1], pathRange[1] + 200))
    return isOpen ? [{ endpoint, kind: 'open-code' as const, part: path }] : []
  })
}

/** `` `PUT/orders/{id}` ``, `# Endpoint: POST/orders`. */
export function tight(definitions: readonly Endpoint[]): PathFault[] {
  return definitions.flatMap((endpoint) => {
    const { form, method, methodRange, path, pathRange } = endpoint
    const isTight = (form === 'code' || form === 'heading') && methodRange?.[1] === pathRange[0]
    return isTight ? [{ endpoint, kind: 'tight' as const, part: path, instead: method }] : []
  })
}

function unbalanced(segment: string): boolean {
  return count(segment, '{') !== count(segment, '}') || count(segment, '<') !== count(segment, '>')
}

function count(text: string, char: string): number {
  return text.includes(char) ? text.split(char).length - 1 : 0
}

/** `/items/v4/items/v4/…`, `/items/{id}/items/{id}`: two or more segments, twice in a row, a version or one and the same id among them. */
function repetition(parts: readonly string[]): string | undefined {
  for (let size = 2; size * 2 <= parts.length; size++) {
    for (let at = 0; at + size * 2 <= parts.length; at++) {
      const first = parts.slice(at, at + size).join('/')
      if (
        /(?:^|\/)v\d|\/(?:\d+|\{\w+\}|:\w+)$/.test(first) &&
        first === parts.slice(at + size, at + size * 2).join('/')
      )
        return first
    }
  }
  return undefined
}
