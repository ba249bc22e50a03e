import type { Field, Range, Schema } from '../../../types.ts'
import { describedField } from '../descriptions.ts'

/** What a tag says of the field that it documents, whatever its notation. */
interface FieldTag {
  range: Range
  nameRange: Range
  type: { value: string; range: Range } | undefined
  /** Absent where no attribute says it: then the text behind the tag may. */
  required: Field['required'] | undefined
  place: string | undefined
  default: string | undefined
  /** The text behind the tag. */
  said: string
}

export function tagField(path: string[], { range, nameRange, type, place, said, ...own }: FieldTag): Field {
  const typed = { typeText: type?.value ?? '', typeRange: type?.range ?? nameRange }
  const field = describedField({ path, range, nameRange, ...typed, place }, said)
  return { ...field, required: own.required ?? field.required, default: own.default || field.default }
}

/** What stands behind a tag, up to where it is closed. */
export function saidBehind(text: string, at: number, closing: string): string {
  return (
    text
      .slice(at, at + 1000)
      .split(closing, 1)[0]
      ?.trim() ?? ''
  )
}

/** Puts the fields of one more tag behind those of the tags before it, with which they are one schema. */
export function addFields(found: Map<string, Schema>, key: string, own: Schema): void {
  const known = found.get(key)
  if (!known) {
    found.set(key, own)
    return
  }
  known.fields.push(...own.fields)
  known.range = [known.range[0], own.range[1]]
}
