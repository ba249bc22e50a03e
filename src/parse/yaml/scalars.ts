import type { JsonNode, Range } from '../../types.ts'
import { readFlow } from './flow.ts'
import { type Lines, refuse } from './lines.ts'
import { typed, unescaped } from './words.ts'

/** A value that begins at an offset of the line at hand, and belongs to what is indented by `parent`. The next line is at hand afterwards. */
export function readValue(lines: Lines, from: number, parent: number, offset: number): JsonNode {
  const first = lines.text[from] ?? ''
  if (first === '"' || first === "'") return readQuoted(lines, from, parent, offset)
  if (first === '|' || first === '>') return readText(lines, from, parent, offset)
  if (first === '[' || first === '{') {
    const { node, end } = readFlow(lines, from, parent, offset)
    if (!lines.isDone(end)) refuse()
    lines.at++
    if (lines.skip() > parent) refuse()
    return node
  }
  return readPlain(lines, from, parent, offset)
}

/** Indicators that begin no plain scalar; `-`, `?` and `:` do where no blank follows. */
const indicator = /^(?:[#,[\]{}&*!|>'"%@`]|[-?:](?:\s|$))/
/** What ends a plain scalar, or makes it something else. */
const odd = /:(?:\s|$)|\s#/

function readPlain(lines: Lines, from: number, parent: number, offset: number): JsonNode {
  const { text } = lines
  const first = text.slice(from, lines.end())
  if (indicator.test(first)) refuse()
  const comment = first.search(/\s#/)
  const head = (comment < 0 ? first : first.slice(0, comment)).trimEnd()
  if (odd.test(head)) refuse()
  let end = from + head.length
  const parts = [head]
  lines.at++
  for (const line of continued(lines, parent)) {
    if (comment >= 0 || line === undefined) refuse()
    const part = text.slice(lines.start(line) + lines.indent(line), lines.end(line)).trimEnd()
    if (odd.test(part) || part.startsWith('#')) refuse()
    parts.push(...Array.from({ length: line - lines.at }, () => ''), part)
    end = lines.start(line) + lines.indent(line) + part.length
    lines.at = line + 1
  }
  const range: Range = [offset + from, offset + end]
  return parts.length === 1 ? typed(head, range) : { kind: 'string', value: folded(parts), range }
}

/** The lines that go on with what was begun: those that are indented deeper. */
function* continued(lines: Lines, parent: number): Generator<number> {
  for (let line = lines.at; line < lines.count; line++) {
    const indent = lines.indent(line)
    if (indent < 0) continue
    if (indent <= parent || lines.isComment(line)) return
    yield line
  }
}

/** A line end is a blank, and a blank line a line end. */
function folded(parts: readonly string[]): string {
  let value = parts[0] ?? ''
  let blank = 0
  for (let i = 1; i < parts.length; i++) {
    const part = parts[i] ?? ''
    if (part === '' && i < parts.length - 1) blank++
    else {
      value += blank > 0 ? '\n'.repeat(blank) : ' '
      value += part
      blank = 0
    }
  }
  return value
}

function readQuoted(lines: Lines, from: number, parent: number, offset: number): JsonNode {
  const { text } = lines
  const mark = text[from] ?? ''
  const end = closing(text, from)
  const last = lastLine(lines, from, end, parent)
  if (!lines.isDone(end + 1, last)) refuse()
  const raw = text.slice(from + 1, end)
  if (/\\\r?\n/.test(raw)) refuse()
  lines.at = last + 1
  if (lines.skip() > parent) refuse()
  return {
    kind: 'string',
    value: unescaped(raw.includes('\n') ? joined(raw.split(/\r?\n/)) : raw, mark),
    range: [offset + from, offset + end + 1],
  }
}

/** Between quotes, blanks around a line end are none; first and last line count, whatever is in them. */
function joined(parts: readonly string[]): string {
  const last = parts.length - 1
  const trimmed = parts.map((it, i) => (i === 0 ? it.trimEnd() : i === last ? it.trimStart() : it.trim()))
  return folded(trimmed)
}

/** The quote that ends what one begins. */
function closing(text: string, from: number): number {
  const mark = text[from]
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\' && mark === '"') at++
    else if (text[at] === mark) {
      if (mark === '"' || text[at + 1] !== mark) return at
      at++
    }
  }
  return refuse()
}

/** What could be a key or an item is no part of a text that goes on with less indentation than it should have. */
const keyOrItem = /[\w$./-]+:(?:[ \r\n]|$)|- /y

/** The line in which a text in quotes ends. Many readers of YAML let one behind a key go on at any indentation. */
function lastLine(lines: Lines, from: number, end: number, parent: number): number {
  const isLenient = lines.text[from] === '"' && /:[ ]+$/.test(lines.text.slice(lines.start(), from))
  let line = lines.at
  while (lines.end(line) < end) {
    const indent = lines.indent(++line)
    keyOrItem.lastIndex = lines.start(line) + indent
    const isShort = indent >= 0 && indent <= parent
    if (isShort && (!isLenient || indent === 0 || keyOrItem.test(lines.text))) refuse()
  }
  return line
}

const header = /^([|>])([-+]?)(?:[ ]+#.*|[ ]*)$/

/** `|` keeps line ends, `>` folds them; `-` and `+` say what becomes of those at the end. */
function readText(lines: Lines, from: number, parent: number, offset: number): JsonNode {
  const { text } = lines
  const [head = '', style = '', keep = ''] = header.exec(text.slice(from, lines.end())) ?? []
  if (head === '') refuse()
  lines.at++
  const parts = textLines(lines, parent)
  // Without a line end there, its own is a matter of the style.
  if (lines.at >= lines.count && !text.endsWith('\n')) refuse()
  const end = lines.start()
  const blank = blankLines(lines)
  const ends = keep === '-' ? '' : '\n'.repeat(keep === '+' ? blank + 1 : 1)
  // Lines that are indented deeper, or end in blanks, are not folded.
  if (style === '>' && parts.some((it) => /^\s|\s$/.test(it))) refuse()
  const value = style === '>' ? folded(parts) : parts.join('\n')
  return { kind: 'string', value: value + ends, range: [offset + from, offset + (keep === '+' ? lines.start() : end)] }
}

/** What is indented as far as the first line, up to the last line that says something. */
function textLines(lines: Lines, parent: number): string[] {
  const first = lines.at
  const depth = lines.indent(first)
  if (depth <= parent) refuse()
  let last = first
  for (let line = first; line < lines.count && (lines.indent(line) < 0 || lines.indent(line) >= depth); line++)
    if (lines.indent(line) >= 0) last = line
  lines.at = last + 1
  return Array.from({ length: lines.at - first }, (_, i) => {
    const end = lines.end(first + i)
    return lines.text.slice(Math.min(lines.start(first + i) + depth, end), end)
  })
}

/** How many of them follow. One that holds blanks may be text. */
function blankLines(lines: Lines): number {
  let count = 0
  for (; lines.at < lines.count && lines.indent() < 0; lines.at++) {
    if (lines.end() > lines.start()) refuse()
    count++
  }
  return count
}
