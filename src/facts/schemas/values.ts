import { typeWords } from './types.ts'

const announced =
  /\b(?:supported|possible|allowed|accepted|available|valid|permitted|enum(?:eration)?)\s+(?:string\s+)?values?\b(?:\s+(?:are|is|include))?\s*:?\s*|\bone of(?::\s*|\s+(?=`))|(?<=^|[.|>)]\s{0,4})values?\s?:\s{0,4}(?=`)|(?<=^|[.!?|>)*]\s{0,4})\boptions\s?:[*_]{0,2}\s+(?=`)/i

/**
 * The values that a description lists. Code spans count, cut at " - " where a label follows; bare words only where they
 * look like constants. `undefined` where it lists none, or where the list is open ("such as", "and more").
 */
export function supportedValues(raw: string, text: string): string[] | undefined {
  const found = /alue|one of|options/i.test(raw) ? announced.exec(raw) : undefined
  if (!found) return bracketedValues(raw) ?? alternatives(raw) ?? onlyValue(raw)
  const rest = sentence(raw.slice(found.index + found[0].length))
  // "Values for an empty report are …": there are others for other cases.
  if (/^(?:for|if|when|in|where|on)\b(?! this (?:field|property|element|parameter|attribute)\b)/i.test(rest))
    return undefined
  if (
    /\.\.|…|\b(?:such as|for example|e\.g\.|etc\b|and more|and others|including|see|refer|depend|from|max|min|up to|between)/i.test(
      rest,
    )
  )
    return undefined
  const spans = [...rest.matchAll(/`([^`]+)`/g)].map(([, it = '']) => it)
  const values = spans.length > 0 ? spans.flatMap(split) : (quoted(rest) ?? constants(text, rest) ?? words(rest))
  // One value is a list where nothing else is said: prose may go on to others.
  const least = /^`[^`]+`\W*$/.test(rest) ? 1 : 2
  if (values.length < least || !areValues(values)) return undefined
  return [...new Set(values)]
}

/** "Types: [`a`, `b`]": code in brackets, as a schema would have it. */
export function bracketedValues(raw: string): string[] | undefined {
  if (!raw.includes('`]')) return undefined
  const [, said = '', list = ''] = bracketed.exec(raw) ?? []
  const values = list.split('`').filter((_, at) => at % 2 === 1)
  return values.length > 1 && areValues(values) && !notValues.test(said) ? values : undefined
}

