import type { Sample } from '../../types.ts'
import { optionsAt } from '../endpoints/script-options.ts'
import type { CodeBlock } from './blocks/code.ts'
import { read } from './reading.ts'

/** `fetch('https://…', `, `axios(`, `axios.post(url, `: what the call is given stands behind it. */
const call =
  /\b(?:fetch|axios(?:\.(post|put|patch|request))?)\(\s{0,99}(?:(?:(['"`])[^'"`\n]{1,500}\2|[A-Za-z_$][\w$.]{0,80})\s{0,9},\s{0,99})?(?=[\w{$])/g
const body = /(?:^|[\s,{])["']?(?:body|data)["']?\s{0,9}:/
const before = /\s{0,99}(?:JSON\.stringify\(\s{0,99})?/y
/** `name: input.value`: what only the program knows. */
const named = /(:\s{0,9})(?!(?:true|false|null)\b)([A-Za-z_$][\w$.]{2,80})(?=\s{0,99}[,}\n])/g

/** What a program sends, where it can be read as a whole. */
export function sentByScript(block: CodeBlock): Sample[] {
  return literalsSent(block).flatMap(({ start, text }) => {
    const found = read(block, 'curl', { value: text, offset: (at) => block.offset(start + at) }, 'json5')
    return found.json?.kind === 'object' && !found.error ? [{ ...found, role: 'request' as const }] : []
  })
}

/** The object literals that a program in JavaScript sends, with placeholders for its variables; offsets are into the block. */
function literalsSent({ value }: CodeBlock): { start: number; text: string }[] {
  if (!value.includes('fetch(') && !value.includes('axios')) return []
  return [...value.matchAll(call)].flatMap(({ 0: all, 1: verb, index }) => {
    const end = index + all.length
    const isBody = verb !== undefined && verb !== 'request'
    if (isBody && !all.includes(',')) return []
    const at = isBody ? end : bodyIn(value, end)
    const sent = at === undefined ? undefined : optionsAt(value, behind(value, at))
    if (!sent) return []
    const text = value.slice(sent.start, sent.start + sent.members.length + 1)
    return {
      start: sent.start,
      text: text.replace(named, (_, colon, name) => `${colon}<${'x'.repeat(name.length - 2)}>`),
    }
  })
}

function bodyIn(value: string, at: number): number | undefined {
  const options = optionsAt(value, at)
  const member = options && body.exec(options.members)
  return member ? options.start + member.index + member[0].length : undefined
}

/** Past `JSON.stringify(`. */
function behind(value: string, at: number): number {
  before.lastIndex = at
  before.test(value)
  return before.lastIndex
}
