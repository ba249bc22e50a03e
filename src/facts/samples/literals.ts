import { looksLikeJson } from '../../parse/sample.ts'
import type { Sample } from '../../types.ts'
import type { CodeBlock } from './blocks/code.ts'
import { behindLabel } from './labels.ts'
import { isAnotherNotation } from './other-notations.ts'
import { read } from './reading.ts'

/** `{ lid: 'flat'`: so begins a literal that is no JSON, or a list of them. */
const opening = /^\s{0,99}(?:\[\s{0,99})?\{\s{0,99}['A-Za-z_$][\w$' -]{0,60}:/
const commaAtEnd = /,[ \t]*\n/

/**
 * An object literal counts as a sample where it happens to be JSON, or would be with the commas and the rest that no literal
 * does without, and without the capital letters of another language.
 */
export function fromLiteral(block: CodeBlock): Sample[] {
  const { shown, role } = behindLabel(block)
  const isJson = looksLikeJson(shown.value)
  if (!isJson && !isLiteral(block)) return []
  const asJson = isJson ? read(block, 'fence', shown) : undefined
  if (asJson && !asJson.error) return asJson.json ? [{ ...asJson, role }] : []
  const literal = read(block, 'fence', shown, 'json5')
  const isWrong = asJson ? breaksLiteral(literal, block) : onlyLacksCommas(literal)
  return isWrong ? [{ ...literal, role }] : []
}

/** Whether a block shows an object as a program has it, and its lines end in commas. */
function isLiteral({ language, value }: CodeBlock): boolean {
  return /^(?:js|javascript|node)$/.test(language) && opening.test(value) && commaAtEnd.test(value)
}

/** Names without quotes are no mistake of a literal; who ends some lines in commas means to end all of them so. */
function onlyLacksCommas({ error, tolerated }: Sample): boolean {
  const faults = error?.fix ? [error, ...(error.others ?? [])] : []
  return (
    faults.length > 0 &&
    faults.every(({ cause }) => cause === 'missing comma') &&
    tolerated.every((it) => it === 'comment')
  )
}

/** What no object literal does without. */
const inNoLiteral = /^(?:unclosed \w+|unterminated string|missing (?:colon|quote|value)|not an object|key in array)$/

/** Whether an object that is no JSON is no literal either. */
function breaksLiteral(literal: Sample, block: CodeBlock): boolean {
  if (!literal.error) return false
  const { cause, found = '', fix } = literal.error
  if (cause === 'missing comma') return fix !== undefined
  if (inNoLiteral.test(cause)) return !mayBeCut(literal, cause) && !isAnotherNotation(literal, literal.error, block)
  // `"lid": "flat".`: what parts the members of a type in TypeScript does not part those of an object.
  if (cause === 'stray character') return found === '.' || (found === ';' && !/^ts|typescript/.test(block.language))
  return cause === 'misspelt literal' && /^(?:True|False|TRUE|FALSE|NULL)$/.test(found)
}

/** What is left out may have had the end of an object. */
function mayBeCut({ tolerated }: Sample, cause: string): boolean {
  return cause.startsWith('unclosed') && tolerated.includes('ellipsis')
}