const bracketed = /(?:^|[.|])([^.|:]{0,80}:)\s{0,4}\[((?:,?\s{0,4}`[^`\n]{1,60}`)+)\](?![([])/

/** "Set to `GLAZED`.", all that a description says, or its last sentence. */
function onlyValue(raw: string): string[] | undefined {
  const value = /`(?<=\b(?:be|to) `)/.test(raw) ? demanded.exec(raw)?.[1] : undefined
  return value === undefined || typeWord.test(value) || ofCase.test(raw) ? undefined : [value]
}

/** What is said of some cases only, or as one of many. */
const ofCase = /\b(?:if|when|unless|only|defaults?|e\.g|examples?|otherwise|either|for)\b/i

const demanded =
  /(?:^|[.|>)*])\s{0,4}(?:(?:this |it |value )?must (?:always )?be(?: set to)?|(?:always )?set to) `([A-Za-z][\w.+/-]{1,59})`[.\s|]*$/i

/** `"enum": ["a", "b"]`, as a contract has it; two dots say that there are more. */
export function enumeratedValues(raw: string): string[] | undefined {
  if (!raw.includes('enum')) return undefined
  const list = /\benum["']?\s{0,4}[:=]\s{0,4}\[([^[\]]{1,400})\]/.exec(raw)?.[1]
  const values = list?.split(',').map((it) => it.trim().replace(/^(["'])(.*)\1$/, '$2')) ?? []
  return values.length > 1 && values.every((it) => /^\w(?:[\w+./-]{0,40}\w)?$/.test(it)) ? values : undefined
}

/** `Y/N`, all that the cell of a format says; `N/A` says nothing, and `date/time` is a type. */
export function slashedValues(cell: string): string[] | undefined {
  if (!/[/|]/.test(cell)) return undefined
  const values = cell.split(/ ?[/|] ?/)
  const isList = values.length > 1 && values.every((it) => /^[A-Za-z]\w{0,11}$/.test(it) && !typeWord.test(it))
  return isList && !/^N.?A$|y{4}|^d{1,2}\W|^m{1,2}\W|\b(?:date|time|text|hex|iso|utc|url|uri)\b/i.test(cell)
    ? values
    : undefined
}

/** `` `open` = Anyone may join ``, a line for each: what a field that calls itself an enumeration can be, each with what it means. */
export function explainedValues(raw: string): string[] | undefined {
  const values = Array.from(
    raw.matchAll(/^[ \t]*(?:[-*+][ \t]+)?`([^`\n]{1,60})`[ \t]*[=:–—-][ \t]*\S/gm),
    ([, it = '']) => it,
  )
  return values.length > 1 && areValues(values) ? [...new Set(values)] : undefined
}

/** Words without blanks; among such ones, a span of two or three words is a value, too. */
function areValues(values: readonly string[]): boolean {
  const single = values.filter((it) => /^[\w+./:-]{1,60}$/.test(it))
  const others = values.length - single.length
  return (
    others < Math.max(1, single.length) &&
    values.every((it) => /^[\w+./:-]{1,60}(?: [\w+./:-]{1,30}){0,2}$/.test(it) && !isSpan(it))
  )
}

/** Up to the end of the list: text after a full stop, or after several words without code, speaks of something else. */
function sentence(text: string): string {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (character === '`') depth ^= 1
    else if (depth === 0 && /[.;|<]/.test(character ?? '') && /^(?:[.;]\s+(?!`)|[|<])/.test(text.slice(i, i + 3)))
      return text.slice(0, i)
  }
  return text
}

/** `A, B` in one span are two values; `I - Individual` is the value I. */
function split(span: string): string[] {
  return span
    .split(/\s*[,|]\s*/)
    .map((it) =>
      it
        .replace(/\s+[-–=:]\s.*$/, '')
        .replace(/^["']|["']$/g, '')
        .trim(),
    )
    .filter(Boolean)
}

/** `'asc' and 'desc'`: straight quotes in place of marks for code, and nothing but commas and an "or" between them. */
function quoted(rest: string): string[] | undefined {
  const list = /^\s*((["'])[\w+./-]{1,40}\2(?:\s*(?:,|,? ?(?:or|and) )\s*\2[\w+./-]{1,40}\2)+)\W{0,3}(?:$|\s)/.exec(
    rest,
  )?.[1]
  return list?.match(/[\w+./-]+(?=["'])/g) ?? undefined
}

function constants(text: string, rest: string): string[] | undefined {
  const shown = rest.replace(/[*_]{2}/g, '').trim()
  if (!/^[A-Z]/.test(shown) || !text.includes(shown.slice(0, 5))) return undefined
  // One blank each: a long run of them could be read in many ways.
  const list = shown.replace(/\s+/g, ' ')
  if (!/^[A-Z][A-Z0-9_]*(?: ?(?:,|,? (?:or|and)) ?[A-Z][A-Z0-9_]*)+\.?$/.test(list)) return undefined
  return list.replace(/\.$/, '').split(/ ?,? (?:or|and) | ?, ?/)
}

/** "ordered, dispatched, or cancelled": one word each, and nothing else; what such words describe are no values. */
function words(rest: string): string[] {
  const list = rest.replace(/\s+/g, ' ').trim().replace(/\.$/, '')
  if (!/^[a-z][a-z_-]{2,30}(?:(?:, ?(?:or |and )?| or | and )[a-z][a-z_-]{2,30})+$/.test(list)) return []
  const values = list.split(/, ?(?:or |and )?| or | and /)
  return values.some((it) => kindOfValue.test(it) || typeWord.test(it)) ? [] : values
}

const kindOfValue =
  /^(?:alphanumeric|any|characters?|commas?|dash(?:es)?|dates?|decimals?|digits?|hyphens?|ids?|letters?|lowercase|names?|numbers?|numeric|others?|positive|negative|spaces?|strings?|symbols?|times?|underscores?|uppercase|urls?|values?|words?|integers?)$/

/** `0-23` and `YYYY-MM-DD` describe values, they are none. */
function isSpan(value: string): boolean {
  return /^-?\d+(?:\.\d+)?\s*(?:-|\.\.+|–)\s*-?\d+/.test(value) || /^(?:YYYY|yyyy|HH)/.test(value)
}

/**
 * "The role: `admin` or `member`", "The role (`admin` or `member`)", "A value of `admin` or `member`": code joined by an "or", with which
 * the description ends, but for what it says of the field itself.
 */
function alternatives(raw: string): string[] | undefined {
  if (!raw.includes(' or `')) return undefined
  // Where a cell holds nothing else, nothing has to announce it.
  const start = /^[\s|]*`/.test(raw) ? raw.indexOf('`') : beforeList(raw)
  const said = raw.slice(0, start).slice(-120)
  const clause = said.slice(said.lastIndexOf('. ') + 1)
  if (start < 0 || notValues.test(clause) || (/be $/.test(clause) && ofSomeOnly.test(clause))) return undefined
  const parts = raw.slice(start).replace(ofField, '').split('`')
  const values = parts.filter((_, at) => at % 2 === 1).map((it) => it.replace(/^["'](.*)["']$/, '$1'))
  const between = parts.filter((_, at) => at % 2 === 0)
  const isList =
    parts.length % 2 === 1 &&
    (raw[start - 1] === '(' ? /^\)[.\s|]*$/ : /^[.\s|]*$/).test(between.pop() ?? '') &&
    between.slice(1).every((it) => /^(?:\s*,\s*(?:or\s+)?|\s+or\s+)$/.test(it))
  return isList && values.length > 1 && values.every((it) => /^[\w-]{1,40}$/.test(it) && !typeWord.test(it))
    ? values
    : undefined
}

/** "Required when `lid` is `true`. Read-only": no more values, unless it says so. A default may be one. */
const ofField =
  /\.\s+(?:Required|Optional|Mandatory|Read[- ]only|Nullable|Immutable)\b(?![\s\S]{0,400}(?:efault|\b[Aa]lso\b|\bor `))[\s\S]{0,400}$/

/** "If the pot is open, the lid can be", "`lid` can be": what follows are not all values, or those of something else. */
const ofSomeOnly = /`|\b(?:for|if|in|on|only|unless|when|where|which|while)\b/i

/** The offset of the first code behind the last colon, dash, parenthesis, "can be" or "A value of" that code follows. */
function beforeList(raw: string): number {
  const at = Math.max(
    ...[': `', ' - `', ' – `', ' (`', 'an be `', 'ust be `', 'A value of `'].map((it) =>
      raw.includes(it) ? raw.lastIndexOf(it) + it.length : 0,
    ),
  )
  return at - 1
}

/** "Examples: `a` or `b`", "Environment: `A` or `B`": other things than the values that there are. */
const notValues =
  /\b(?:e\.?g|examples?|such as|like|usually|typically|defaults?|see|instead|formerly|deprecated|environment(?! \()|alias(?:es)?|headers?|same as|either|including|not|with|via|use|using|set)\b/i
const typeWord = new RegExp(`^(?:${typeWords}|float|list|map|null|true|false)$`, 'i')
