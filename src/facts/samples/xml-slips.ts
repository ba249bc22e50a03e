import type { UnclosedElement } from '../../types.ts'
import type { CodeBlock } from './blocks/code.ts'

/** What shows XML says so, or nothing. */
const languages = /^(?:|xml|html|xhtml|soap|wsdl|text|plaintext)$/

/** `<Pot>jar>/Pot>` */
const bare = /<([A-Za-z][\w:.-]{0,80})(?:\s[^<>\n]{0,300})?>[^<>\n]{0,500}>(\/\1>)/g

/** `<Pot colour=“red”>`: from the first quote that is none. */
const curly = /[“”„](?<=<[A-Za-z][\w:.-]{0,40}\s[^<>]{0,200}?(?<![\w:.-])([A-Za-z_][\w:.-]{0,40})\s?=\s?[“”„])/g

/** What nobody can read in a sample of XML: an end tag whose "<" is a ">", and values between the quotes of a word processor. */
export function xmlSlips(blocks: readonly CodeBlock[]): UnclosedElement[] {
  return blocks.flatMap((block) => {
    const { value, language } = block
    if (!languages.test(language) || !/^\s*</.test(value)) return []
    return [...(value.includes('>/') ? withoutBracket(block) : []), ...(/[“”„]/.test(value) ? curlyValues(block) : [])]
  })
}

function withoutBracket({ value, offset }: CodeBlock): UnclosedElement[] {
  return Array.from(value.matchAll(bare), ({ index, 0: all, 1: name = '', 2: end = '' }) => {
    const at = index + all.length - end.length
    return { name, range: [offset(at), offset(at + end.length)], slip: 'no bracket in code' }
  })
}

/** One for the block: whoever pastes one pastes all. */
function curlyValues({ value, offset }: CodeBlock): UnclosedElement[] {
  const [first] = value.matchAll(curly)
  if (!first) return []
  const { index, 1: name = '' } = first
  return [{ name, range: [offset(index), offset(index + 1)], slip: 'curly quotes' }]
}
