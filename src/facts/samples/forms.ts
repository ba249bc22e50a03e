import type { JsonMember, JsonNode, Range, Sample } from '../../types.ts'
import type { Call } from '../endpoints/calls/index.ts'
import type { CodeBlock } from './blocks/code.ts'
import { isEncoded } from './commands/bodies.ts'
import type { HttpMessage } from './messages/http.ts'

/** `glaze=red`, and its name up to where a bracket or a dot leads into it. */
const pair = /^([A-Za-z_][\w-]{0,60})((?:\[[\w-]{0,40}\]|%5B[\w-]{0,40}%5D|\.\w{1,40}){0,4})=/i
/** A word that can be no number, no truth and no placeholder; a list of them, a date or a sentence may be anything. */
const word =
  /^(?!(?:true|false|yes|no|on|off|null|none|nil|x+|my|your|some|the|an?)(?![a-z]))[a-z]{2,30}(?:[_-][a-z]{2,30})?$/

/** A text of a block, and where its characters stand on the page. */
interface Written {
  text: string
  offset(at: number): number
}

/** What calls send as a form, as an object of its fields: a form knows no types, so only plain words have a value. */
export function forms(blocks: CodeBlock[]): Sample[] {
  return blocks.flatMap((block) => {
    if (!block.value.includes('=')) return []
    const messages = block.messages()
    if (messages.length > 0) return messages.flatMap((it) => ofMessage(block, it))
    return block.calls().flatMap((call) => ofCall(block, call))
  })
}

function ofMessage(block: CodeBlock, { kind, body }: HttpMessage): Sample[] {
  const text = body ? block.value.slice(body.start, body.end).trimEnd() : ''
  if (!body || kind === 'response' || /\s/.test(text)) return []
  return asSample(block, fieldsIn({ text, offset: (at) => block.offset(body.start + at) }))
}

function ofCall(block: CodeBlock, { client, method, bodies, fields, command }: Call): Sample[] {
  if (client !== 'curl' || method === 'GET' || method === 'HEAD') return []
  const words = [...bodies, ...fields]
  if (words.some(({ unclosed }) => unclosed)) return []
  const found = words.map((it) => {
    const written = { text: it.text, offset: (at: number) => block.offset(it.offset(at)) }
    return fields.includes(it) || isEncoded(it, block.value) ? [written] : parts(written)
  })
  const all = found.flat().map(fieldOf)
  // Options that lost the backslash before them are still to come.
  return asSample(block, all, /^\s*-/.test(block.value.slice(command.end)))
}

function fieldsIn(all: Written): (JsonMember | undefined)[] {
  return parts(all).map(fieldOf)
}

function parts({ text, offset }: Written): Written[] {
  let start = 0
  return text.split('&').map((part) => {
    const from = start
    start += part.length + 1
    return { text: part, offset: (at) => offset(from + at) }
  })
}

function fieldOf({ text, offset }: Written): JsonMember | undefined {
  const [all = '', key = '', inside = ''] = pair.exec(text) ?? []
  if (all === '') return undefined
  const value = text.slice(all.length)
  const range: Range = [offset(all.length), offset(text.length)]
  const node: JsonNode =
    inside === '' && word.test(value) ? { kind: 'string', value, range } : { kind: 'unknown', range }
  return { key, keyRange: [offset(0), offset(key.length)], value: node }
}

/** Something else than fields makes it another body. */
function asSample(block: CodeBlock, fields: (JsonMember | undefined)[], isCut = false): Sample[] {
  const byName = new Map<string, JsonMember>()
  for (const it of fields) if (it && !byName.has(it.key)) byName.set(it.key, it)
  const members = [...byName.values()]
  const [first] = members
  const last = members.at(-1)
  if (!first || !last || fields.some((it) => it === undefined)) return []
  const range: Range = [first.keyRange[0], last.value.range[1]]
  const json: JsonNode = { kind: 'object', members, range, ...(isCut && { elided: true }) }
  const { language, section } = block
  return [{ range, language, container: 'form', role: 'request', json, tolerated: [], section }]
}
