import type { Field } from '../../types.ts'

/** What stands in a column for what is required, in a few languages. */
const yes =
  /^(?:y|yes|true|required|mandatory|x|✓|✔|✅|r|m|sim|s[ií]|ja|oui|evet|zorunlu|да|是|必填|必须|はい|必須|예|필수)\.?$/
const no =
  /^(?:n|no|false|optional|o|-|–|✗|❌|n[ãa]o|nein|non|hayır|opsiyonel|isteğe bağlı|нет|否|可选|选填|任意|いいえ|선택)?\.?$/

/** Read from the column for it, or else from the description, in which a condition behind the word makes it another statement. */
export function requiredness(column: string | undefined, description: string): Field['required'] {
  const cell = column?.toLowerCase().trim()
  if (cell !== undefined) {
    if (yes.test(cell)) return 'yes'
    if (no.test(cell)) return 'no'
    return 'conditional'
  }
  const badge = description.includes('</') ? shown.exec(description)?.[2]?.toLowerCase() : undefined
  if (badge !== undefined) return badge === 'required' || badge === 'mandatory' ? 'yes' : 'no'
  const start = description.slice(0, 200)
  if (/^[\s|(*_]*(?:optional|read[ -]?only)(?:\b|_)/i.test(start)) return 'no'
  if (!/required/i.test(start)) return 'unknown'
  const marked = /\*\*\s*required\b[^*]{0,80}\*\*|<required>|\{\{<\s*required|^[\s|(]*required\b/i.exec(start)
  if (!marked) return 'unknown'
  const after = start.slice(marked.index, marked.index + marked[0].length + 60)
  if (/\b(?:if|when|unless|for|either|only|depending|provided|one of|at least)\b/i.test(after)) return 'conditional'
  return /\beither\b|\bauto-?generated\b|\bonly the\b/i.test(description) ? 'conditional' : 'yes'
}

/** `<i class="label">required</i>`: an element for the word, wherever in the description it stands. */
const shown =
  /<([a-z]{1,10})\b[^<>]{0,100}>\s*(required|mandatory|optional|read[ -]?only)\s*<\/\1>(?![ ,]*(?:if|when|unless|for|either|only)\b)/i

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

/** "Maximum length: 40 characters", "up to 8 characters". */
export function maximumLength(description: string): number | undefined {
  if (!description.includes('char')) return undefined
  const limit = /\b(?:max(?:imum)?(?: length)?|up to|at most)[ :.of]{1,6}(\d{1,5})[ -](?:alphanumeric )?char/i.exec(
    description,
  )
  return limit ? Number(limit[1]) : undefined
}
