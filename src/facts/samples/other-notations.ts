import type { JsonError, Sample } from '../../types.ts'
import type { CodeBlock } from './code.ts'

/** A block that promises nothing may look like JSON, and be what a program prints, or an object literal. */
export function isAnotherNotation(
  { tolerated }: Sample,
  { cause, found = '' }: JsonError,
  { language, value }: CodeBlock,
): boolean {
  if (language === '' && (ofTypes.test(value) || ofLists.test(value))) return true
  // `"count": number of orders,` tells what stands there, in prose; `"a:*" -> "a:1"` what becomes of what. A program counts: `3 * 7`.
  if (cause === 'bare word') return language === '' && /^(?:[a-z]+(?: [\w-]+){2}|[\w.]+ [-+*/%] )/.test(found)
  if (cause === 'unescaped quote') return /^(?:[-=]>|→)/.test(found)
  // `["note": <text>,]` is a member that may be left out.
  if (cause === 'missing key') return found === '[' && /^[ \t]*\[[ \t]*"[^"\n]{1,100}"[ \t]*:/m.test(value)
  // What a program printed in one line, broken where the page ends.
  if (cause === 'line break in string') return language !== '' && !/^[ \t]+"/m.test(value)
  if (cause === 'unquoted key') return !/["”][ \t]*:/.test(value)
  // An array as a library prints it: `[0. 1.]`.
  if (cause === 'malformed number') return /[\d.][ \t]+-?\d/.test(value) && !/["'{}]/.test(value)
  // A piece of what a program printed in one line: what a comma follows goes on.
  if (cause.startsWith('unclosed')) return language !== '' && value.trimEnd().endsWith(',')
  if (cause !== 'trailing comma') return false
  if (value.trimEnd().endsWith(';')) return true
  return language === '' && (isHabit(value) || (tolerated.includes('comment') && isOfEditor(value)))
}

/** `"id": string,` says of which type a value is. */
export const ofTypes =
  /"[ \t]{0,9}:[ \t]{0,9}(?:string|integer|number|boolean|bool|int(?:32|64)?|float(?:32|64)?)[ \t]{0,9}(?:,|[\r\n}])/i
/** `"ids": []string`, `"limits": map[string]int`, `interface{}`: so does Go. */
const ofLists = /"[ \t]{0,9}:[ \t]{0,9}(?:\[\][\w{]|map\[\w|interface\{)/

/** A comma behind each last one, or a remark behind a hash: literals of a language whose writers end lines so. */
function isHabit(value: string): boolean {
  if (/[,{[][ \t]{1,9}#[ \t]/.test(value)) return true
  const commas = Array.from(value.matchAll(/,\s*[}\]]/g)).length
  return commas > 2 && !/[^,\s{[][ \t]{0,99}\n[ \t]{0,99}[}\]]/.test(value)
}

/** Comments on lines of their own, and commas behind the last more than once: a file whose reader takes more than JSON, such as the settings of an editor. */
function isOfEditor(value: string): boolean {
  return /^[ \t]*\/\//m.test(value) && Array.from(value.matchAll(/,\s*[}\]]/g)).length > 1
}
