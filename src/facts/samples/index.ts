import { looksLikeJson } from '../../parse/sample.ts'
import type { Fence, Sample } from '../../types.ts'
import type { Syntax } from '../syntax.ts'
import { type CodeBlock, stretch } from './blocks/code.ts'
import { beginsWithCommand, mayBePasted } from './commands/clients.ts'
import { isDeliberate } from './deliberate.ts'
import { behindLabel } from './labels.ts'
import { fromLiteral } from './literals.ts'
import type { HttpMessage } from './messages/http.ts'
import { embeddedSample } from './named.ts'
import { isAnotherNotation, isOfRequestMaker } from './other-notations.ts'
import { labelledParts, type Part, toldParts } from './parts.ts'
import { isJsonBody, read } from './reading.ts'
import { sentByScript } from './script-bodies.ts'
import { asAnswer, fromCalls } from './sent.ts'
import { contradictedTitle } from './titled.ts'

/** Languages that promise JSON. */
const json = /^\W*(?:application\/)?(jsonc|json5|json(?:l|-ld)?)\W*$/
/** Files, named behind the language, whose readers take comments and trailing commas for granted. */
const commented =
  /(?:^|[\s"'/=])(?:[tj]sconfig(?:\.[\w-]+)?\.json|[\w.-]+\.jsonc|devcontainer\.json|\.(?:babel|eslint|swc)rc(?:\.json)?|\.vscode\/\w+\.json|bun\.lock)(?![\w.-])/
/** Languages in which an object literal is no mistake. */
const literal = /^(?:js|javascript|ts|typescript|jsx|node)$/

/** JSON that the document shows, whatever the fence says. What an unclosed fence swallows is not told apart from it. */
export function samples({ sections, text }: Syntax, blocks: CodeBlock[], fences: Fence[]): Sample[] {
  const swallowing = new Set(fences.flatMap(({ swallows, range }) => (swallows ? range[0] : [])))
  return blocks.flatMap((block, at) => {
    if (swallowing.has(block.range[0]) || isOfRequestMaker(block)) return []
    const schema = namedSchema(block)
    const shown = asAnswer(text, blocks[at - 1], block, embeddedSample(block) ?? fromBlock(block))
    const found = shown.map((it) => ({ ...it, schema, contradicts: contradictedTitle(text, it) }))
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
    return inParts(block, read(block, 'fence', block, as), as)
  }
  if (literal.test(language)) return [...fromLiteral(block), ...sentByScript(block)]
  if (isCommand || block.calls().some(({ bodies }) => bodies.length > 0))
    return fromCalls(block, promised !== undefined)
  const { shown, role } = behindLabel(block)
  const found = looksLikeJson(shown.value)
    ? inParts(block, { ...read(block, block.fenced ? 'fence' : 'indented', shown), role })
    : toldParts(value).map((it) => partOf(block, it))
  return found.map((it) => (it.error && isAnotherNotation(it, it.error, block) ? { ...it, error: undefined } : it))
}

/** A block that shows several documents, with words between them, as that many samples. */
function inParts(block: CodeBlock, whole: Sample, language?: string): Sample[] {
  const isOne = !whole.error && !whole.tolerated.some((it) => it === 'several' || it === 'preamble')
  const parts = isOne ? [] : labelledParts(block.value)
  return parts.length > 1 ? parts.map((it) => partOf(block, it, language)) : [whole]
}

function partOf(block: CodeBlock, { label, start, end }: Part, language?: string): Sample {
  const text = stretch(block, start, end)
  const from = label === undefined ? block.range[0] : text.offset(0)
  return { ...read(block, 'fence', text, language), range: [from, text.offset(text.value.length)], label }
}

function fromMessages(block: CodeBlock, messages: HttpMessage[], language?: string): Sample[] {
  return messages.flatMap(({ kind, status, headers, body }) => {
    const shown = body && stretch(block, body.start, body.end)
    if (!shown || !isJsonBody(shown.value, headers)) return []
    return { ...read(block, 'http', shown, language), role: kind, status }
  })
}
