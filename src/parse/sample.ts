import { byStart, startOfLine } from '../text.ts'
import type { JsonError, JsonNode, Range, Tolerated } from '../types.ts'
import { readStrict } from './json-tree.ts'
import { placeOf } from './places.ts'
import { isValue, Unreadable } from './sample/cursor.ts'
import { errorOf } from './sample/errors.ts'
import type { Fault } from './sample/faults.ts'
import { noColon } from './sample/mistakes.ts'
import { Parser } from './sample/parser.ts'
import type { Allowance } from './sample/scanner.ts'
import { looksLikeJson, sampleStart } from './sample/start.ts'

export { looksLikeJson, sampleStart }

/** What a sample turned out to be. Ranges count in the document. */
export interface Reading {
  json?: JsonNode
  tolerated: Tolerated[]
  /** Where its comments begin. */
  comments: number[]
  error?: JsonError
}

/** A sample, and where each of its characters stands in the document. */
export interface SampleText {
  value: string
  offset(at: number): number
}

const strict: Allowance = { comments: false, trailingComma: false, json5: false }
const allowances: ReadonlyMap<string, Allowance> = new Map([
  ['jsonc', { comments: true, trailingComma: true, json5: false }],
  ['json5', { comments: true, trailingComma: true, json5: true }],
])

/**
 * Reads JSON the way documentation writes it: what is a convention is tolerated and named, what is a mistake is one error
 * at its cause. Never throws, and takes time in proportion to the text.
 */
export function readSample(sample: SampleText, language = ''): Reading {
  const { value: text, offset } = sample
  const flawless = readStrict(text, offset)
  if (flawless) return { json: flawless, tolerated: [], comments: [] }
  const first = readTolerantly(text, language)
  const { tolerated, faults } = first
  const read = (it: string) => readTolerantly(it, language).faults
  const place = (range: Range) => placeOf(range, offset)
  const { error, rest } = errorOf(faults, { text, offset, read })
  const { document, comments } = first.document || rest === undefined ? first : readTolerantly(rest, language)
  return { json: document && placed(document, place), tolerated, comments: comments.map(offset), error }
}

function readTolerantly(text: string, language: string) {
  const parser = new Parser(text, allowances.get(language) ?? strict)
  const { tolerated, comments } = parser.scanner
  const documents: JsonNode[] = []
  const start = sampleStart(text) ?? text.length
  if (text.slice(0, start).trim() !== '') tolerated.add('preamble')
  let complete = true
  try {
    readDocuments(parser, start, documents)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    complete = false
  }
  const faults = parser.faults.toSorted(byStart)
  return { document: complete ? documents[0] : undefined, tolerated: [...tolerated], comments, faults }
}

/** Everything at the top: one value as a rule, but also several, members without braces, and text in between. */
function readDocuments(parser: Parser, from: number, documents: JsonNode[]) {
  parser.jump(from)
  while (parser.token.kind !== 'end') {
    const { token } = parser
    if (token.kind === '}' || token.kind === ']') parser.stop(parser.brackets.wrong(token))
    else if (token.kind === 'string') readString(parser, documents)
    else if (isValue(token)) documents.push(parser.value())
    else if (token.kind === 'word' || token.kind === ':') {
      const stray = strayEnd(parser, documents)
      if (stray) parser.faults.push(stray)
      skipText(parser)
    } else pass(parser, documents)
    if (documents.length === 2) parser.scanner.tolerated.add('several')
  }
}

/** A member without braces, or a value. `"pots" {`, and nothing before it: the colon is missing, and the rest is right. */
function readString(parser: Parser, documents: JsonNode[]) {
  const { range, key } = parser.token
  if (key) {
    documents.push(parser.fragment())
    return
  }
  const value = parser.value()
  const { kind, leads } = parser.token
  if ((kind !== '{' && kind !== '[') || leads || documents.length > 0) {
    documents.push(value)
    return
  }
  parser.faults.push(noColon(parser.text, range))
  documents.push(parser.value())
}

/** `}, 409`: the status that a program gives back beside an object is no part of what is sent. */
function pass(parser: Parser, documents: JsonNode[]) {
  const { text, last, faults, scanner } = parser
  const [start] = parser.advance().range
  if (documents.length !== 1 || last.kind !== '}' || scanner.tolerated.has('preamble')) return
  const found = /^,\s{0,4}[1-5]\d\d(?=\s*$)/.exec(text.slice(start))?.[0]
  if (found === undefined) return
  faults.push(behindTheEnd([start, start + found.length], found))
  parser.advance()
}

/** `}as`: letters right behind the last brace are what somebody typed who thought to be elsewhere. */
function strayEnd({ text, token, last }: Parser, documents: JsonNode[]): Fault | undefined {
  const range = token.range
  const word = text.slice(...range)
  const [document, another] = documents
  if (document?.kind !== 'object' || document.members.length === 0 || another || range[0] !== last.range[1])
    return undefined
  if (last.kind !== '}' || !/^[A-Za-z]{1,12}$/.test(word) || text.slice(range[1]).trim() !== '') return undefined
  return behindTheEnd(range, word)
}

function behindTheEnd(range: Range, found: string): Fault {
  const message = `"${found}" stands behind the end`
  return { cause: 'stray character', range, message, help: 'delete it', repair: { range, text: '' } }
}

/** Prose between two samples: "or", a status line, a label. */
function skipText(parser: Parser) {
  const { text, tolerated } = parser.scanner
  tolerated.add('preamble')
  // The label itself may be what the next one stands behind: `Response: {`.
  const { range, leads } = parser.token
  const labelled = leads ? (sampleStart(text, startOfLine(text, range[0])) ?? 0) : 0
  parser.jump(labelled > range[0] ? labelled : (sampleStart(text, range[1]) ?? text.length))
}

/** Moves a tree into the document. */
function placed(node: JsonNode, place: (range: Range) => Range): JsonNode {
  const range = place(node.range)
  if (node.kind === 'array') return { ...node, range, items: node.items.map((it) => placed(it, place)) }
  if (node.kind !== 'object') return { ...node, range }
  const members = node.members.map(({ key, keyRange, value }) => ({
    key,
    keyRange: place(keyRange),
    value: placed(value, place),
  }))
  return { ...node, range, members }
}
