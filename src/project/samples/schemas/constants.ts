import { member, text as textOf } from '../../../parse/json.ts'
import type { Document, JsonNode, Schema } from '../../../types.ts'

/** Of several values that something must be, none is the only one. */
const only =
  /\bmust (?:always )?be (?:set to )?[`"']{1,3}([\w.-]{1,60})[`"'](?![`"']{0,2}(?:, ?(?:or )?| or | ?\/ ?)[`"'])/i

/**
 * Whether objects are of another kind than a schema describes: of what one field tells apart ("`kind` must be `x`"), they
 * show another value.
 */
export function isAnotherKind({ text }: Document, { fields }: Schema, nodes: readonly JsonNode[]): boolean {
  return fields.some(({ path: [name = '', ...below], range, values }) => {
    const shown = below.length > 0 || values ? [] : nodes.flatMap((it) => member(it, name) ?? [])
    const constant = shown.length > 0 ? only.exec(text.slice(...range))?.[1] : undefined
    return constant !== undefined && shown.every((it) => (textOf(it) ?? constant) !== constant)
  })
}
