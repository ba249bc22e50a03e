import { isMistyped } from '../../../spelling.ts'
import { demandWords, requiredWords } from '../demand.ts'
import { knownWords } from '../known-words.ts'
import { fieldNames } from '../names.ts'
import { isPlainType, readType } from '../types.ts'
import type { Cell } from './cells.ts'

/** Which column of a table says what. */
export interface Columns {
  name: number
  type: number
  format: number
  description: number
  required: number
  place: number
  default: number
  values: number
}

const titlePatterns: [keyof Columns, RegExp][] = [
  [
    'required',
    new RegExp(
      `^(?:¿?(?:${requiredWords}) ?\\??|optional|required ?[/(|].*|optional ?/.*|req\\.?|required\\?.*|zorunlu ?mu\\??|обяз\\.?|是否(?:为)?必[填须須选選要需传傳]|必填[项項]|필수 ?여부)$`,
    ),
  ],
  [
    'default',
    /^(?:default(?: value)?|standardwert|(?:valor )?(?:por defecto|padrão|predeterminado)|(?:valeur )?(?:par )?défaut|(?:valore )?predefinito|(?:значение )?по умолчанию|varsayılan(?: değer)?|(?:giá trị )?mặc định|domyślnie|wartość domyślna|nilai (?:default|bawaan)|默认值?|[預预][設设]值?|デフォルト値?|既定値|初期値|기본 ?값)$/,
  ],
  [
    'place',
    /^(?:in|location|parameter type|param type|passed in|sent in|ubicación|localização|emplacement|posizione|расположение|(?:参数|參數)?位置|위치)$/,
  ],
  [
    'type',
    /^(?:(?:data|value|json|field|property|schema|parameter|attribute|element|object|response)? ?types?(?: ?\/ ?(?:values?|format))?|data ?type|schema|(?:daten)?typ|typ danych|type de données?|tipo(?: d[ei] d?at[oi]s?| de dados?)?|tipe(?: data)?|jenis data|tip|(?:veri )?(?:tipi|türü)|tür|şema|тип(?: даних| данных| поля| параметра| значения)?|kiểu(?: dữ liệu)?|loại|(?:数据|参数|字段|值)?类型|(?:データ)?(?:型|タイプ)|(?:데이터 ?)?(?:타입|유형)|자료형|型別|(?:參數|資料|數據)?類型|資料型別)$/,
  ],
  ['format', /^(?:(?:data )?format|формат|formato|định dạng|格式|形式|フォーマット|형식)$/],
  [
    'values',
    /^(?:(?:(?:allowed|possible|valid|supported|accepted|enum) )?values|enum|mögliche werte|valeurs (?:possibles|autorisées|acceptées)|valores (?:posibles|possíveis|permitidos|aceptados|aceitos)|valori (?:possibili|ammessi)|(?:возможные|допустимые) значения|枚举值?|可选值)$/,
  ],
  [
    'name',
    /^(?:(?:property|field|element|attribute|param(?:eter)?|key|argument|member|relationship|facet|annotation|object|json|variable|query|body|request|response|form|header|structure|input)s?(?: ?(?:name|key|param(?:eter)?s?|fields?|elements?|attributes?|objects?|propert(?:y|ies)))?|key path|json path(?:\/attribute)?|api (?:property|field|name)|(?:response|request) elements?|query string param(?:eter)?s?|(?:item|url) (?:name|param(?:eter)?)|name|naam|feld(?:name)?|eigenschaft|schlüssel|attribut|nom(?: d[ue] (?:champ|paramètre))?|champs?|paramètres?|propriété|clé|(?:nombre|nome)(?: d[eo]l? (?:campo|par[aâá]metro))?|campos?|att?ribut[oi]s?|par[aâá]metros?|propiedad|propriedade|proprietà|clave|chave|chiave|ad[ıi]?|isim|alan(?: adı)?|parametre(?: adı)?|nama(?: (?:parameter|field|kolom))?|nazwa(?: (?:pola|parametru))?|pole|atrybut|parametr[io]?|(?:tên )?(?:trường|tham số|thuộc tính)|tên|(?:название|наименование|имя)(?: (?:поля|параметра|атрибута))?|назва|параметры?|пол[ея]|свойство|атрибут|аргумент|ключ|(?:(?:请求|返回|响应)?(?:参数|字段)|属性|变量|键)名?[称字]?|名称|(?:パラメーター?|フィールド|プロパティ|項目|属性|キー|変数|物理)名?|名前|(?:파라미터|매개 ?변수|필드|속성|항목|변수|키) ?(?:명|이름)?|이름|(?:欄位|參數|屬性)(?:名稱?)?|名稱)$/,
  ],
  [
    'description',
    /^(?:(?:\w+ )?desc.*|meaning|notes?|comments?|details?|definition|explanation|remarks?|purpose|beschreibung|bedeutung|bemerkung(?:en)?|signification|commentaires?|remarques?|détails?|significado|significato|detalles?|detalhes?|observaci[oó]n(?:es)?|observaç(?:ão|ões)|comentarios?|comentários?|descripci[oó]n|descriç[aã]o|descrizione|açıklama(?:sı)?|deskripsi|keterangan|penjelasan|opis|uwagi|znaczenie|mô tả|ý nghĩa|ghi chú|информация|описание(?: поля| параметра)?|комментари[йи]|примечани[ея]|пояснени[ея]|опис|(?:参数?|字段)?(?:说明|描述)|备注|含义|備考|説明|概要|内容|意味|설명|비고|의미|(?:參數|欄位)?(?:說明|描述)|備註|敘述)$/,
  ],
]

