import { looksLikeJson, readSample, type SampleText } from '../../parse/sample.ts'
import type { Sample } from '../../types.ts'
import type { CodeBlock } from './blocks/code.ts'
import { withoutFix } from './mistakes.ts'
import { nameFaults } from './name-faults.ts'

/** A text of a block as a sample. */
export function read(block: CodeBlock, container: Sample['container'], text: SampleText, language?: string): Sample {
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

/** A header that says what the body is, and a list in braces, or a name that lacks a quote or both: nothing else begins so, but JSON with a slip. */
const sendsJson = /^content-type:\s{0,9}application\/(?:[\w.-]+\+)?json\b/i
const slippedJson = /^\s{0,99}\{\s{0,99}(?:\[\s{0,99}[{["\d]|"?[A-Za-z_]\w{0,60}"?\s{0,9}:\s{0,9}["{[\d])/

/** Whether a body is JSON, or what its headers say is. */
export function isJsonBody(value: string, headers: readonly { text: string }[]): boolean {
  return looksLikeJson(value) || (slippedJson.test(value) && headers.some(({ text }) => sendsJson.test(text)))
}
