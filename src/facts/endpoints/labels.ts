import { grouped, shelve } from '../../grouped.ts'
import { blanked } from '../../parse/rewrite.ts'
import type { Range } from '../../types.ts'
import { isHttpMethod } from '../methods.ts'
import type { Syntax } from '../syntax.ts'
import { untagged } from './badges.ts'
import { type Candidate, candidates, from } from './candidate.ts'
import { withoutCodedLabels } from './coded-labels.ts'
import { methodNames, pathNames, readUrl, type Url } from './request-line.ts'

/** `URL:`, or `**URL**` with nothing else on its line. */
const colon = '(?:[*_]*\\s*[:：][*_]*|[*_]{2,3}(?=[ \\t]*\\r?\\n))\\s*'
const methodLabel = new RegExp(
  `(?:^|[\\s>|])[*_]*(?:${methodNames}|methods(?=[*_]*:[ \\t*_]*\`?[A-Z]{3,8}\`?[ \\t]*(?:\\r?\\n|$)))${colon}[\`*_]*([A-Z]{3,8})(?![a-z\\d])`,
  'i',
)
/** `` **Method** `POST` ``, `` **Method `POST`** ``, and nothing else in its line. */
const boldMethod = new RegExp(
  `(?:^|\\n)[*_]{2,3}(?:${methodNames})[*_]{0,3}[ \\t]+\`([A-Z]{3,8})(?=\`[ \\t]*[*_]{0,3}[ \\t]*(?:<br ?/?>)?[ \\t]*(?:\\r?\\n|$))`,
  'i',
)
/** Behind the verb, a line that is a path in code and nothing else. */
const pathBehind =
  /`?(?:<\/[^<>\n]{1,20}>)?[*_]{0,3}[ \t]*(?:<br ?\/?>|\\)?[ \t]*(?:\r?\n[ \t>]{0,9}){1,3}`(?=[^`\s]{2,300}`[ \t]*(?:<br ?\/?>)?\r?$)/my
/** Code and nothing else is a path, whatever it begins with: ``**URL** : `v1/kites` ``. */
export const pathLabel = new RegExp(
  `(?:^|(?<!\\b(?:example|sample)) |[\\n\\r\\t>])[*_]*(?:${pathNames})${colon}[\`*_<]*(?=[/{h]|(?<=\`)[\\w.-]{1,40}/[^\`\\s]{1,200}\`[ \\t]*(?:\\r?\\n|$))`,
  'i',
)

/** `url = {domain}/pots/fire` and `method = post`, a line each: `=` is a colon to who writes so. */
const assigned = new RegExp(
  `(?:^|\\n)(?:${pathNames}) ?= ?[\`]?[/{<h][^\\n=]*\\n(?:${methodNames}) ?= ?\`?(?:get|post|put|patch|delete)\\b`,
  'i',
)
const assignment = new RegExp(`(?<=(?:^|\\n)(?:${pathNames}|${methodNames}))( ?)=`, 'gi')

/** A label that has a line for itself, and the one line below it: `**Request URL:**`, `- /x`. */
const alone = new RegExp(`^[*_]*(?:${methodNames}|${pathNames})s?(?:[*_]*\\s?[:：][*_]*|[*_]{2,3})[ \\t]*$`, 'i')
const below = /[ \t]*\r?\n\s{0,9}(?:[-*+][ \t]{1,4})?\[?(?:`[ \t]?)?/y

export interface Verb {
  method: string
  range: Range
}

/** `**Method:** `POST`` and `**URI Template:** `/x``, in one paragraph of a section or in two. "Base URL" stands before the section's other path. */
export function labelled(syntax: Syntax): Candidate[] {
  const verbs = new Map<number, Verb[]>()
  const paths: Candidate[] = []
  for (const it of syntax.all('paragraph')) {
    const { range, section } = it
    const written = withoutCodedLabels(withBelow(syntax.text, range), it, syntax.text)
    const source = untagged(
      undrawn(written.includes('=') && assigned.test(written) ? written.replace(assignment, '$1:') : written),
    )
    if (!/[:：]|^[*_]{2}|[*_]{2}[ \t]*\r?\n/.test(source)) continue
    const verb = labelledVerb(source, range[0])
    if (verb) shelve(verbs, section, verb)
    const path = source.includes('/') ? pathLabel.exec(source) : null
    const url = path
      ? unmarked(path[0], readUrl(source, path.index + path[0].length, path[0].endsWith('`')))
      : verb && urlBehind(syntax.text, verb)
    const base = path ? range[0] : 0
    paths.push(...candidates(url, from(base), { form: 'label', section, block: range[0] }))
  }
  if (verbs.size > 0) paths.push(...pathTitles(syntax))
  return [...grouped(paths, ({ section }) => section)].flatMap(([section, own]) => {
    const whole = own.filter(({ block }) => !/^[*_]*base\b/i.test(syntax.text.slice(block, block + 9)))
    return paired(whole.length > 0 ? whole : own, verbs.get(section) ?? [])
  })
}

export function labelledVerb(source: string, base: number): Verb | undefined {
  const label = methodLabel.exec(source) ?? boldMethod.exec(source)
  const method = label?.[1]?.toUpperCase() ?? ''
  if (!label || !isHttpMethod(method)) return undefined
  const end = base + label.index + label[0].length
  return { method, range: [end - method.length, end] }
}

function urlBehind(text: string, { range }: Verb): Url | undefined {
  pathBehind.lastIndex = range[1]
  const start = pathBehind.test(text) ? pathBehind.lastIndex : undefined
  const url = start === undefined ? undefined : readUrl(text, start)
  return url && text[url.urlEnd] === '`' ? url : undefined
}

/** `<img src="https://img.shields.io/badge/GET-green">`: a picture of a verb, of which nothing is left but the verb; offsets hold. */
function undrawn(source: string): string {
  return source.includes('/badge/') ? source.replace(drawn, blanked) : source
}

const drawn =
  /(?:<img [^<>\n]{0,80}?src=["']|!\[[^\]\n]{0,40}\]\()https?:\/\/img\.shields\.io\/badge\/(?=[A-Z]{3,7}(?:[-_]|%20))/g

/** `__/x__`: the marks around a path are no part of it. */
function unmarked(label: string, url: Url | undefined): Url | undefined {
  const [marks = ''] = /[*_]*$/.exec(label) ?? []
  if (!url || marks === '' || !url.url.endsWith(marks)) return url
  return { ...url, url: url.url.slice(0, -marks.length), urlEnd: url.urlEnd - marks.length }
}

/** A paragraph, and the line that it is the label of; what marks that as a bullet is blanked. */
function withBelow(text: string, [start, end]: Range): string {
  const source = text.slice(start, end)
  if (source.length > 60 || !alone.test(source)) return source
  below.lastIndex = end
  const mark = below.exec(text)?.[0]
  if (mark === undefined) return source
  const at = end + mark.length
  const line = /[^\n]{0,300}/.exec(text.slice(at, at + 300))?.[0] ?? ''
  return `${source}\n${' '.repeat(mark.length - 1)}${line}`
}

/** Where a section has a verb for each path, they are read in order; else the first is that of all. A title may be the path of several. */
export function paired(paths: readonly Candidate[], verbs: readonly Verb[]): Candidate[] {
  const [only, another] = paths
  if (only?.form === 'heading' && !another) return verbs.flatMap((it) => withVerb(only, it))
  return paths.flatMap((it, at) => withVerb(it, paths.length === verbs.length ? verbs[at] : verbs[0]))
}

/** `` ## `/orders/{id}` ``, `## Endpoint: /orders`: a title that is a path and nothing else; a line below it says the method. */
function pathTitles(syntax: Syntax): Candidate[] {
  return syntax.all('heading').flatMap(({ range, section }) => {
    const source = syntax.text.slice(...range)
    const lead = pathTitle.exec(source)?.[0].length
    const url = lead === undefined ? undefined : readUrl(source, lead)
    if (!url || !/^[`*_]*$/.test(source.slice(url.urlEnd).trimEnd())) return []
    return candidates(url, from(range[0]), { form: 'heading', section, block: range[0] })
  })
}

const pathTitle = new RegExp(`^#{1,6} {1,3}(?:(?:${pathNames}):[ \\t]{0,3})?[\`*_]*(?=/)`, 'i')

/** The verb makes it an endpoint. */
export function withVerb(it: Candidate, verb: Verb | undefined): Candidate[] {
  return verb ? [{ ...it, method: verb.method, methodRange: verb.range, role: 'definition' as const }] : []
}
