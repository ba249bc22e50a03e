import type { Field } from '../../types.ts'

/** What says that a field has to be there, and that it need not be, in the languages that documentation is written in: parts of expressions. */
export const requiredWords =
  'required|mandatory|erforderlich|obligatorisch|pflicht(?:feld)?|obligatoire|requise?|obligat[oó]ri[oa]|requerid[oa]|obrigat[oó]ri[oa]|zorunlu|obbligatori[oa]|wajib|wymagan[aey]|bắt buộc|обязательн[а-я]{1,4}|обов.язков[а-яі]{1,3}|必填|必须|必选|必要|必需|必传|必須|必選|필수'
export const optionalWords = `(?:not|no|n[ãa]o|non|nicht|nie|не|tidak|không) (?:${requiredWords})|optional|optionnel(?:le)?|facultati(?:f|ve)|facultativo|opcional|opsiyonel|facoltativ[oa]|opzionale|isteğe bağlı|opsional|opcjonaln[aey]|tùy chọn|необязательн[а-я]{1,4}|可选|选填|非必[填须选需传]|可選|選填|任意|선택`
/** Either of the two. */
export const demandWords = `${requiredWords}|${optionalWords}`

/** What stands in a column for what is required. */
const yes = new RegExp(
  `^(?:y|yes|true|x|○|◯|〇|✓|✔|✅|r|m|sim|s[ií]|sì|ja|oui|evet|ya|tak|có|да|так|是|はい|예|${requiredWords})\\.?$`,
)
const no = new RegExp(
  `^(?:n|no|false|o|-|–|✗|❌|n[ãa]o|nein|non|hayır|tidak|nie|không|нет|ні|否|いいえ|아니[오요]|${optionalWords})?\\.?$`,
)

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

const typeBehind = '(?:\\s(?!if|when|unless)[a-z]{3,10})?'
const requiredBehind = new RegExp(`^\\s*\\*|\\*\\s*$|\\s\\W?(?:${requiredWords})\\W?${typeBehind}$`, 'i')
const optionalBehind = new RegExp(`\\?\\s*$|\\s\\W?(?:${optionalWords})\\W?${typeBehind}$`, 'i')

/** An asterisk beside a name says "required", a question mark "optional"; or the word stands behind it or in a line below, with its type. */
export function markedDemand(name: string): Field['required'] {
  // Most names are one word.
  if (/^\w*$/.test(name)) return 'unknown'
  // `lid (not required)`: first what has the other word in it.
  if (optionalBehind.test(name)) return 'no'
  return requiredBehind.test(name) ? 'yes' : 'unknown'
}
