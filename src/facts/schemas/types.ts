import { isSwapped, nearest } from '../../spelling.ts'
import type { FieldType } from '../../types.ts'
import { knownWords } from './known-words.ts'

type Kind = NonNullable<FieldType['kinds']>[number]

/**
 * The many spellings of a few types. A date is a string as a rule, and a number where somebody counts seconds; a hash is a
 * table, or what is left of a password.
 */
const spellings: ReadonlyMap<string, Kind[]> = new Map(
  (
    [
      [
        ['string'],
        'string str text varchar nvarchar char uuid guid uri url email base64 binary html markdown texto cadena cadeia chaîne zeichenkette stringa streng строка chuỗi 字符串 字符型 字串 文字列 文字列型 문자열',
      ],
      [['string', 'number'], 'date datetime time timestamp duration nummer'],
      [
        ['number'],
        'integer int int32 int64 long short number decimal double float numeric entero inteiro número entier ganzzahl intero decimale decimaal число целое 整数 整数型 整型 长整型 浮点数 浮点型 数字 数值 数値 数値型 整數 浮點數 數字 정수 실수 숫자',
      ],
      [
        ['boolean'],
        'boolean bool booleano booleana booléen booleen wahrheitswert булево булев логический 布尔 布尔值 布尔型 布尔类型 布林 布林值 真偽値 論理値 불리언 부울',
      ],
      [['object'], 'object map dict dictionary objeto objet objekt oggetto объект 对象 物件 オブジェクト 객체'],
      [['object', 'string'], 'hash'],
      [['array'], 'array list collection liste lista tableau arreglo массив mảng 数组 列表 陣列 配列 배열'],
      [['null'], 'null nil none'],
    ] as [Kind[], string][]
  ).flatMap(([kinds, words]) => words.split(' ').map((word): [string, Kind[]] => [word, kinds])),
)

/** The words for types that sentences have, too, as a part of a pattern. */
export const typeWords = '(?:string|integer|int|number|boolean|bool|object|array)'
/** Whether one of them stands somewhere. */
export const isPlainType = new RegExp(`\\b${typeWords}\\b`, 'i')

/** What a type cell says: `undefined` kinds where it says nothing that can be checked. */
export const readType = knownWords(typeOf)

/**
 * `[Collection](entities/collection)`: a type of the site's own that leads to its page, whatever the word means elsewhere.
 * A time that leads somewhere may well be an object, with its start and its end.
 */
export function readLinkedType(text: string, targets: readonly string[]): FieldType {
  const type = readType(text)
  if (targets.length === 0) return type
  if (/^(?:time|duration)$/i.test(text)) return {}
  const name = text.trim().toLowerCase()
  // `[Number format](#number-format)`: what is called so is told there.
  if (name.includes(' ') && targets.some((it) => nameOf(it) === name.replaceAll(' ', '-'))) return {}
  const isMany = type.kinds?.some((it) => it === 'array' || it === 'object') ?? false
  return isMany && targets.some((it) => nameOf(it) === text.toLowerCase()) ? {} : type
}

/** What a type is together with what is said beside it. */
export function withContent(type: FieldType, said: string): FieldType {
  if (type.kinds?.length !== 1) return type
  // "Stringified JSON array": a string is sent, and a sample shows what is in it.
  if (type.kinds[0] === 'string' && /json/i.test(said) && jsonAsText.test(said))
    return { kinds: ['string', 'object', 'array'] }
  return type.kinds[0] === 'boolean' && asDigit.test(said) ? { kinds: ['boolean', 'number'] } : type
}

