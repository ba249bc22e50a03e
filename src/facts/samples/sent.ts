import { onlyOne } from '../../grouped.ts'
import { looksLikeJson } from '../../parse/sample.ts'
import type { JsonError, Sample } from '../../types.ts'
import type { Call } from '../endpoints/calls/index.ts'
import type { Word } from '../endpoints/calls/shell-words.ts'
import { writes } from '../methods.ts'
import { type CodeBlock, stretch } from './blocks/code.ts'
import { meantBody } from './commands/apostrophes.ts'
import { unbraced, withoutFix } from './mistakes.ts'
import { outputBehind } from './output.ts'
import { isJsonBody, read } from './reading.ts'

/** What the commands of a block send, and what stands behind the only one. */
export function fromCalls(block: CodeBlock, promised: boolean): Sample[] {
  const calls = block.calls()
  const only = onlyOne(calls)
  const sent = calls.flatMap((call) => call.bodies.flatMap((word) => fromBody(block, word, call)))
  return only ? [...sent, ...answer(block, only.command.end, promised)] : sent
}

/** What a command sends. A fix that adds a quote or a backslash could end the shell's own string. */
function fromBody(block: CodeBlock, word: Word, { headers }: Call): Sample[] {
  const meant = meantBody(word, block.value)
  const shown = meant
    ? stretch(block, ...meant)
    : { value: word.text, offset: (at: number) => block.offset(word.offset(at)) }
  if (!isJsonBody(shown.value, headers)) return []
  const found = read(block, 'curl', shown)
  const isRisky = ({ fix }: JsonError) => fix?.edits.some(({ text }) => /["\\]/.test(text))
  const error = found.error ? withoutFix(found.error, isRisky) : unbraced(found)
  return [{ ...found, role: 'request', error }]
}

/** What stands behind the command. A block that promises no JSON shows some where nothing else follows. */
function answer(block: CodeBlock, end: number, promised: boolean): Sample[] {
  const found = promised ? { start: end, end: block.value.length, status: undefined } : outputBehind(block.value, end)
  const shown = found && stretch(block, found.start, found.end)
  return shown && looksLikeJson(shown.value)
    ? [{ ...read(block, 'http', shown), role: 'response', status: found.status }]
    : []
}

/** What stands right below a command that sends all it has to send is what comes back. */
export function asAnswer(text: string, before: CodeBlock | undefined, { range }: CodeBlock, found: Sample[]): Sample[] {
  if (!before || found.length !== 1 || found[0]?.role !== 'unknown') return found
  if (range[0] - before.range[1] > 8 || text.slice(before.range[1], range[0]).trim() !== '') return found
  const call = onlyOne(before.calls())
  if (!call || call.command.words.some(({ text }) => text.startsWith('@'))) return found
  const isWhole = call.client === 'httpie' || call.bodies.length > 0 || !writes(call.method)
  return isWhole ? found.map((it) => ({ ...it, role: 'response' })) : found
}
