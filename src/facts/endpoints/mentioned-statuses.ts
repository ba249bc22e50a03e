import type { InlineCode } from 'mdast'
import { placeOf } from '../../parse/places.ts'
import type { Range, Status } from '../../types.ts'
import type { CodeBlock } from '../samples/blocks/code.ts'
import { isMarkdown } from '../samples/languages.ts'
import type { Located, Syntax } from '../syntax.ts'

/** `404 Not Found`, `HTTP/1.1 404 Not Found`, `Status: 404 Not Found`, and nothing else. */
export const spoken =
  /^(?:HTTPS?(?:\/\d(?:\.\d)?)?[ \t]+|[Ss]tatus:?[ \t]+)?([1-5]\d\d)(?:[ \t]*[:–—-]?[ \t]+([A-Za-z][A-Za-z' -]{0,40}?))?[ \t\r]*$/
/** `HTTP 404 (Not Found)`, and nothing else. */
const spokenInBrackets = /^(?:HTTP )?([1-5]\d\d) \(([A-Z][A-Za-z' -]{1,40})\)$/

/** Statuses that stand in a text, in code, in HTML or below the first line of a block: whatever they are said of, each has its own phrase. */
export function mentionedStatuses(syntax: Syntax, blocks: CodeBlock[]): Status[] {
  return [
    ...syntax
      .all('inlineCode')
      .filter(({ node }) => mayBegin.test(node.value))
      .flatMap((it) => mention(it, syntax.text)),
    ...inProse(syntax),
    ...byName(syntax),
    ...inElements(syntax),
    ...blocks.flatMap(laterLines),
  ]
}

/** What came back to what is above: `HTTP/1.1 200 OK`, `Status: 200 OK`, the two behind the mark of a comment, or the phrase alone. */
function laterLines({ value, language, offset, section }: CodeBlock): Status[] {
  if (isMarkdown(language) || !mayAnswer.test(value)) return []
  return Array.from(value.matchAll(answer), ({ index, 1: before = '', 2: said = '', 3: code, 4: reason }) => {
    const at = index + before.length
    const reasonRange = placeOf([at, at + said.length], offset)
    return { range: reasonRange, code: Number(code), reason, reasonRange, role: 'mention', section }
  })
}

const mayAnswer = /[1-5]\d\d [A-Z]/
const answer =
  /^([ \t<]*(?:(?:\/\/|#) )?(?:(?:HTTP\/\d(?:\.\d)?|Status:) )?)(([1-5]\d\d) ([A-Z][A-Za-z' -]{0,40}[A-Za-z]))[ \t\r]*$/gm

const mayBegin = /^(?:[1-5]\d\d|HTTP|[Ss]tatus)/

/** `` answers `204 No Content` ``: code that holds nothing else. */
function mention({ node: { value }, range, section }: Located<InlineCode>, text: string): Status[] {
  const [, code = '', reason] = spoken.exec(value) ?? spokenInBrackets.exec(value) ?? []
  if (!reason) return []
  const at = text.indexOf(code, range[0])
  const reasonRange: Range = [at, at + value.length - value.indexOf(code)]
  return [{ range, code: Number(code), reason, reasonRange, role: 'mention', section }]
}

/** What stands before the digits takes long to look for: most pages have no such digits. */
const digits = /[ (*'"‘“][1-5]\d\d \(?[A-Z]/
const mayBeSaid = /(?:HTTP |[('"‘“]|\*\*|(?:[Rr]esponse|[Ss]tatus|[Cc]ode): )[1-5]\d\d \(?[A-Z]/
const saidInProse =
  /(\bHTTP |[('"‘“]|\*\*|\b(?:[Rr]esponse|[Ss]tatus|[Cc]ode): )(([1-5]\d\d) (?:\(([A-Z][A-Za-z '-]{1,40})\)|([A-Z](?:[A-Za-z -]|'(?=[a-z])){0,40}[A-Za-z])(?= {0,3}(?:[.,;:)/|"”’*\r\n]|'(?![a-z])|$))))/g

/** "(HTTP 403 Forbidden)", "HTTP 403 (Forbidden)": a phrase that goes on as a sentence says what is done, and not what the status is called. */
function inProse(syntax: Syntax): Status[] {
  if (!digits.test(syntax.text) || !mayBeSaid.test(syntax.text)) return []
  return syntax.matchesOutsideCode(saidInProse).map(({ match, at: start }) => {
    const [, before = '', said = '', code, bracketed, reason = bracketed ?? ''] = match
    const at = start + before.length
    const reasonRange: Range = [at, at + said.trimEnd().length]
    return {
      range: reasonRange,
      code: Number(code),
      reason: reason.trimEnd(),
      reasonRange,
      role: 'mention',
      section: syntax.sectionAt(at),
    }
  })
}

const namedCode = /[1-5]\d\d(?:\*\*)?(?: ?[:–-] ?| )[A-Z]/
const words = '[A-Z][a-z]+(?:[ -][A-Z][a-z]+){1,4}(?![\\w-]| ?[A-Z(])'
const oneWord = '[A-Z][A-Za-z]+(?= (?:response|status|error|code)\\b)'
const setApart = '(?<=[:–-] ?)[A-Z][A-Za-z]+(?= ?(?:[-–.,;)"”*|\\r\\n]|$))'
/** `*200 OK*`; "401 Unauthorized, 404 Not Found"; and "- Código 404 Gone:", all of its line. */
const marked = '(?<=[*_]\\d{3} )[A-Z][A-Za-z]+(?=[*_])'
const beforeOthers = '[A-Z][A-Za-z]+(?=, [1-5]\\d\\d [A-Z])'
const labelled = '(?<=^[ \\t]*[-*+] [^\\s\\d:]{3,15} \\d{3} )[A-Z][A-Za-z]+(?=:?[ \\t\\r]*$)'
/** `**Code:** 404 NOT FOUND`, in capitals or not, up to the end of its line. */
const behindLabel = '(?<=\\bCode:[*_]{0,2} \\d{3} )[A-Z][A-Za-z]+(?: [A-Za-z]+){0,4}(?=[ \\t]*(?:<br ?/?>)?[ \\t\\r]*$)'
const named = new RegExp(
  `(([1-5]\\d\\d)(?<=[\\s>*_|("'\`:]\\d{3})(?:\\*\\*)?(?: ?[:–-] ?| )(${words}|${oneWord}|${setApart}|${marked}|${beforeOthers}|${labelled}|${behindLabel}))`,
  'gm',
)

/** "sends a 200 OK response", "error 404: Not Found": all words begin as names do, and one alone is set apart, or called what it is. */
function byName(syntax: Syntax): Status[] {
  if (!namedCode.test(syntax.text)) return []
  return syntax.matchesOutsideCode(named).map(({ match, at }) => {
    const [, said = '', code, reason] = match
    const range: Range = [at, at + said.length]
    return { range, code: Number(code), reason, reasonRange: range, role: 'mention', section: syntax.sectionAt(at) }
  })
}

/** `<code>404 Not Found</code>`, `<td>404 Not Found</td>`: an element that holds nothing else, in a block of HTML. */
function inElements(syntax: Syntax): Status[] {
  if (!/>\s{0,3}[1-5]\d\d [A-Z]/.test(syntax.text)) return []
  return syntax.all('html').flatMap(({ range: [start, end] }) =>
    Array.from(syntax.text.slice(start, end).matchAll(held), ({ index, 0: all, 1: said = '', 2: code, 3: reason }) => {
      const at = start + index + all.indexOf(said)
      const range: Range = [at, at + said.length]
      return { range, code: Number(code), reason, reasonRange: range, role: 'list', section: syntax.sectionAt(at) }
    }),
  )
}

const held = />\s{0,3}(([1-5]\d\d) ([A-Z][A-Za-z' -]{1,40}))<\//g
