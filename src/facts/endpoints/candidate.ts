import type { Endpoint } from '../../types.ts'
import { type RequestLine, splitUrl } from './request-line.ts'

export type Role = Endpoint['role']

/** An endpoint before its role is known, and what the role is decided by. */
export interface Candidate extends Omit<Endpoint, 'role'> {
  /** Set where the form alone decides. */
  role?: Role
  /** Start of the block that it stands in. */
  block: number
  /** Its block is a session: what was sent behind `>`, what came back behind `<`. */
  session?: boolean
}

/** What is known of a candidate beside its line. */
export type Known = Pick<Candidate, 'form'> & Partial<Candidate>

/** What a request line says, if it says an endpoint; `place` turns its offsets into the document's. */
export function candidates(
  line: RequestLine | undefined,
  place: (at: number) => number,
  known: Known & Pick<Candidate, 'section' | 'block'>,
): Candidate[] {
  const target = line && splitUrl(shown(line.url))
  if (!target) return []
  const { host, path, query } = target
  const at = line.methodStart === undefined ? undefined : place(line.methodStart)
  const pathAt = (offset: number) => place(Math.min(line.urlStart + written(line.url, offset), line.urlEnd))
  const found: Candidate = {
    method: line.method,
    methodRange: at === undefined ? undefined : [at, at + (line.method ?? '').length],
    host,
    path,
    query,
    // A wrapped URL is longer in the text than in itself.
    pathRange: [pathAt(target.pathStart), query === undefined ? place(line.urlEnd) : pathAt(target.pathEnd)],
    range: [at ?? place(line.urlStart), place(line.urlEnd)],
    ...known,
  }
  return [found]
}

/**
 * `/items/&lt;id>`, `/box\\_items/\\{id}/\\<part>`, ``/items/`:id` ``, `/items/<span class="grey">{id}</span>`: some characters are
 * written so outside of code, and `<id>`, `_`, `{id}` and no marks are what readers see.
 */
const escapes = /&lt;|&gt;|\\[_{}<>]|`|<span\b[^<>\n]{0,100}>(?=\{)|<\/span>/g
const hidesMarks = /[&\\`]|<\/span>/
const meant: Record<string, string> = { '&lt;': '<', '&gt;': '>', '`': '' }

function meaning(mark: string): string {
  return meant[mark] ?? (mark.startsWith('<') ? '' : mark.slice(1))
}

function shown(url: string): string {
  return hidesMarks.test(url) ? url.replace(escapes, meaning) : url
}

/** Where an offset into what is shown stands in what is written. */
function written(url: string, offset: number): number {
  if (!hidesMarks.test(url)) return offset
  let hidden = 0
  for (const { 0: mark, index } of url.matchAll(escapes)) {
    if (index - hidden >= offset) break
    hidden += mark.length - meaning(mark).length
  }
  return offset + hidden
}

/** For a stretch of source that begins at `base`. */
export function from(base: number): (at: number) => number {
  return (at) => base + at
}
