import type { JsonNode, Range } from '../../types.ts'
import { refuse } from './lines.ts'

const integer = /^[-+]?\d+$/
const decimal = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/

/** A plain scalar of one line, as YAML 1.2 types it. */
export function typed(word: string, range: Range): JsonNode {
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(word)) {
    return { kind: 'boolean', value: word.toLowerCase() === 'true', range }
  }
  if (/^(?:~|null|Null|NULL)$/.test(word)) return { kind: 'null', value: null, range }
  if (/^(?:[-+]?\.(?:inf|nan)|0[ox][\da-f]+)$/i.test(word)) refuse()
  if (integer.test(word) || decimal.test(word)) return { kind: 'number', value: Number(word), range }
  return { kind: 'string', value: word, range }
}

/** A key as it is compared: one that is no word is written anew. */
export function plainWord(word: string): string {
  const node = typed(word, [0, 0])
  if (node.kind === 'string') return word
  return node.kind === 'number' && /^(?:0|[1-9]\d{0,14})$/.test(word) ? word : refuse()
}

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\', '/': '/' }

export function unescaped(value: string, mark: string): string {
  if (mark === "'") return value.replaceAll("''", "'")
  return value.includes('\\') ? value.replace(/\\(.)/g, (_, it: string) => escapes[it] ?? refuse()) : value
}
