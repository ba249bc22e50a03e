import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { JsonNode, Range } from '../types.ts'
import type { ParsedYaml } from './yaml/parsed.ts'

/** JSON as people write configuration: comments and trailing commas are welcome. Never throws. */
export function parseJsonc(text: string): ParsedYaml {
  const problems: ParseError[] = []
  const root = parseTree(text.replace(/^\ufeff/, ' '), problems, { allowTrailingComma: true, allowEmptyContent: true })
  if (problems.length === 0) return { data: root && convert(root), errors: [] }
  return {
    errors: problems.slice(0, 1).map(({ error, offset, length }) => ({
      range: [offset, offset + Math.max(length, 1)],
      message: `not JSON: ${words(printParseErrorCode(error))}`,
    })),
  }
}

/** `CommaExpected` → "comma expected". */
function words(name: string): string {
  return name.replace(/(?<!^)[A-Z]/g, (it) => ` ${it}`).toLowerCase()
}

function convert(node: Node): JsonNode {
  const range: Range = [node.offset, node.offset + node.length]
  if (node.type === 'array') return { kind: 'array', range, items: (node.children ?? []).map(convert) }
  if (node.type === 'object') {
    const members = (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
      key && value
        ? { key: String(key.value), keyRange: [key.offset, key.offset + key.length] as Range, value: convert(value) }
        : [],
    )
    return { kind: 'object', range, members }
  }
  if (node.type === 'string' || node.type === 'number' || node.type === 'boolean') {
    return { kind: node.type, value: node.value, range }
  }
  return { kind: 'null', value: null, range }
}
