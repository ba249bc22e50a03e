import { isConcreteValue } from '../../facts/endpoints/urls.ts'
import type { Path, Segment } from '../types/groups.ts'

const limit = 32

/** `lists(7)`: a key of OData, and any other number would do. */
const key = /(?<=[A-Za-z])\(\d+\)(?=\/|$)/g

/** The format of a representation, as one says it or as all do: `.json`, `.(json|xml)`, `.:format`. */
const format = /\.(?:json|xml|ya?ml|:format|\((?:\w+\|)*(?:json|xml)(?:\|\w+)*\))$/i

export function parsePath(path: string): Path {
  const opaque = path.includes('<%') || path.includes('{%') || path.includes('{{<')
  const written = plainBraces(path.replaceAll('\\', '').replaceAll('#{', '{').replace(format, '').replace(key, '(0)'))
  return { opaque, variants: expand(written).map(segments) }
}

/** `_{id}_`, `{_id_}`, `_{id_}`: emphasis that ended up in code. */
function plainBraces(path: string): string {
  return /_\{|_\}/.test(path) ? path.replace(/(?<=\/)_?\{_?([^{}]*?)_?\}_?(?=\/|$)/g, '{$1}') : path
}

/** `(/:x)`, `[/:x]` and `[.{format}]` are there or not, `(a|b)` is either, `/(id or name)` a parameter; quotes or an equals sign inside mean a function call. */
function expand(path: string): string[] {
  let found = [path]
  for (let round = 0; round < 5; round++) {
    const next = found.flatMap(expandOnce)
    if (next.length > limit || next.every((it, at) => it === found[at])) return found
    found = next
  }
  return found
}

