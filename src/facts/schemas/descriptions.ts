import type { Field } from '../../types.ts'
import { requiredness } from './demand.ts'
import { limitsIn } from './limits.ts'
import { supportedValues } from './values.ts'

/** What a description says of its field, its type left out. `shown` is the same without its marks. */
export function saidIn(raw: string, shown = raw): Pick<Field, 'values' | 'default' | 'limits' | 'required'> {
  return {
    values: supportedValues(raw, shown),
    default: defaultValue(raw),
    limits: limitsIn(raw),
    required: requiredness(undefined, raw),
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
