import { counted } from '../../../grouped.ts'
import type { Fence } from '../../../types.ts'
import type { CodeBlock } from '../blocks/code.ts'

/** `Status 200`, `HTTP/1.1 204 No Content`, `404`, and nothing else on the first line. */
const head =
  /^\s{0,9}(?:HTTP(?:\/[\d.]{1,3})? |(?:status|code)[: ] ?)?[1-5]\d\d(?:[ :-]{1,3}[A-Za-z][A-Za-z _'-]{0,40})?[ \t]*(?:\n|$)/i

/** Whether a block begins with a status. */
export function isHeaded(value: string): boolean {
  return head.test(value)
}

/** So many blocks of a page begin with the same line and go on with JSON where that is how it shows what comes back. */
const often = 2

/** `204 NO_CONTENT` in a block of a page whose others have their JSON below such a line: it has no body, and the same label. */
export function withoutHeadsAlone(all: Fence[], blocks: readonly CodeBlock[]): Fence[] {
  const isJson = ({ language }: Fence) => /^json$/i.test(language)
  const isHead = (it: Fence) => it.holds === 'other' && isJson(it)
  if (!all.some(isHead)) return all
  const firstLine = (at: number) => /\S[^\n]*/.exec(blocks[at]?.value ?? '')?.[0].trim() ?? ''
  const lines = counted(all.flatMap((it, at) => (it.holds === undefined && isJson(it) ? firstLine(at) : [])))
  return all.map((it, at) =>
    isHead(it) && (lines.get(firstLine(at)) ?? 0) >= often ? { ...it, holds: undefined } : it,
  )
}
