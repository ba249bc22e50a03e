import { onlyOne } from '../../grouped.ts'
import { looksLikeJson, readSample, type SampleText } from '../../parse/sample.ts'
import type { Fence, JsonError, Sample } from '../../types.ts'
import type { Call } from '../endpoints/calls/index.ts'
import type { Word } from '../endpoints/calls/shell-words.ts'
import { writes } from '../methods.ts'
import type { Syntax } from '../syntax.ts'
import { type CodeBlock, stretch } from './blocks/code.ts'
import { beginsWithCommand, mayBePasted } from './commands/clients.ts'
import { isDeliberate } from './deliberate.ts'
import { behindLabel } from './labels.ts'
import { breaksLiteral, isLiteral, onlyLacksCommas } from './literals.ts'
import type { HttpMessage } from './messages/http.ts'
import { unbraced, withoutFix } from './mistakes.ts'
import { nameFaults } from './name-faults.ts'
import { embeddedSample } from './named.ts'
import { isAnotherNotation, isOfRequestMaker } from './other-notations.ts'
import { outputBehind } from './output.ts'
import { labelledParts, type Part, toldParts } from './parts.ts'
import { scriptBodies } from './script-bodies.ts'
import { contradictedTitle } from './titled.ts'

/** Languages that promise JSON. */
const json = /^\W*(?:application\/)?(jsonc|json5|json(?:l|-ld)?)\W*$/
/** Files, named behind the language, whose readers take comments and trailing commas for granted. */
const commented =
  /(?:^|[\s"'/=])(?:[tj]sconfig(?:\.[\w-]+)?\.json|[\w.-]+\.jsonc|devcontainer\.json|\.(?:babel|eslint|swc)rc(?:\.json)?|\.vscode\/\w+\.json|bun\.lock)(?![\w.-])/
/** Languages in which an object literal is no mistake. */
const literal = /^(?:js|javascript|ts|typescript|jsx|node)$/

/** A header that says what the body is, and a list in braces, or a name that lacks a quote or both: nothing else begins so, but JSON with a slip. */
const sendsJson = /^content-type:\s{0,9}application\/(?:[\w.-]+\+)?json\b/i
const slippedJson = /^\s{0,99}\{\s{0,99}(?:\[\s{0,99}[{["\d]|"?[A-Za-z_]\w{0,60}"?\s{0,9}:\s{0,9}["{[\d])/

/** Whether a body is JSON, or what its headers say is. */
function isJsonBody(value: string, headers: readonly { text: string }[]): boolean {
  return looksLikeJson(value) || (slippedJson.test(value) && headers.some(({ text }) => sendsJson.test(text)))
}

/** JSON that the document shows, whatever the fence says. What an unclosed fence swallows is not told apart from it. */
export function samples({ sections, text }: Syntax, blocks: CodeBlock[], fences: Fence[]): Sample[] {
  const swallowing = new Set(fences.flatMap(({ swallows, range }) => (swallows ? range[0] : [])))
  return blocks.flatMap((block, at) => {
    if (swallowing.has(block.range[0]) || isOfRequestMaker(block)) return []
    const schema = namedSchema(block)
    const read = answered(text, blocks[at - 1], block, embeddedSample(block) ?? fromBlock(block))
    const found = read.map((it) => ({ ...it, schema, contradicts: contradictedTitle(text, it) }))
    return found.map((it) =>
      (it.error || it.names) && isDeliberate(it, block, { sections, text })
        ? { ...it, error: undefined, names: undefined }
        : it,
    )
  })
}

/** `schema=path` behind the language of a fence. */
function namedSchema({ meta, range }: CodeBlock): Sample['schema'] {
  if (!meta.includes('schema=')) return undefined
  const path = /(?:^|\s)\{?schema=(["']?)([^\s"'}]+)\1/.exec(meta)?.[2]
  return path === undefined ? undefined : { path, range }
}

function fromBlock(block: CodeBlock): Sample[] {
  const { language, value } = block
  const promised = json.exec(language)?.[1]
  if (promised === undefined && !literal.test(language) && !mayBePasted(block)) return []
  const messages = block.messages()
  if (messages.length > 0) return fromMessages(block, messages, promised)
  const isCommand = beginsWithCommand(value)
  if (promised !== undefined && !isCommand) {
    const isCommented = promised === 'json' && block.meta !== '' && commented.test(block.meta)
    const as = isCommented ? 'jsonc' : promised
    return inParts(block, sample(block, 'fence', block, as), as)
  }
  if (literal.test(language)) return [...quietly(block), ...sentByScript(block)]
  const calls = block.calls()
  const bodies = calls.flatMap((call) => call.bodies.map((word) => ({ word, call })))
  if (bodies.length > 0 || isCommand) {
    const only = onlyOne(calls)
    const printed = only ? answer(block, only.command.end, promised !== undefined) : []
    return [...bodies.flatMap(({ word, call }) => fromBody(block, word, call)), ...printed]
  }
  const { shown, role } = behindLabel(block)
  const read = looksLikeJson(shown.value)
    ? inParts(block, { ...sample(block, block.fenced ? 'fence' : 'indented', shown), role })
    : toldParts(value).map((it) => partOf(block, it))
  return read.map((it) => (it.error && isAnotherNotation(it, it.error, block) ? { ...it, error: undefined } : it))
}

/** A block that shows several documents, with words between them, as that many samples. */
function inParts(block: CodeBlock, read: Sample, language?: string): Sample[] {
  const isOne = !read.error && !read.tolerated.some((it) => it === 'several' || it === 'preamble')
  const parts = isOne ? [] : labelledParts(block.value)
  return parts.length > 1 ? parts.map((it) => partOf(block, it, language)) : [read]
}

function partOf(block: CodeBlock, { label, start, end }: Part, language?: string): Sample {
  const text = stretch(block, start, end)
  const from = label === undefined ? block.range[0] : text.offset(0)
  return { ...sample(block, 'fence', text, language), range: [from, text.offset(text.value.length)], label }
}

/** What a command sends. A fix that adds a quote or a backslash could end the shell's own string. */
function fromBody(block: CodeBlock, word: Word, { headers }: Call): Sample[] {
  if (!isJsonBody(word.text, headers)) return []
  const read = sample(block, 'curl', { value: word.text, offset: (at) => block.offset(word.offset(at)) })
  const isRisky = ({ fix }: JsonError) => fix?.edits.some(({ text }) => /["\\]/.test(text))
  const error = read.error ? withoutFix(read.error, isRisky) : unbraced(read)
  return [{ ...read, role: 'request', error }]
}

/** What a program sends, where it can be read as a whole. */
function sentByScript(block: CodeBlock): Sample[] {
  return scriptBodies(block).flatMap(({ start, text }) => {
    const read = sample(block, 'curl', { value: text, offset: (at) => block.offset(start + at) }, 'json5')
    return read.json?.kind === 'object' && !read.error ? [{ ...read, role: 'request' as const }] : []
  })
}

/** What stands behind the command. A block that promises no JSON shows some where nothing else follows. */
function answer(block: CodeBlock, end: number, promised: boolean): Sample[] {
  const found = promised ? { start: end, end: block.value.length, status: undefined } : outputBehind(block.value, end)
  const shown = found && stretch(block, found.start, found.end)
  return shown && looksLikeJson(shown.value)
    ? [{ ...sample(block, 'http', shown), role: 'response', status: found.status }]
    : []
}

/** What stands right below a command that sends all it has to send is what comes back. */
function answered(text: string, before: CodeBlock | undefined, { range }: CodeBlock, found: Sample[]): Sample[] {
  if (!before || found.length !== 1 || found[0]?.role !== 'unknown') return found
  if (range[0] - before.range[1] > 8 || text.slice(before.range[1], range[0]).trim() !== '') return found
  const call = onlyOne(before.calls())
  if (!call || call.command.words.some(({ text }) => text.startsWith('@'))) return found
  const isWhole = call.client === 'httpie' || call.bodies.length > 0 || !writes(call.method)
  return isWhole ? found.map((it) => ({ ...it, role: 'response' })) : found
}

function fromMessages(block: CodeBlock, messages: HttpMessage[], language?: string): Sample[] {
  return messages.flatMap(({ kind, status, headers, body }) => {
    const shown = body && stretch(block, body.start, body.end)
    if (!shown || !isJsonBody(shown.value, headers)) return []
    return { ...sample(block, 'http', shown, language), role: kind, status }
  })
}

/**
 * An object literal counts as a sample where it happens to be JSON, or would be with the commas and the rest that no literal
 * does without, and without the capital letters of another language.
 */
function quietly(block: CodeBlock): Sample[] {
  const { shown, role } = behindLabel(block)
  const isJson = looksLikeJson(shown.value)
  if (!isJson && !isLiteral(block)) return []
  const read = isJson ? sample(block, 'fence', shown) : undefined
  if (read && !read.error) return read.json ? [{ ...read, role }] : []
  const literal = sample(block, 'fence', shown, 'json5')
  const isWrong = read ? breaksLiteral(literal, block) : onlyLacksCommas(literal)
  return isWrong ? [{ ...literal, role }] : []
}

function sample(block: CodeBlock, container: Sample['container'], text: SampleText, language?: string): Sample {
  const { json: tree, tolerated, comments, error: fault } = readSample(text, language)
  const error = fault && block.marked ? withoutFix(fault) : fault
  const start = text.offset(0)
  const range =
    container === 'fence' || container === 'indented' ? block.range : ([start, text.offset(text.value.length)] as const)
  const names = language === 'jsonc' || language === 'json5' ? [] : nameFaults(tree, tolerated, comments)
  return {
    range,
    language: block.language,
    container,
    role: 'unknown',
    json: tree,
    tolerated,
    error,
    names: names.length > 0 ? names : undefined,
    section: block.section,
  }
}
