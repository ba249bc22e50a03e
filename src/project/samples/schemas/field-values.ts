import { titleWords } from '../../../facts/sections.ts'
import type { Document, JsonNode, Sample } from '../../../types.ts'

/**
 * `#### glaze` below a table with a row of that name: what stands there is the field's value, and no body of a call. Nor is an
 * object that has nothing but the place of another one.
 */
export function isFieldValue({ facts }: Document, { section, range }: Sample, json: JsonNode): boolean {
  if (json.kind === 'object' && json.members.length === 1 && json.members[0]?.key === '$ref') return true
  const title = titleWords(facts.sections[section]).replaceAll('`', '')
  const [start, end] = facts.sections[facts.sections[section]?.parent ?? 0]?.range ?? [0, 0]
  return facts.schemas.some(
    ({ range: [at], fields }) =>
      start <= at && at < Math.min(end, range[0]) && fields.some(({ path }) => path.length === 1 && path[0] === title),
  )
}