/** `:id`, `{id}`: a name as a path writes its parameters. `:any` stands for the keys of a map. */
export const placeholder = /^\s*(?!.any(?:thing|[-_]?(?:key|name))?\b)(?::[A-Za-z_][\w-]*|\{[A-Za-z_][\w-]*\})\s*$/i

const isPlain = /^[\0-\x7f]*$/
const words = titlePatterns.map(([role, { source }]) => ({ role, pattern: new RegExp(withoutAccents(source)) }))

/** The roles that a title may tell, the surest first. */
export const rolesOf = knownWords((title): readonly (keyof Columns)[] => {
  const written = plainTitle(title)
  return words.flatMap(({ role, pattern }) => (pattern.test(written) ? [role] : []))
})

/** So many letters that one slip leaves no doubt; beside columns with other titles of that kind. */
const long =
  'parameter parameters property properties attribute attributes argument arguments description required optional default'.split(
    ' ',
  )

/** As the vocabulary has it: `**Descrição**:` has marks and accents. */
function plainTitle(text: string): string {
  return withoutAccents(text.toLowerCase().replace(/[*_:：`]/g, '')).trim()
}

/** `Paramêtro`, `Descripcion`: a letter is the same with any accent. */
function withoutAccents(text: string): string {
  return isPlain.test(text)
    ? text
    : text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC')
}

/** Gives a column the role that its title tells, where no other one has it. */
function take(columns: Columns, title: string, at: number): boolean {
  const role = rolesOf(title).find((it) => columns[it] < 0)
  if (role) columns[role] = at
  return role !== undefined
}

/** `undefined` where neither the header is one of fields, nor the first column has the names that a sample beside the table shows. */
export function columnsOf(
  header: Cell[],
  rows: readonly Cell[][] = [],
  shown?: ReadonlySet<string>,
): Columns | undefined {
  if (header.length < 2) return undefined
  const columns: Columns = {
    name: -1,
    type: -1,
    format: -1,
    description: -1,
    required: -1,
    place: -1,
    default: -1,
    values: -1,
  }
  const titles = header.map(({ text }) => plainTitle(text))
  // `Property (ID)`, where the two together are no title that is known.
  const isTaken = (title: string, i: number) =>
    take(columns, title, i) || take(columns, title.replace(/ ?\([^()]*\)$/, ''), i)
  const strange = titles.flatMap((title, i) => (isTaken(title, i) ? [] : [i]))
  if (strange.length < titles.length)
    for (const i of strange) take(columns, long.find((it) => isMistyped(titles[i] ?? '', it)) ?? '', i)
  tellTypes(columns, header, rows)
  if (columns.name < 0) columns.name = header.findIndex((_, i) => isUntold(i, columns) && arePlaceholders(i, rows))
  if (columns.name < 0)
    columns.name = header.findIndex(
      (_, i) => isUntold(i, columns) && isPhrase(titles[i] ?? '') && holdsNames(i, columns, rows),
    )
  if (columns.name < 0 && shown && !Object.values(columns).includes(0) && areNames(rows, shown)) {
    columns.name = 0
    if (columns.type < 0) columns.type = header.findIndex((_, i) => isUntold(i, columns) && areTypes(i, rows))
    if (columns.description < 0) columns.description = header.findLastIndex((_, i) => isUntold(i, columns))
  }
  if (columns.required < 0) columns.required = demands(header, rows, Object.values(columns))
  const known = columns.type >= 0 || columns.description >= 0 || columns.required >= 0
  return columns.name >= 0 && known ? columns : undefined
}

function isUntold(column: number, columns: Columns): boolean {
  return !Object.values(columns).includes(column)
}

/** `:pot`, `{pot}`: names as a path has them. A row may name nothing, as that of a body does. */
function arePlaceholders(column: number, rows: readonly Cell[][]): boolean {
  const named = rows.flatMap((row) => row[column]?.text || [])
  return named.length > 0 && named.every((it) => placeholder.test(it))
}

/** `Name of the field`, `Имя точка`: the word for a name stands at one end. */
function isPhrase(title: string): boolean {
  const [first = '', ...rest] = title.split(/[^\p{L}]+/u).filter(Boolean)
  return rest.length > 0 && rest.length < 4 && [first, rest.at(-1) ?? ''].some((it) => rolesOf(it)[0] === 'name')
}

/** A phrase says too little by itself: beside types, that all can be read, most of its cells are names. */
function holdsNames(column: number, { type }: Columns, rows: readonly Cell[][]): boolean {
  const names = rows.filter(({ [column]: it }) => it && identifier.test(it.text))
  return type > column && names.length > 1 && names.length * 5 >= rows.length * 4 && areTypes(type, rows)
}

/** `pot`, `pot.lid`, `lids[]`, with a mark for what is required. */
export const identifier = /^[A-Za-z_$][\w$.[\]-]{0,80}\*?$/

/** Whatever the language of its title: two names at least, and most of the column. */
function areNames(rows: readonly Cell[][], shown: ReadonlySet<string>): boolean {
  const names = rows.flatMap(([first]) => (first ? fieldNames(first) : []))
  const known = names.filter((path) => shown.has(path.at(-1) ?? ''))
  return known.length > 1 && known.length * 5 >= rows.length * 3
}

/** "Condition", "Presence": whatever its title is, a column of which each cell says "required" or "optional" says just that. */
function demands(header: readonly Cell[], rows: readonly Cell[][], taken: readonly number[]): number {
  if (rows.length < 2) return -1
  return header.findIndex((_, i) => !taken.includes(i) && rows.every((row) => isDemand.test(row[i]?.text ?? '')))
}

const isDemand = new RegExp(`^(?:${demandWords}|conditional(?:ly required)?)\\.?$`, 'i')
/** Where a call puts a parameter: part of expressions. */
export const placeWords = 'body|cookie|form|header|path|query|ur[il]'
const isPlace = new RegExp(`^\\W*(?:${placeWords})`, 'i')
const isSchema = /^[*_ ]*(?:schema|şema)[*_ ]*$/i

/** Of two columns, or by its cells, which says of what type a parameter is, and which where it is sent. */
function tellTypes(columns: Columns, header: readonly Cell[], rows: readonly Cell[][]): void {
  const { name, place, type } = columns
  // `Parameter type`: `query`, or `string`.
  if (place >= 0 && type < 0 && rows.length > 0 && /type$/i.test(header[place]?.text.trim() ?? '')) {
    if (!rows.some((row) => isPlace.test(row[place]?.text ?? ''))) Object.assign(columns, { place: -1, type: place })
  }
  // `Type | Name | Description | Schema`, where a specification was made to pages.
  const schema = header.findIndex(({ text }, i) => i > type && isSchema.test(text))
  if (schema > 0 && type >= 0 && type < name && place < 0) Object.assign(columns, { place: type, type: schema })
  // `Parameter | Format`: `(string)`, `(integer)`.
  if (type < 0 && columns.type < 0 && columns.format > name && areTypes(columns.format, rows))
    Object.assign(columns, { type: columns.format, format: -1 })
}

function areTypes(column: number, rows: readonly Cell[][]): boolean {
  const cells = rows.map((row) => row[column]?.text ?? '').filter((it) => it !== '')
  return cells.length > 0 && cells.every((it) => readType(it).kinds) && cells.some((it) => isPlainType.test(it))
}
