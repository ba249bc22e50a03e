import { textBefore } from '../../text.ts'
import type { Range } from '../../types.ts'

/** More openings than any link has: the limit keeps `](](](` linear. */
const maxOpenings = 20

/** The stretches between `from` and `end` that can be a link's destination: those after each `](`, or after `]:`. */
export function* destinations(text: string, from: number, end: number, opening = ']('): Generator<Range> {
  let at = text.indexOf(opening, from)
  for (let tries = 0; at >= 0 && at < end && tries < maxOpenings; tries++) {
    yield destination(text, at + opening.length, end)
    at = text.indexOf(opening, at + 1)
  }
}

/** CommonMark's link destination at `at`: `<…>`, or up to a blank or the parenthesis that closes the link. */
function destination(text: string, at: number, end: number): Range {
  let start = at
  while (start < end && /\s/.test(text[start] ?? '')) start++
  return text[start] === '<' ? pointy(text, start + 1, end) : bare(text, start, end)
}

function pointy(text: string, start: number, end: number): Range {
  let stop = start
  while (stop < end && text[stop] !== '>' && text[stop] !== '\n') stop += text[stop] === '\\' ? 2 : 1
  return [start, Math.min(stop, end)]
}

const special = /[\s\\()]/g

function bare(text: string, start: number, end: number): Range {
  let depth = 0
  let stop = start
  for (; stop < end; stop++) {
    special.lastIndex = stop
    stop = special.exec(text)?.index ?? end
    const char = text[stop]
    if (char === '(') depth++
    else if (char === '\\') stop += /[!-/:-@[-`{-~]/.test(text[stop + 1] ?? '') ? 1 : 0
    else if (char !== ')' || --depth < 0) break
  }
  return [start, Math.min(stop, end)]
}

/** Where a link or an image begins whose text ends at an offset, and that text. */
export function textOfLink(text: string, end: number): { start: number; caption: string } | undefined {
  const before = textBefore(text, end, 300)
  const opened = before.lastIndexOf('[')
  const bracket = end - before.length + opened
  const start = text[bracket - 1] === '!' ? bracket - 1 : bracket
  return opened < 0 ? undefined : { start, caption: before.slice(opened + 1) }
}

/** Backslash escapes resolved, and the one entity that URLs need. */
export function unescapeMarkdown(text: string): string {
  const plain = text.includes('\\') ? text.replace(/\\([!-/:-@[-`{-~])/g, '$1') : text
  return plain.replaceAll('&amp;', '&')
}
