import type { Limits } from '../../types.ts'

/** What a description says that a value keeps to: "Maximum length: 40 characters", "between 1 and 10"; or its type, which may be rules. */
export function limitsIn(description: string, type: string): Limits | undefined {
  if (!/\d/.test(description)) return ruleLimits(type)
  const limits = { maxLength: maximumLength(description), ...rangeIn(description) }
  return Object.values(limits).some((it) => it !== undefined) ? limits : ruleLimits(type)
}

/** "Maximum length: 40 characters", "up to 8 characters". */
function maximumLength(description: string): number | undefined {
  if (!description.includes('char')) return undefined
  const limit = /\b(?:max(?:imum)?(?: length)?|up to|at most)[ :.of]{1,6}(\d{1,5})[ -](?:alphanumeric )?char/i.exec(
    description,
  )
  return limit ? Number(limit[1]) : undefined
}

/** `required|string|max:255` in place of a type: of a string, such rules count the characters. */
function ruleLimits(type: string): Limits | undefined {
  const most = type.includes('max:') ? /[|/] ?max:(\d{1,9})\s*(?:$|[|/])/.exec(type)?.[1] : undefined
  if (most === undefined) return undefined
  if (/(?:^|[|/]) ?string ?[|/]/.test(type)) return { maxLength: Number(most) }
  return /(?:^|[|/]) ?(?:integer|numeric) ?[|/]/.test(type) ? { maximum: Number(most) } : undefined
}

const number = String.raw`[\x60*]{0,3}(-?\d{1,9}(?:,\d{3}){0,3}(?:\.\d{1,6})?)[\x60*]{0,3}`
/** A word behind the number says of what it is one: "at least 1 item", "up to 5 MB". */
const end = String.raw`(?:,? ?\(?inclusive(?:ly)?\)?)?(?=\s{0,9}(?:$|[|)\]<\n]|[.,;](?:\s|$))|,? \(?or )`
const both = new RegExp(
  String.raw`(?:\b(?:between|range(?: is| of)?:?|values?(?: (?:from|of))?:?|number from|integer from) |\()${number} ?(?:and|to|through|-|–|\.{2,3}) ?${number}${end}`,
  'i',
)
/** `mínimo: 1`, `minimum : 1`, `最大50`: some languages set a colon off, and some have no blanks; `1.000` is a thousand in many. */
const elsewhere = (words: string) => String.raw`(?<!\p{L})(?:${words}) ?[:：]? ?(?!\d{1,3}\.\d{3}(?!\d))`
const least = new RegExp(
  String.raw`(?:\b(?:min(?:imum)?(?:(?: allowed)? value)?(?: is| of|:)?|at least|greater than or equal to) |${elsewhere('m[ií]nim[oa]|minimum|minimal|mindestens|мин(?:имум|[.])|最小值?')})${number}${end}`,
  'iu',
)
const most = new RegExp(
  String.raw`(?:\b(?:max(?:imum)?(?:(?: allowed)? value)?(?: is| of|:)?|at most|no (?:more|greater) than|less than or equal to) |${elsewhere('m[aá]xim[oa]|maximum|maximal|höchstens|макс(?:имум|[.])|最大值?')})${number}${end}`,
  'iu',
)
/** What the numbers count is something else than the value. */
const isOther =
  /\b(?:length|char(?:acter)?s?|long|digits?|letters?|items?|elements?|entries|days?|if|when|unless|car[aá]cter(?:es)?|caract[eè]res?|zeichen|länge|longitud|longueur|d[ií]gitos?|comprimento|tamanho|tamaño|ite[mn]s|elementos?|d[ií]as?|se|si|cuando|quando|wenn)\b|символ|знак|длин|[文字符桁件长長度]/i

function rangeIn(description: string): Omit<Limits, 'maxLength'> | undefined {
  if (isOther.test(description)) return undefined
  const [, from, to] = both.exec(description) ?? []
  const minimum = from ?? least.exec(description)?.[1]
  const maximum = to ?? most.exec(description)?.[1]
  if (minimum === undefined && maximum === undefined) return undefined
  // "1 to 10, or 0 to turn it off", "-1 for no limit": a value by itself.
  const others = Array.from(description.matchAll(/(?<![\w.,-])(?:0|-1)(?![\w.,])/g), ([it]) => Number(it))
  return {
    minimum: minimum === undefined ? undefined : Math.min(numberOf(minimum), ...others),
    maximum: maximum === undefined ? undefined : Math.max(numberOf(maximum), ...others),
  }
}

function numberOf(written: string): number {
  return Number(written.replaceAll(',', ''))
}
