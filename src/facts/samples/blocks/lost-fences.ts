import type { Range } from '../../../types.ts'
import { commonMethods } from '../../methods.ts'
import type { Syntax } from '../../syntax.ts'
import { hasTemplateTags } from '../../template-tags.ts'
import { documentEnd } from '../parts.ts'
import type { CodeBlock } from './code.ts'
import { shownBlock } from './shown.ts'

/** The name of a language, alone on its line. */
const label = /\n[ \t]{0,8}(json|http|bash|shell)(?=[ \t]*\r?\n)/g
/** What stands between the two, an empty line at most. */
const below = /[ \t]*\r?\n(?:[ \t]*\r?\n)?[ \t]{0,8}(?=\S)/y
/** What code of that language begins with, and hardly any sentence does. */
const beginnings: ReadonlyMap<string, RegExp> = new Map([
  ['json', /[{[]\s*["{}[\]]/y],
  ['http', new RegExp(String.raw`(?:${commonMethods}) (?:\/|https?:|\{)\S*[ \t]*(?:HTTP\/|\r?\n)|HTTP\/`, 'y')],
  ['bash', /(?:\$ )?curl /y],
  ['shell', /(?:\$ )?curl /y],
])
/** So much of a page may be one block, and none goes on over the name of another. */
const most = 20_000
/** No block goes on over these. */
const parting = /\n[ \t]{0,3}(?:#{1,6} |```|~~~|>)/

/**
 * Who copies a page as a browser shows it gets the language of each block, and its code, but not the marks around it: `json` alone
 * on a line, and an object right below.
 */
export function lostFences(syntax: Syntax): CodeBlock[] {
  const { text } = syntax
  label.lastIndex = 0
  // What stands between tags of a template may be in a block of its making.
  if (!label.test(text) || hasTemplateTags(text)) return []
  const labels = syntax.matchesOutsideCode(label)
  return labels.flatMap(({ match: [line, language = ''], at: start }, n) => {
    const from = start + line.length
    const at = from - language.length
    const begin = beginOf(text, from, language)
    const end =
      begin === undefined
        ? undefined
        : endOf(text.slice(begin, Math.min(begin + most, labels[n + 1]?.at ?? text.length)), begin, language)
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
  return below.test(text) && begins(text, below.lastIndex, language) ? below.lastIndex : undefined
}

function begins(text: string, at: number, language: string): boolean {
  const beginning = beginnings.get(language)
  if (!beginning) return false
  beginning.lastIndex = at
  return beginning.test(text)
}

function endOf(rest: string, begin: number, language: string): number | undefined {
  if (language === 'json') return documentEndIn(rest, begin)
  const end = rest.search(/\n[ \t]*\r?\n|\s*$/)
  const body = rest.slice(end).trimStart()
  const isBody = language === 'http' && begins(body, 0, 'json')
  return (isBody ? documentEndIn(body, begin + rest.length - body.length) : undefined) ?? begin + end
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
