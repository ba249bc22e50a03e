import type { JsonNode, Range } from '../../types.ts'

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

export function failure(range: Range, message: string): ParsedYaml {
  return { errors: [{ range, message }] }
}
