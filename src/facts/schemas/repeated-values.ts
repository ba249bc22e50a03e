import type { InlineCode } from 'mdast'
import { increment } from '../../grouped.ts'
import { textBefore } from '../../text.ts'
import type { Problem } from '../../types.ts'
import type { Located, Syntax } from '../syntax.ts'

const comma = /^,[ \t]*(?:\r?\n[ \t>]*)?$/
const last = /^,?\s+(?:and|or|&)\s+$/
/** The longest that stands between two of a list. */
const joint = 20

/** `true`, `string` and letters stand for more than one thing of a list; what has a name does not. */
const named = /^(?![a-z]{1,8}$)(?=.*[A-Za-z]{2})[^\s"'][^\s]{1,60}$/

/** `404`, `HTTP 404 Not Found` */
const status = /^(?:HTTP[ /])?[1-5]\d\d(?: [A-Z][A-Za-z ]{1,40})?$/

type Span = Located<InlineCode>

/** `` `GET`, `POST`, `PUT` or `POST` ``: of what is listed in one sentence, each is named once. */
export function repeatedValues(syntax: Syntax): Problem[] {
  const { text } = syntax
  const spans = syntax.all('inlineCode')
  const found: Problem[] = []
  let run: Span[] = []
  spans.forEach((span, at) => {
    const next = spans[at + 1]
    // Behind most code stands something else.
    const goesOn = text[span.range[1]] === ',' && comma.test(between(text, span, next))
    if (!goesOn && run.length === 0) return
    run.push(span)
    if (goesOn) return
    found.push(...again(listOf(run, text, next, spans[at + 2])))
    run = []
  })
  return [...found, ...bareAgain(syntax)]
}

/** "Values: a, b, c", and nothing else up to the end of the cell or the sentence. */
const bareList =
  /(?:alues|ptions|ne of):[ \t]*(?:<br ?\/?>[ \t]*)?[*_]?((?:[\w.-]{2,40}, ?){2,40}(?:(?:and|or) )?[\w.-]{1,39}[\w-])[*_]?(?=[ \t]*(?:[|.\r\n<]|$))/g

function bareAgain(syntax: Syntax): Problem[] {
  if (!/(?:alues|ptions|ne of):/.test(syntax.text)) return []
  return syntax.matchesOutsideCode(bareList).flatMap(({ match: [all, list = ''], at }) => {
    const start = at + all.indexOf(list)
    const words = [...list.matchAll(/[\w.-]+(?=,|$)/g)]
    const twice = words.find(({ 0: word }, n) => words.findIndex((it) => it[0] === word) < n)
    if (!twice || !/[a-z]/i.test(twice[0])) return []
    const range = [start + twice.index, start + twice.index + twice[0].length] as const
    return [{ kind: 'value', range, message: saysTwice(twice[0]) }]
  })
}

function saysTwice(value: string): string {
  return `"${value}" is named twice in this list`
}

function between(text: string, { range: [, end] }: Span, next: Span | undefined): string {
  return text.slice(end, Math.min(next?.range[0] ?? 0, end + joint + 1))
}

/** All of a list whose parts before the last are these; nothing where it is none. */
function listOf(run: readonly Span[], text: string, next: Span | undefined, after: Span | undefined): readonly Span[] {
  const end = run.at(-1)
  if (!end || !next || !last.test(between(text, end, next)))
    return (run.length > 3 && isOpenList(run, text)) || isCell(run, text) ? run : []
  return last.test(between(text, next, after)) ? [] : [...run, next]
}

/** Without an "and" it may be a tuple, which has brackets, or a way that leads back to where it began. */
function isOpenList(run: readonly Span[], text: string): boolean {
  const [first, end] = [run[0], run.at(-1)]
  if (!first || !end || first.node.value === end.node.value) return false
  return !/[[(<{]/.test(text[first.range[0] - 1] ?? '') && !/[\])>}]/.test(text[end.range[1]] ?? '')
}

/** All that a cell of a table holds. */
function isCell(run: readonly Span[], text: string): boolean {
  const [from, to] = [run[0]?.range[0] ?? 0, run.at(-1)?.range[1] ?? 0]
  return cellStart.test(textBefore(text, from, joint)) && cellEnd.test(text.slice(to, to + joint))
}

const cellStart = /\|[ \t]*$/
const cellEnd = /^[ \t]*\|/

function again(run: readonly Span[]): Problem[] {
  const counts = new Map<string, number>()
  return run.flatMap(({ node: { value }, range }): Problem[] => {
    increment(counts, value)
    if (counts.get(value) !== 2 || !(named.test(value) || status.test(value))) return []
    return [{ kind: 'value', range, message: saysTwice(value) }]
  })
}
