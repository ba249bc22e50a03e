import type { Range } from '../../../types.ts'
import { commonMethods } from '../../methods.ts'
import type { Syntax } from '../../syntax.ts'
import { documentEnd } from '../parts.ts'
import type { CodeBlock } from './code.ts'
import { shownBlock } from './shown.ts'

/** The name of a language, alone on its line. */
const label = /(?:json|http|bash|shell)(?=[ \t]*\r?\n)(?<=\n[ \t]{0,8}\w{4,5})/g
/** What stands between the two, an empty line at most. */
const below = /[ \t]*\r?\n(?:[ \t]*\r?\n)?[ \t]{0,8}(?=\S)/y
/** What code of that language begins with, and hardly any sentence does. */
const beginnings: ReadonlyMap<string, RegExp> = new Map([
  ['json', /[{[]\s*["{}[\]]/y],
  ['http', new RegExp(String.raw`(?:${commonMethods}) (?:\/|https?:|\{)\S*[ \t]*(?:HTTP\/|\r?\n)|HTTP\/`, 'y')],
  ['bash', /(?:\$ )?curl /y],
  ['shell', /(?:\$ )?curl /y],
])
/** What stands between tags of a template may be in a block of its making. */
const tags = /\{%|\{\{[<%]/
/** No block goes on over these. */
const parting = /\n[ \t]{0,3}(?:#{1,6} |```|~~~|>)/

/**
 * Who copies a page as a browser shows it gets the language of each block, and its code, but not the marks around it: `json` alone
 * on a line, and an object right below.
 */
export function lostFences(syntax: Syntax): CodeBlock[] {
  const { text } = syntax
  label.lastIndex = 0
  if (!label.test(text) || tags.test(text)) return []
  return syntax.matchesOutsideCode(label).flatMap(({ match: [language], at }) => {
    const begin = beginOf(text, at + language.length, language)
    const end = begin === undefined ? undefined : endOf(text, begin, language)
    if (begin === undefined || end === undefined || !isText(syntax, [at, end])) return []
    const range: Range = [at, end]
    const written = text.slice(begin, end)
    const lines = [...written.matchAll(/\r\n/g)]
    const starts = [0, ...lines.map(({ index }) => index + 1)].map((it, n) => ({ value: it - n, text: begin + it }))
    const value = written.replaceAll('\r\n', '\n')
    return [{ ...shownBlock({ value, starts }, { language, range, section: syntax.sectionAt(at) }), isLost: true }]
  })
}

function beginOf(text: string, from: number, language: string): number | undefined {
  below.lastIndex = from
  const begin = below.test(text) ? below.lastIndex : text.length
  const beginning = beginnings.get(language)
  if (!beginning) return undefined
  beginning.lastIndex = begin
  return beginning.test(text) ? begin : undefined
}

/** So much of a page may be one block. */
const most = 20_000

function endOf(text: string, begin: number, language: string): number | undefined {
  const rest = text.slice(begin, begin + most)
  if (language === 'json') return documentEndIn(rest, begin)
  const empty = /\n[ \t]*\r?\n\s*|\s*$/g.exec(rest)
  if (!empty) return undefined
  const body = empty.index + empty[0].length
  const isBody = language === 'http' && /^[{[]\s*["{}[\]]/.test(rest.slice(body))
  return (isBody ? documentEndIn(rest.slice(body), begin + body) : undefined) ?? begin + empty.index
}

function documentEndIn(rest: string, begin: number): number | undefined {
  const end = documentEnd(rest, 0)
  return end < 0 ? undefined : begin + end
}

/** Whether readers see it as a text. */
function isText(syntax: Syntax, [start, end]: Range): boolean {
  if (parting.test(syntax.text.slice(start, end))) return false
  if (syntax.all('code').some(({ range }) => range[0] < end && range[1] > start)) return false
  return syntax.holding('paragraph', [start]).some(({ range }) => range[0] <= start && start < range[1])
}
