import type { Field } from '../../types.ts'
import { requiredness } from './demand.ts'
import { limitsIn } from './limits.ts'
import { typedValues } from './typed-values.ts'
import { readType } from './types.ts'
import { supportedValues } from './values.ts'

/** What is known of a field beside its description. */
type Known = Pick<Field, 'path' | 'range' | 'nameRange' | 'typeText' | 'typeRange'> & Partial<Field>

/** A field of which a text says all that no place is for. `shown` is the text without its marks. */
export function describedField(known: Known, raw: string, shown = raw): Field {
  return {
    type: known.type ?? readType(known.typeText),
    links: [],
    format: '',
    values: supportedValues(raw, shown) ?? typedValues(known.typeText, raw),
    default: defaultValue(raw),
    limits: limitsIn(raw, known.typeText),
    required: requiredness(undefined, raw),
    ...known,
  }
}

/** "Default: `20`", "The default value is 20.", "defaults to `asc`". One word of its own: what comes behind "if" is a condition. */
export function defaultValue(description: string): string | undefined {
  if (!description.includes('efault')) return undefined
  const found =
    /\bdefault(?:s to| value(?: is)?:?| is|:|=)[ *_]{1,4}(?:`([^`\n]{1,40})`|"([^"\n]{1,40})"|([\w-]+)(?=\.?(?:\s*[|)]|\s*$|\. )))/i.exec(
      description,
    )
  const rest = found ? description.slice(found.index + found[0].length, found.index + found[0].length + 40) : ''
  return /\b(?:if|when|unless|for|or)\b/i.test(rest) ? undefined : (found?.[1] ?? found?.[2] ?? found?.[3])
}
