import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml'
import type { JsonMember, JsonNode, Range } from '../../types.ts'
import { failure, type ParsedYaml, type YamlError } from './parsed.ts'

/** The limits of `security.md` keep alias bombs harmless. */
const maxDepth = 64

/** All of YAML, its mistakes, and what other readers of YAML take. */
export function readByLibrary(text: string, offset: number): ParsedYaml {
  try {
    const document = compose(text)
    if (document.errors.some(({ message }) => message.includes('call stack'))) throw new RangeError()
    const errors = document.errors.map(({ pos, message }) => ({
      range: [offset + pos[0], offset + Math.max(pos[1], pos[0])] as Range,
      message: firstLine(message),
    }))
    if (errors.length > 0 || !document.contents) return { errors }
    const data = convert(document.contents, { offset, errors }, 0)
    return errors.length > 0 ? { errors } : { data, errors }
  } catch (error) {
    // The library wraps most of what can go wrong; deep nesting surfaces as other classes.
    if (error instanceof RangeError) return failure([offset, offset], 'the YAML is nested too deeply')
    return failure([offset, offset], error instanceof Error ? firstLine(error.message) : 'not readable as YAML')
  }
}

/** The library compares each key with every other one; `convert` finds the doubled ones in linear time. */
const options = { logLevel: 'silent', merge: false, prettyErrors: false, strict: true, uniqueKeys: false } as const

/**
 * Two texts that other readers of YAML take and the library does not, each shown to it in another form of the same
 * length: a tab that indents what stands between brackets, and a quoted text whose next line is indented too little.
 */
function compose(text: string) {
  const document = parseDocument(text, options)
  const other = otherForm(text, document.errors[0]?.code)
  const retried = other === undefined ? document : parseDocument(other, options)
  return retried.errors.length > 0 ? document : retried
}

function otherForm(text: string, code: string | undefined): string | undefined {
  if (code === 'BAD_INDENT' && text.includes('\n\t')) return text.replace(/^\t+/gm, (it) => ' '.repeat(it.length))
  if (code === 'MISSING_CHAR')
    return text.replace(brokenQuote, (it) => it.replace(/\r?\n/g, (end) => ' '.repeat(end.length)))
  return undefined
}

/** A quoted value that goes on for a few lines, none of which could be a key or an item. */
const brokenQuote =
  /^[ \t]*(?:- +)?[\w$./-]+: +"(?:[^"\\\n]|\\[^\n])*(?:\n[ \t]+(?![\w$./-]+:(?: |$)|- )(?:[^"\\\n]|\\[^\n])+){1,20}"[ \t]*\r?$/gm

function firstLine(message: string): string {
  const line = message.split('\n', 1)[0] ?? message
  const cut = line.replace(/ at line \d+, column \d+:?$/, '')
  return cut.charAt(0).toLowerCase() + cut.slice(1)
}

interface Conversion {
  offset: number
  errors: YamlError[]
}

function convert(node: Node | null, to: Conversion, depth: number): JsonNode {
  const [start, end] = node?.range ?? [0, 0]
  const { offset } = to
  const range: Range = [offset + start, offset + end]
  if (depth > maxDepth) throw new Error(`the YAML is nested deeper than ${maxDepth} levels`)
  // An alias would multiply what it points to: rules see it as unknown.
  if (node === null || isAlias(node)) return { kind: 'null', value: null, range }
  if (isSeq(node)) {
    return { kind: 'array', range, items: node.items.map((it) => convert(it as Node, to, depth + 1)) }
  }
  if (isMap(node)) {
    const keys = new Set<string>()
    const members: JsonMember[] = node.items.map(({ key, value }) => {
      const name = convert(key as Node, to, depth + 1)
      const word = 'value' in name ? String(name.value) : ''
      if (isScalar(key)) {
        if (keys.has(word)) to.errors.push({ range: name.range, message: 'map keys must be unique' })
        keys.add(word)
      }
      return {
        key: word,
        keyRange: name.range,
        value: value === null ? { ...name, kind: 'null', value: null } : convert(value as Node, to, depth + 1),
      }
    })
    return { kind: 'object', range, members }
  }
  return scalar(isScalar(node) ? node.value : null, range)
}

function scalar(value: unknown, range: Range): JsonNode {
  if (typeof value === 'string') return { kind: 'string', value, range }
  if (typeof value === 'number') return { kind: 'number', value, range }
  if (typeof value === 'boolean') return { kind: 'boolean', value, range }
  return { kind: 'null', value: null, range }
}
