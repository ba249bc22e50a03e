import { grouped } from '../../grouped.ts'
import { byStart, endOfLine, startOfLine } from '../../text.ts'
import type { Edit, JsonError, Range } from '../../types.ts'
import { placeOf } from '../places.ts'
import type { Fault } from './faults.ts'

interface Source {
  text: string
  offset(at: number): number
  /** What is wrong with another text in the same language. */
  read(text: string): Fault[]
}

interface Mistaken {
  error?: JsonError
  /** The text without the lines that one kind of slip spoils, where it can be read without them. */
  rest?: string
}

/**
 * One mistake tends to look like several, and the first is the cause. Only where the sample is JSON with all that has an
 * obvious repair, or but for lines that stand by themselves, each place is an error of its own.
 */
export function errorOf(found: Fault[], source: Source): Mistaken {
  const faults = found.map((it) => culprit(it, source)).toSorted(byStart)
  const [first] = faults
  if (!first) return {}
  const error = told(first, source)
  if (faults.some((it) => it.repair === undefined)) {
    const { others, rest } = inBraces(first, source) ?? behindLines(faults, source)
    const all = withOthers(
      error,
      others.map((it) => told(it, source)),
    )
    // Who makes one slip after another is not to be taken at his word in between.
    const isOneSlip = rest !== undefined && others.every(({ cause }) => cause === first.cause)
    return isOneSlip ? { error: { ...all, confined: true }, rest } : { error: all }
  }
  const left = source.read(repaired(source.text, repairsOf(faults)))
  if (left.length > 0) return { error: { ...error, help: (left.some(isWorse) && first.otherwise) || error.help } }
  const parts = [...grouped(faults, partOf).values()].flatMap((alike) => repairable(alike, source))
  const [whole = error, ...others] = parts
  return { error: withOthers(whole, others) }
}

function withOthers(error: JsonError, others: JsonError[]): JsonError {
  return others.length > 0 ? { ...error, others } : error
}

/** Where several things may be the mistake, the one that the sample can be read without. */
function culprit(fault: Fault, { text, read }: Source): Fault {
  const isReadWithout = ({ range: [start, end] }: Fault) => !read(text.slice(0, start) + text.slice(end)).some(isWorse)
  return fault.suspects?.find(isReadWithout) ?? fault
}

function told({ cause, message, found, help, range }: Fault, { offset }: Source): JsonError {
  return { cause, range: placeOf(range, offset), message, found, help }
}

/** What may be another notation: whoever judges that looks at the first mistake only. */
const notations: ReadonlySet<Fault['cause']> = new Set([
  'bare word',
  'unquoted key',
  'single quotes',
  'misspelt literal',
])

/** So many lines are looked behind; a sample that has more of them is in no notation at all. */
const most = 6

/**
 * What is wrong besides the first mistake, where all those without a repair spoil one line each: read with that line left out,
 * the rest is JSON but for what has a repair.
 */
function behindLines(faults: Fault[], { text, read }: Source): { others: Fault[]; rest?: string } {
  const found = new Map<string, Fault>()
  let known = text
  let left = faults
  for (let i = 0; i < most; i++) {
    for (const it of left)
      if (it === faults[0] || !notations.has(it.cause)) found.set(partOf(it), found.get(partOf(it)) ?? it)
    const broken = left.find((it) => it.repair === undefined)
    if (!broken) {
      const isWhole = read(repaired(known, repairsOf(left))).length === 0
      const others = [...found.values()].toSorted(byStart).slice(1)
      return isWhole ? { others, rest: known } : { others: [] }
    }
    const without = withoutLine(known, broken.range)
    if (without === undefined) break
    known = without
    left = read(known)
  }
  return { others: [] }
}

/** What is wrong besides in a list, or in an object, that is all that a pair of braces holds. */
function inBraces(
  { found, range: [at] }: Fault,
  { text, read }: Source,
): { others: Fault[]; rest?: string } | undefined {
  if (found !== '[' && found !== '{') return undefined
  const open = /^\s*\{\s*$/.test(text.slice(0, at)) ? text.indexOf('{') : -1
  const end = text.trimEnd().length - 1
  if (open < 0 || text[end] !== '}') return undefined
  const inner = `${text.slice(0, open)} ${text.slice(open + 1, end)} `
  const others = read(inner)
  return others.every(({ repair }) => repair) && read(repaired(inner, repairsOf(others))).length === 0
    ? { others }
    : undefined
}

/** The text with dots in place of a line that is a member or an item by itself, and whose neighbours show where it ends. */
function withoutLine(text: string, [from, to]: Range): string | undefined {
  const start = startOfLine(text, from)
  const end = endOfLine(text, start)
  const line = text.slice(start, end)
  const indent = /^[ \t]*(?=")/.exec(line)?.[0].length
  const next = /^\s*\n([ \t]*)(["}\]])/.exec(text.slice(end, end + 400))
  // Three dots need the room of three characters: what stands behind them keeps its place.
  if (indent === undefined || line.length < indent + 3 || !next || to > end || !isBalanced(line)) return undefined
  const [, { length: nextIndent } = '', mark] = next
  if (mark === '"' ? nextIndent !== indent : nextIndent >= indent) return undefined
  return `${text.slice(0, start + indent)}${'...'.padEnd(line.length - indent)}${text.slice(end)}`
}

function isBalanced(line: string): boolean {
  return line.split('{').length === line.split('}').length && line.split('[').length === line.split(']').length
}

/** What is wrong one by one, as a comma is; quotes and blanks are wrong wherever the editor that made them so was. */
function partOf({ cause, range }: Fault): string {
  return /comma$|^un(?:escaped|terminated)|^missing/.test(cause) ? `${cause} ${range[0]}` : cause
}

/** What some mistakes of one kind are together, with all that mends them. */
function repairable(faults: Fault[], source: Source): JsonError[] {
  const count = faults.length === 1 ? '' : ` (${faults.length} places in this sample)`
  const edits = repairsOf(faults).map((it) => ({ range: placeOf(it.range, source.offset), text: it.text }))
  return faults.slice(0, 1).map((it) => ({
    ...told(it, source),
    help: it.help && `${it.help}${count}`,
    fix: { safety: 'safe', edits },
  }))
}

function repairsOf(faults: Fault[]): Edit[] {
  return merged(faults.flatMap(({ repair }) => repair ?? []))
}

/** Whether a mistake may come from a repair. */
function isWorse({ cause, repair }: Fault): boolean {
  return repair === undefined || cause === 'mismatched closer'
}

/** Edits in the order of the text; what is inserted before a character that is replaced is one edit with it, and a comma too many goes, however it is written. */
function merged(edits: Edit[]): Edit[] {
  const all: Edit[] = []
  for (const edit of edits.toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])) {
    const before = all.at(-1)
    if (before && before.range[0] === edit.range[0])
      all[all.length - 1] = { range: edit.range, text: edit.text && before.text + edit.text }
    else all.push(edit)
  }
  return all
}

function repaired(text: string, edits: Edit[]): string {
  let fixed = ''
  let from = 0
  for (const { range, text: inserted } of edits) {
    fixed += text.slice(from, range[0]) + inserted
    from = range[1]
  }
  return fixed + text.slice(from)
}
