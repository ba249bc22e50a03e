import { readBlockYaml } from './yaml/block.ts'
import { readByLibrary } from './yaml/library.ts'
import { failure, type ParsedYaml } from './yaml/parsed.ts'

/** Larger documents are data, not configuration. */
const maxLength = 1024 * 1024

/** YAML (and so JSON) with positions. `offset` is where `text` starts in its document. Never throws. */
export function parseYaml(text: string, offset = 0): ParsedYaml {
  if (text.length > maxLength)
    return { ...failure([offset, offset], `the YAML is longer than ${maxLength} characters`), isTooLong: true }
  const data = readBlockYaml(text, offset)
  return data ? { data, errors: [] } : readByLibrary(text, offset)
}