function expandOnce(path: string): string[] {
  const group = /\(([^()'"=]*)\)\??|\[([/.][^[\]]*)\]|\{(\/[^{}]*)\}/.exec(path)
  if (!group) return [path]
  const before = path.slice(0, group.index)
  const after = path.slice(group.index + group[0].length)
  const inner = group[1] ?? group[2] ?? group[3] ?? ''
  const choices = inner.split('|').map((it) => it.trim())
  if (group[0].endsWith(')') && choices.length === 1 && isWholeSegment(before, after, inner))
    return [`${before}{${inner}}${after}`]
  const optional = /^[/.]/.test(inner) || group[0].endsWith('?')
  return [...choices, ...(optional && choices.length === 1 ? [''] : [])].map((it) => before + it + after)
}

function isWholeSegment(before: string, after: string, inner: string): boolean {
  return before.endsWith('/') && /^(?:$|[/?#])/.test(after) && /^\w[\w -]*$/.test(inner)
}

function segments(path: string): Segment[] {
  return splitSegments(path).filter(Boolean).map(segment)
}

/** At slashes outside of braces. */
export function splitSegments(path: string): string[] {
  if (!/[{<[(]/.test(path)) return path.split('/')
  const parts: string[] = ['']
  let depth = 0
  for (const char of path) {
    if ('{<['.includes(char)) depth++
    else if ('}>]'.includes(char)) depth = Math.max(0, depth - 1)
    if (char === '/' && depth === 0) parts.push('')
    else parts[parts.length - 1] += char
  }
  return parts
}

const parameter =
  /^(?:\{\{([^{}]+)\}\}|\{([^{}]+)\}|<<?([^<>]+)>>?|\[([^[\]]+)\]|\$\{([\w.-]+)\}|\$\{?(\w+)\}?|:([A-Za-z][\w-]*)[?]?|%(\w+)%|_([A-Za-z][\w ]*)_|([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+))$/

function segment(text: string): Segment {
  if (/^(?:\.{3}|…|\*{1,2})$/.test(text)) return { kind: 'rest', name: '' }
  const match = parameter.exec(text)
  if (match) {
    const name = (match.slice(1).find((it) => it !== undefined) ?? '').trim()
    return /(?:^|[_-])path$|[*+]$|^\*/i.test(name)
      ? { kind: 'rest', name: name.replace(/^\*|[*+]$/g, '') }
      : { kind: 'parameter', name }
  }
  if (isConcrete(text)) return { kind: 'parameter', name: '' }
  const around = /^([^{<[:]*)(?:\{.*\}|<.*>|\[.*\])([^}>\]]*)$/.exec(text)
  if (around) return { kind: 'pattern', before: around[1] ?? '', after: around[2] ?? '' }
  const called = text.endsWith(')') ? withArguments.exec(text)?.[1] : undefined
  if (called !== undefined) return { kind: 'literal', text: called }
  const keyed = named.exec(text)
  if (keyed) return { kind: 'pattern', before: keyed[1] ?? '', after: "')" }
  return { kind: 'literal', text }
}

/** `delta(token='latest')`: a function of OData, which has the same name without its arguments. */
const withArguments = /^([A-Za-z]\w*)\(\w+=[^()]*\)$/

/** `lists('list-id')`, `items('id')`: a key of OData that says what to write in its place. */
const named = /^([A-Za-z]\w*\(')(?:[a-z]+[-_])*(?:id|guid|name|title|url)'\)$/i

/** A value that stands for any: an id, or what calls itself a sample. */
export function isConcrete(segment: string): boolean {
  return /^\d$|^(?:my|your|some|example|sample|test)[-_]/i.test(segment) || isConcreteValue(segment)
}

export function parameterNames({ variants }: Path): string[] {
  const names = new Set<string>()
  for (const segments of variants) for (const it of segments) if ('name' in it && it.name) names.add(it.name)
  return [...names]
}

/** Whether what is called could be what is documented: every literal the same, parameters anything. */
export function covers(documented: readonly Segment[], called: readonly Segment[]): boolean {
  for (const [at, mine] of documented.entries()) {
    const theirs = called[at]
    if (mine.kind === 'rest' || theirs?.kind === 'rest') return restCovers(documented, called, at)
    if (theirs === undefined || !sameSegment(mine, theirs)) return false
  }
  return documented.length === called.length
}

/** What is behind the open end must fit at some later place; the end itself takes one segment at least. */
function restCovers(documented: readonly Segment[], called: readonly Segment[], at: number): boolean {
  if (called[at] === undefined) return false
  const [open, other] = documented[at]?.kind === 'rest' ? [documented, called] : [called, documented]
  const tail = open.slice(at + 1)
  const end = other.slice(Math.max(at + 1, other.length - tail.length))
  return end.length === tail.length && end.every((it, i) => sameSegment(tail[i] as Segment, it))
}

/** The path with its parameters' names left out, which make no other one. */
export function shape(path: string): string {
  return splitSegments(path).map(shaped).join('/')
}

/** The same of one segment: what stands around a parameter, as in `{id}:cancel`, does make another path. */
export function shaped(segment: string): string {
  return /[{<[:$]/.test(segment) ? segment.replace(inMarks, '{}') : segment
}

const inMarks = /\$?\{+[^{}]*\}+|<+[^<>]*>+|\[[^[\]]*\]|^[:$][\w-]+\??/g

export function sameSegment(a: Segment, b: Segment): boolean {
  if (a.kind === 'literal' && b.kind === 'literal') return a.text === b.text
  if (a.kind === 'pattern' && b.kind === 'literal') return fits(a, b.text)
  if (b.kind === 'pattern' && a.kind === 'literal') return fits(b, a.text)
  return true
}

function fits({ before, after }: { before: string; after: string }, text: string): boolean {
  return text.startsWith(before) && text.endsWith(after)
}

export function literals(path: readonly Segment[]): string[] {
  return path.flatMap((it) => (it.kind === 'literal' ? [it.text] : []))
}

/** As it is read: words, and where something else stands. */
export function written(path: readonly Segment[]): string {
  return path.map((it) => (it.kind === 'literal' ? it.text : '{}')).join('/')
}

/** Whether both have a word in one place: parameters cover anything, `/v4/:id` the end of `/v4/things/:id/image`, too. */
function meet(a: readonly Segment[], b: readonly Segment[]): boolean {
  return a.some((it, at) => it.kind === 'literal' && b[at]?.kind === 'literal')
}

/** Whether a value of the call would have to be a word of what is documented: `/kites/7/tails` is none of `/kites/flying/{id}`. Both are read from their ends. */
export function putsValues(documented: Path, called: Path): boolean {
  return documented.variants.every(
    (own) =>
      own.every(({ kind }) => kind !== 'rest') &&
      called.variants.every((it) => own.some((mine, at) => isValueFor(mine, it.at(at - own.length)))),
  )
}

/** Whether it is a word, and a value of the call stands in its place. */
export function isValueFor(mine: Segment | undefined, theirs: Segment | undefined): boolean {
  return mine?.kind === 'literal' && theirs?.kind === 'parameter' && theirs.name === ''
}

/** How many leading segments one side has beyond the other, where the rest of it is covered; undefined where it is not. */
export function suffixOffset(documented: readonly Segment[], called: readonly Segment[]): number | undefined {
  if (covers(documented, called)) return 0
  const most = 4
  const fits = (mine: readonly Segment[], theirs: readonly Segment[]) => meet(mine, theirs) && covers(mine, theirs)
  for (let k = 1; k <= most && k < called.length; k++) if (fits(documented, called.slice(k))) return k
  for (let k = 1; k <= most && k < documented.length; k++)
    if (!tearsApart(documented, k) && fits(documented.slice(k), called)) return -k
  return undefined
}

/** `/v1/users/{id}/pots` without `/v1/users`: what stands behind a word is one of those, and belongs to no base path. */
function tearsApart(documented: readonly Segment[], at: number): boolean {
  const before = documented[at - 1]
  return (
    documented[at]?.kind === 'parameter' && before?.kind === 'literal' && !/^(?:v\d[\w.]*|api|rest)$/i.test(before.text)
  )
}
