import type { JsonError, Sample } from '../../types.ts'
import type { CodeBlock } from './blocks/code.ts'

type Block = Pick<CodeBlock, 'language' | 'value'> & Pick<Sample, 'tolerated'> & { found: string }

/** By the cause of a fault, what tells that the writer meant another notation. */
const meant: Partial<Record<JsonError['cause'], (it: Block) => boolean>> = {
  // `"count": number of orders,` tells what stands there, in prose. A program counts: `3 * 7`.
  'bare word': ({ language, found }) => language === '' && /^(?:[a-z]+(?: [\w-]+){2}|[\w.]+ [-+*/%] )/.test(found),
  // `"a:*" -> "a:1"` tells what becomes of what.
  'unescaped quote': ({ found }) => /^(?:[-=]>|→)/.test(found),
  // `["note": <text>,]` is a member that may be left out.
  'missing key': ({ found, value }) => found === '[' && /^[ \t]*\[[ \t]*"[^"\n]{1,100}"[ \t]*:/m.test(value),
  // What a program printed in one line, broken where the page ends.
  'line break in string': ({ language, value }) => language !== '' && !/^[ \t]+"/m.test(value),
  'unquoted key': ({ value }) => !/["”][ \t]*:/.test(value),
  // An array as a library prints it: `[0. 1.]`.
  'malformed number': ({ value }) => /[\d.][ \t]+-?\d/.test(value) && !/["'{}]/.test(value),
  // `[:pots, :lids]`: symbols of Ruby.
  'stray character': ({ language, value }) => language === '' && /\[:@?\w+[,\]]/.test(value),
  'trailing comma': ({ language, value, tolerated }) =>
    value.trimEnd().endsWith(';') ||
    (language === '' && (isHabit(value) || (tolerated.includes('comment') && isOfEditor(value)))),
}

/** A block that promises nothing may look like JSON, and be what a program prints, or an object literal. */
export function isAnotherNotation(
  { tolerated }: Sample,
  { cause, found = '' }: JsonError,
  { language, value }: CodeBlock,
): boolean {
  if (language === '' && (ofLists.test(value) || ofParts.test(value))) return true
  // Whatever stands in place of values, no notation has names in the brackets of a list.
  if (language === '' && cause !== 'key in array' && ofTypes.test(value)) return true
  // A piece of what a program printed in one line: what a comma follows goes on.
  if (cause.startsWith('unclosed')) return language !== '' && value.trimEnd().endsWith(',')
  return meant[cause]?.({ language, value, tolerated, found }) ?? false
}

/** "json http" above an object: Stoplight makes a form of it, and reads it as YAML, which knows neither quotes that must be nor commas too many. */
export function isOfRequestMaker({ language, meta, value }: CodeBlock): boolean {
  return language === 'json' && /^http(?=\s|$)/.test(meta) && /^\s*\{/.test(value)
}

/** `"id": string,` says of which type a value is. */
export const ofTypes =
  /"[ \t]{0,9}:[ \t]{0,9}(?:string|integer|number|boolean|bool|int(?:32|64)?|float(?:32|64)?)[ \t]{0,9}(?:,|[\r\n}])/i
/** `"ids": []string`, `"limits": map[string]int`, `interface{}`: so does Go. */
const ofLists = /"[ \t]{0,9}:[ \t]{0,9}(?:\[\][\w{]|map\[\w|interface\{)/

/** `("name": <string>,)?`, `[ (<string>,)* ]`: a grammar says what may be left out, and what may come again. */
const ofParts = /\([^()\n]{1,200}\)[?*+][ \t]{0,9}(?:[,\]}\r\n])/

/** A comma behind each last one, or a remark behind a hash: literals of a language whose writers end lines so. */
function isHabit(value: string): boolean {
  if (/[,{[][ \t]{1,9}#[ \t]/.test(value)) return true
  const commas = Array.from(value.matchAll(/,\s*[}\]]/g)).length
  return commas > 4 && !/[^,\s{[][ \t]{0,99}\n[ \t]{0,99}[}\]]/.test(value)
}

/** Comments on lines of their own, and commas behind the last more than once: a file whose reader takes more than JSON, such as the settings of an editor. */
function isOfEditor(value: string): boolean {
  return /^[ \t]*\/\//m.test(value) && Array.from(value.matchAll(/,\s*[}\]]/g)).length > 1
}
