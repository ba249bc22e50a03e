import type { JsonNode, Range } from '../types.ts'
import { readBlockYaml } from './yaml/block.ts'
import { failure, readByLibrary } from './yaml/library.ts'

export interface YamlError {
  range: Range
  message: string
}

export interface ParsedYaml {
  /** Absent when the text is empty or not YAML. */
  data?: JsonNode
  errors: YamlError[]
  /** Nobody looked whether it is YAML. */
  isTooLong?: true
}

/** Larger documents are data, not configuration. */
const maxLength = 1024 * 1024

/** YAML (and so JSON) with positions. `offset` is where `text` starts in its document. Never throws. */
export function parseYaml(text: string, offset = 0): ParsedYaml {
  if (text.length > maxLength)
    return { ...failure([offset, offset], `the YAML is longer than ${maxLength} characters`), isTooLong: true }
  const data = readBlockYaml(text, offset)
  return data ? { data, errors: [] } : readByLibrary(text, offset)
}
