import { isHistory } from '../../paths.ts'
import { textBefore } from '../../text.ts'
import type { EndpointForm, Range } from '../../types.ts'
import type { Located, Syntax } from '../syntax.ts'
import { untagged } from './badges.ts'
import { titled } from './below-titles.ts'
import { type Candidate, candidates, from } from './candidate.ts'
import { elements } from './elements.ts'
import { isBehindLink, isEndpointList } from './endpoint-lists.ts'
import { labelled } from './labels.ts'
import { pathFirst, pathFirstInLines } from './path-first.ts'
import { pathNames, readUrl, type Url } from './request-line.ts'
import { requestsAlone } from './requests-alone.ts'
import { taggedEndpoints } from './template-tags.ts'
import { betweenInCode, betweenTheTwo, bothMethods, inCode, smallVerb, verb, verbs } from './verbs.ts'

/** Endpoints in headings, paragraphs, bullets, code spans, bold labels and elements. */
export function textEndpoints(syntax: Syntax): Candidate[] {
  const tagged = taggedEndpoints(syntax)
  if (!verb.test(syntax.text) && !smallVerb.test(syntax.text)) return [...tagged, ...elements(syntax)]
  const taken = new Set(tagged.map((it) => it.pathRange[0]))
  const said = [...headings(syntax), ...paragraphs(syntax)].filter((it) => !taken.has(it.pathRange[0]))
  return [...said, ...tagged, ...labelled(syntax), ...titled(syntax), ...elements(syntax)]
}

/** `### GET /x – text`, `##### _GET /x_`: the heading's own section is the endpoint's. */
function headings(syntax: Syntax): Candidate[] {
  return syntax.all('heading').flatMap(({ range, section }) => {
    const found = inSource(syntax.text, range, 'heading', section)
    const all = found.length > 0 ? found : pathFirst(syntax.text, range, section)
    return all.map((it) => ({ ...it, role: 'definition' as const }))
  })
}

function paragraphs(syntax: Syntax): Candidate[] {
  return syntax.all('paragraph').flatMap((it) => {
    const source = untagged(syntax.text.slice(...it.range))
    if (!verb.test(source)) return []
    return inParagraph(syntax, it, source)
  })
}

/** At the start of a line or bullet it documents; inside a sentence it is named in passing. */
function inParagraph(syntax: Syntax, it: Located, source: string): Candidate[] {
  const list = it.parent?.node.type === 'listItem' ? it.parent.parent : undefined
  const both = inSource(syntax.text, it.range, 'text', it.section)
  const found = both.length > 0 ? both : pathFirstInLines(source, it)
  const listed = list !== undefined && isEndpointList(list, syntax)
  const areAll = requestsAlone.test(source)
  return found.map((one) => {
    const at = one.range[0] - it.range[0]
    const [before, behind] = [source.slice(0, at), source.slice(one.range[1] - it.range[0])]
    const alone = endsLine.test(behind)
    const leads =
      isLedBy(textBefore(source, at, 80), alone) || isBehindLink(listed, before) || isBoldBadge(before, behind)
    const form: EndpointForm = listed ? 'list' : inCode(source, at) ? 'code' : 'text'
    if (areAll && !listed) return { ...one, form }
    if (!leads || leadsBelow(source, at)) return { ...one, form, role: 'mention' as const }
    if (listed) return { ...one, form, role: 'row' as const }
    const isOwn = alone || (form === 'code' && isBeginning(syntax, it, one))
    return isOwn ? { ...one, form } : { ...one, form, role: 'mention' as const }
  })
}

