import type { Method } from '../../types.ts'
import { isHttpMethod } from '../methods.ts'
import type { Cell } from '../schemas/tables/cells.ts'
import { badgesIn } from './badges.ts'
import type { Candidate } from './candidate.ts'
import { readUrl, splitUrl } from './request-line.ts'

/** The methods of a cell that holds nothing else: `GET`, `POST`/`PATCH`, `GET, POST`. A method column may name verbs of its own. */
export function methodsOf(cell: Cell, anyVerb: boolean, text: string): Method[] {
  if (cell.text.length > 60) return []
  const shown = cell.text || (badgesIn(text.slice(...cell.range))[0]?.method ?? '')
  // `POST¹`, `GET*`: the mark of a note is none of the word.
  const words = shown
    .replace(/([A-Z]{3})[\d*†]{1,2}(?![\w*])/g, '$1')
    .split(/[\s,/|&]+|\bor\b|\band\b/)
    .filter(Boolean)
  return words.length > 0 && words.every((it) => isHttpMethod(it) || (anyVerb && /^[A-Z]{3,10}$/.test(it))) ? words : []
}

/** The path or URL that a cell begins with. */
export function urlOf(cell: Cell): string | undefined {
  const text = cell.code[0]?.trim() ?? cell.text
  const url = readUrl(text.replaceAll('\\', ''), 0)
  return url && text.length - url.urlEnd < 40 ? url.url : barePath(text)
}

function barePath(text: string): string | undefined {
  return /^[\w.-]+(?:\/[\w.:{}<>[\]()-]+)+$/.test(text) ? text : undefined
}

/** Where a URL of a cell stands in the document; all of the cell, where it is written in another way. */
export function placeIn(
  cell: Cell,
  url: string,
  text: string,
): Pick<Candidate, 'host' | 'path' | 'query' | 'pathRange'> | undefined {
  const target = splitUrl(url)
  if (!target) return undefined
  const at = text.slice(...cell.range).indexOf(url)
  const start = at < 0 ? cell.range[0] : cell.range[0] + at
  const pathRange = at < 0 ? cell.range : ([start + target.pathStart, start + target.pathEnd] as const)
  return { host: target.host, path: target.path, query: target.query, pathRange }
}