/** "1 for open or 0 for closed", "0/1", "Set to `1` to open it": a truth that is written as a digit. */
const asDigit =
  /(?<![\w.-])(?:([01])(?![\w%]|\.\d|,\d{3}).{1,60}?(?<![\w.-])(?!\1)[01](?![\w%]|\.\d|,\d{3})|(?<=\b(?:set|pass|send|use|specify)(?: it| this)?(?: to| as)? [`"']?)[01](?=[`"']?(?: to\b| if\b| when\b|[.,)|]|$)))/i

const jsonAsText =
  /\b(?:stringified|serialized|(?:ur[il]|json)[- ]?encoded|escaped)\b[^.\n]{0,40}\bjson\b|\bjson\b[ -](?:string(?:ified)?\b|(?:\w{1,12} ){0,2}(?:stringified|serialized|encoded)\b)/i

/** Whether a value may have fields of its own: what says no type may be anything. */
export function mayHoldFields({ kinds }: FieldType): boolean {
  return !kinds || kinds.includes('object') || kinds.includes('array')
}

/** What a link's target is called. */
function nameOf(url: string): string {
  const name = url.split(/[/#]/).findLast((it) => it !== '') ?? ''
  return name.replace(/\.[a-z]+$/i, '').toLowerCase()
}

/** `String(Boolean)`, `string (number)`: nobody can tell which of the two is sent. */
const eitherScalar =
  /^[\s*_`]*(?:string|text)[*_`]*\s*\(\s*(boolean|bool|number|integer|int|decimal|float)\s*\)[\s*_`]*$/

function typeOf(text: string): FieldType {
  const said = withoutRules(text.toLowerCase())
  // `map[string][]string`: whatever it holds, a map is an object.
  if (/^[\s*_`]*(?:hash|tree)?map\s*[[<]/.test(said)) return { kinds: ['object'] }
  const other = said.length > 40 ? undefined : eitherScalar.exec(said)?.[1]
  if (other !== undefined) return { kinds: ['string', ...(spellings.get(other) ?? [])] }
  // `(string)`: nothing stands outside.
  const lower = said
    .replace(/^\s*\(([^()]{1,40})\)\s*$/, '$1')
    .replace(/\([^)]{0,200}\)|<[^>]{0,80}>(?=.)|\bnullable\b|\brequired\b|\boptional\b|\| ?(?:undefined|null)\b/g, ' ')
  const plain = lower
    .replace(/[*_`"']/g, '')
    .replace(orNone, '')
    .trim()
  if (plain === '' || plain.length > 80 || elsewhere.test(plain)) return {}
  if (/\b(?:array|list|collection)\b|\[\s*\]|^\[[\w .-]+\]$/.test(plain) && !isChoice.test(plain)) {
    if (listOfLists.test(plain)) return { kinds: ['array'], items: ['array'] }
    const rest = plain.replace(/\b(?:array|list|collection|of|an?)\b|[[\]<>():]/g, ' ').trim()
    const items = rest === '' ? undefined : union(rest.replace(/s$/, ''))
    return { kinds: ['array'], items }
  }
  const kinds = union(plain)
  return kinds ? { kinds } : { misspelt: misspelt(plain) }
}

/** `(See list of job types)`: where the type is told, and not what it is. */
const elsewhere = /^(?:see|refer)\b/

/** `nullable/string/max:255`, `required|integer`: rules of a validator, of which one is the type. */
function withoutRules(said: string): string {
  return /[|/]/.test(said) ? said.replace(validation, '').replace(/^[|/] ?/, '') : said
}

const validation =
  /(?:^|[|/]) ?(?:nullable|required|optional|sometimes|filled|(?:max|min|size|digits):\d{1,9}) ?(?=$|[|/])/g

/** `String, or null if there is none`: when nothing is sent is no matter of the type. */
const orNone = / ?,? or (?:null|nil) (?:if|when|where|for|unless)\b.{0,80}$/

/** `array or object`, `object/array`: of which a list is one; but `array of string/int` is a list of either. */
const isChoice = /\bor\b|\||^\w+ ?\/|(?:\b(?:array|list|collection)|\]) ?\//

/** `array [ array [ string ] ]`, `list of lists`, `string[][]`. */
const listOfLists = /\b(?:array|list)[\s[<(]{1,6}(?:of (?:an? )?)?(?:array|list)s?\b|\[\s*\]\s*\[\s*\]/

function union(text: string): Kind[] | undefined {
  const all = text.split(/\s*(?:\bor\b|\||,|\/|&|\+|\n)\s*/).map(single)
  const known = all.filter((it) => it !== undefined)
  return known.length === all.length && known.length > 0 ? [...new Set(known.flat())] : undefined
}

/** "Time interval", "Text block": no longer what the word before is. */
const ownThing = /^(?:block|interval|marker|period|range|span|window)$/

/** One type, whatever is said of its size or format: `string(32)`, `date time`, `Label object`. */
function single(text: string): Kind[] | undefined {
  const words = text.split(/[\s\-:;.：]+/).filter(Boolean)
  const [first = ''] = words
  const exact = spellings.get(words.join('')) ?? spellings.get(first)
  // "decimal formatted string": the last word says what it is, whatever is in it. Of "number string" nobody can tell.
  if (words.length > 1 && words.length < 5 && words.at(-1) === 'string' && first !== 'string')
    return words.length === 2 && exact ? [...new Set<Kind>(['string', ...exact])] : ['string']
  if (words.length === 2 && ownThing.test(words[1] ?? '')) return undefined
  if (exact) return words.length > 1 && words.includes('object') ? ['object'] : exact
  if (words.length === 2 && words[1] === 'object') return ['object']
  return /^string(?:length)?\d/.test(first) ? ['string'] : undefined
}

const common = ['string', 'boolean', 'integer', 'number', 'object', 'array', 'datetime', 'decimal']

/** The type that an unknown word must have meant: one that stands alone, or before what a list holds. */
function misspelt(text: string): string | undefined {
  const [, word = '', held] = /^([a-z]{4,10})( of [\w .:-]+| ?(?:\[[\w .:,-]+\]|<[\w .:,-]+>))?$/.exec(text) ?? []
  // `array of Pot or Lid`: what nobody can read is what it holds.
  if (spellings.has(word)) return undefined
  if (held !== undefined) return isSwapped(word, 'list') ? 'list' : nearest(word, ['array', 'collection'], 1)
  const near = nearest(word, common, 1)
  return near === `${word}s` || word === `${near}s` ? undefined : near
}
