import type { Range } from '../../../types.ts'
import type { CodeBlock } from '../blocks/code.ts'

/** What opens a fence: its marks, of which it has three at least, and what stands behind them. */
interface Opening {
  marks: string
  /** All up to the next blank. */
  word: string
  language: string
  languageRange: Range
}

const opening = /^([ \t]*(`{3,}|~{3,})[ \t]*)([^\s`]*)([ \t]*[a-z])?/i

export function openingOf(text: string, { range: [start] }: Pick<CodeBlock, 'range'>): Opening {
  const [, lead = '', marks = '', word = '', more = ''] = opening.exec(text.slice(start, start + 200)) ?? []
  // `rust, editable`: a comma parts the language from what else is said of the block.
  const language = more === '' ? word : word.replace(/(?<=\w),$/, '')
  const at = start + lead.length
  return { marks, word, language, languageRange: [at, at + language.length] }
}
