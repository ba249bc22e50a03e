import { readType, typeWords } from './types.ts'

/** ` (required)` says no type, and a type may stand behind it: ` (required) (string)`, ` (optional): number`. */
const demand = /^\s*(?:\((?:required|optional|mandatory)\)|\[(?:required|optional|mandatory)\])/i

/** `(string: <required>)`, `(string)`, `{ String }`, `[string]`, `string –`, `(string: "" or list: [])`, `String or Array of Strings.` */
export function typeIn(words: string): string {
  const rest = words.replace(demand, '')
  const parenthesis = /^\W{0,3}[({]([^(){}]{1,60})[)}]/
    .exec(rest)?.[1]
    ?.replace(/^(?:required|optional|mandatory), ?/i, '')
  const bracket = /^\W{0,3}\[([A-Za-z][\w ]{1,40})\]/.exec(rest)?.[1]
  const word =
    (parenthesis && !isRemark(parenthesis) ? parenthesis : undefined) ??
    (bracket && readType(bracket).kinds !== undefined ? bracket : undefined) ??
    spokenType.exec(rest)?.[1] ??
    dashedType.exec(rest)?.[1] ??
    ''
  return word
    .split(/ or | ?\| ?/)
    .map((it) => it.replace(/[:,].*/, '').trim())
    .join(' or ')
}

/** `(restarts the server)`: several words, of which none says a type. */
function isRemark(parenthesis: string): boolean {
  return (
    /^[^,:<`]*\w \w/.test(parenthesis) &&
    !/\b(?:required|optional|default)\b/i.test(parenthesis) &&
    readType(parenthesis).kinds === undefined
  )
}

/** "map rooms to floors", "list all rooms": before another word they are verbs. */
const listOrMap = '(?:list|map)(?!\\s+(?!(?:of|or|with|containing|keyed|that|from|to|in|for|where|which)\\b)[a-z])'

const spoken = `(?:${typeWords}(?: array)?|${listOrMap})\\b`
const spokenType = new RegExp(`^\\s*:?\\s*(${spoken}(?!-\\w)(?: or (?:an? )?${spoken})?)`, 'i')

/** ` - string - what it is`: behind a dash, a type is a word of its own. */
const dashedType = new RegExp(`^\\s*[-–—]\\s+(${typeWords})\\b(?=\\s*(?:[-–—,.;:(]|$))`, 'i')