/** In a bullet; or `` `PUT /lids/{id}/lock` Lock a lid `` right below a title, with a sentence that does not go on with the code. */
function isBeginning(syntax: Syntax, { range, section, parent }: Located, { range: code }: Candidate): boolean {
  if (parent?.node.type === 'listItem') return true
  const { text, sections, path } = syntax
  const { heading = [0, 0], title = '' } = sections[section] ?? {}
  if (heading[1] === 0 || isHistory(path) || /^\W*v?\d/i.test(title)) return false
  return text.slice(heading[1], code[0]).trim() === '`' && /^`\s+\p{Lu}\p{L}*\s/u.test(text.slice(code[1], range[1]))
}

/** Nothing but marks behind it, the protocol, or what is said of it. */
const endsLine =
  /^(?:["'](?=`))?[`*_\])>]*\s*(?:HTTP\/[\d.]+)?[`*_]*\s*(?:$|<br|\\?\r?\n|[-–—:(]|with (?:the following|this) )/

/** `**<span>POST</span> /x**`, and nothing else in its paragraph: what has become of the tag are blanks, which no bold text begins with. */
const boldBadge = /^\s*(?:\*\*|__)[ \t]{4,}$/
const boldEnd = /^[ \t]*(?:\*\*|__)\s*$/

function isBoldBadge(before: string, behind: string): boolean {
  return boldBadge.test(before) && boldEnd.test(behind)
}

function isLedBy(before: string, alone: boolean): boolean {
  return beginsLine.test(before) || label.test(before) || (alone && bareLabel.test(before))
}

/** Nothing but a mark, the protocol, or the version of the API that knows the endpoint. */
const beginsLine =
  /(?:^|\n)[ \t>]*(?:: |#{2,6})?[`*_<[(]*(?:\[ )?(?:HTTP[ \t]+[`*_]*|v\d+[`*_]*:?[ \t]+[`*_]*|(?:PUT|PATCH)\/)?$/

/** `**Endpoint:** `GET /x``: what stands behind such a label is the endpoint. */
const label = new RegExp(
  `(?:^|\\n)[ \\t>]*[*_]{0,3}(?:(?:api|http|rest|full) )?(?:${pathNames}|(?:http|rest|api) request|api|operation|resources?)[*_]{0,3}(?::[*_]{0,3}[ \\t]|：[*_]{0,3})[ \\t]*[\`*_<[]*$`,
  'i',
)

/** "Request `GET /x`", and nothing else in its line. */
const bareLabel = /(?:^|\n)[ \t>]*[*_]{0,3}(?:request|endpoint|route)[*_]{0,3}[ \t]+`$/i

/** `[GET /x - Read it](#get-x)`: a link to where the page documents it. Where a sentence goes on with it, any link is one. */
function leadsBelow(source: string, at: number): boolean {
  if (!textBefore(source, at, 3).includes('[')) return false
  const goesOn = /[\w,] ?\r?\n[ \t>]{0,20}\[[`*_<]{0,3}$/.test(textBefore(source, at, 40))
  return (goesOn ? /^[^[\]]{0,300}\]\(/ : /^[^[\]\n]{0,300}\]\(#/).test(source.slice(at))
}

/** `` `/pots` `` at the beginning of a paragraph. */
const pathInCode = /^[ \t>]{0,9}`(?:\/|https?:|\{)/

/** `METHOD URL` anywhere in a stretch of source, markup between the two left out. */
function inSource(text: string, [start, end]: Range, form: EndpointForm, section: number): Candidate[] {
  const source = untagged(text.slice(start, end))
  if (!source.includes('/')) return []
  return [...source.matchAll(verbs)].flatMap((match) => {
    const isCode = inCode(source, match.index)
    const behind = match.index + match[0].length
    const between = (isCode ? betweenInCode : betweenTheTwo).exec(source.slice(behind))?.[0] ?? ''
    // Where a path comes first, the next one is not this method's.
    if (between.includes('\n') && pathInCode.test(source)) return []
    const url = readUrl(source, behind + between.length, true)
    // "GET and/or POST", "PUT a/b", "`PUT`: a/b of it": outside of code only an absolute path is one, or what is all of a title.
    const isAllCode = isCode && (source[behind] !== '`' || /^(?:`|\s*$)/.test(source.slice(url?.urlEnd)))
    if (!url || (!/^[/{<h$]/.test(url.url) && !isAllCode && !(form === 'heading' && isWhole(source, match.index, url))))
      return []
    if (url.url === '/' && wordInBrackets.test(source.slice(Math.max(0, match.index - 3), url.urlEnd))) return []
    const whole = withColouredParameters(text.slice(start, end), withMarkedParameters(source, url))
    const one = trimProse(whole, isCode)
    return methodsAt(source, match).flatMap((it) =>
      candidates({ ...one, ...it }, from(start), { form, section, block: start }),
    )
  })
}

/** The method that was found, and the one in front of it: `PUT/PATCH`. */
function methodsAt(source: string, { 0: method, index }: RegExpExecArray): { method: string; methodStart: number }[] {
  const other = bothMethods.exec(source.slice(Math.max(0, index - 6), index))?.[1]
  const own = { method, methodStart: index }
  return other === undefined ? [own] : [{ method: other, methodStart: index - other.length - 1 }, own]
}

/** "Query (GET) / body (POST)": the slash says "or". */
const wordInBrackets = /\w \([A-Z]+\) \/$/

/** `### POST orders/items`. */
function isWhole(source: string, start: number, { urlEnd }: Url): boolean {
  return /^#{1,6}[ \t]+[*_]{0,2}$/.test(source.slice(0, start)) && /^[ \t*_#]*$/.test(source.slice(urlEnd).trimEnd())
}

const markedPath = /(?:`[:{][\w-]{1,60}\}?`|[\w.~-]+|\/)+/y

/** ``/items/`:id`/parts``: only the parameters are marked as code. */
function withMarkedParameters(source: string, url: Url): Url {
  if (source[url.urlEnd] !== '`' || !url.url.endsWith('/') || !url.url.startsWith('/')) return url
  markedPath.lastIndex = url.urlStart
  const path = markedPath.exec(source)?.[0] ?? ''
  return path.length > url.url.length ? { ...url, url: path, urlEnd: url.urlStart + path.length } : url
}

const colouredPath = /(?:<span\b[^<>\n]{0,100}>\{[\w*-]{1,60}\}<\/span>|[\w.~-]+|\/)+/y

/** `/items/<span style="color: grey">{id}</span>/parts`: only the parameters have a colour, which is no part of what readers see. */
function withColouredParameters(source: string, url: Url): Url {
  if (!url.url.endsWith('/') || !source.startsWith('<span', url.urlEnd)) return url
  colouredPath.lastIndex = url.urlEnd
  const rest = colouredPath.exec(source)?.[0] ?? ''
  return { ...url, url: url.url + rest, urlEnd: url.urlEnd + rest.length }
}

/** The sentence's own punctuation and emphasis are no part of a path. */
function trimProse(line: Url, code: boolean): Url {
  const url = code ? line.url : line.url.replace(/(?:[.,:!*_]|(?<!&gt);)+$/, '')
  return { ...line, url, urlEnd: line.urlStart + url.length }
}
