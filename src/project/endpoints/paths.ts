import { isConcreteValue } from '../../facts/endpoints/parameters.ts'
import type { Named } from '../types/endpoints.ts'
import type { Path, Segment } from '../types/groups.ts'

const limit = 32

/** `lists(7)`: a key of OData, and any other number would do. */
const key = /(?<=[A-Za-z])\(\d+\)(?=\/|$)/g

/** The format of a representation, as one says it or as all do: `.json`, `.(json|xml)`, `.:format`. */
const format = /\.(?:json|xml|ya?ml|:format|\((?:\w+\|)*(?:json|xml)(?:\|\w+)*\))$/i

export function parsePath(path: string): Path {
  const opaque = path.includes('<%') || path.includes('{%') || path.includes('{{<')
  const written = plainBraces(
    path
      .replaceAll('\\', '')
      .replace(/#\{|\{:/g, '{')
      .replace(format, '')
      .replace(key, '(0)'),
  )
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
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < path.length; at++) {
    const char = path.charAt(at)
    if (char === '{' || char === '<' || char === '[') depth++
    else if (char === '}' || char === '>' || char === ']') depth = Math.max(0, depth - 1)
    else if (char === '/' && depth === 0) {
      parts.push(path.slice(start, at))
      start = at + 1
    }
  }
  parts.push(path.slice(start))
  return parts
}

const parameter =
  /^(?:\{\{([^{}]+)\}\}|\{([^{}]+)\}|<<?([^<>]+)>>?|\[([^[\]]+)\]|\$\{([\w.-]+)\}|\$\{?(\w+)\}?|:([A-Za-z][\w-]*)[?]?|%(\w+)%|_([A-Za-z][\w ]*)_|([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+))$/

function segment(text: string): Segment {
  if (/^(?:\.{3}|…|\*{1,2})$/.test(text)) return { kind: 'rest', name: '' }
  const match = parameter.exec(text)
  if (match) {
    const name = bareName((match.slice(1).find((it) => it !== undefined) ?? '').trim())
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

/** `{:id}` is marked twice, `{id?}` optional, `{id:int}`, `{id: [0-9]+}`, `<int:id>` and `{name=shelves/*}` say what fits. */
function bareName(name: string): string {
  return name.replace(/^:|^(?:int|float|str|string|slug|uuid|path|any):(?=\w)|(?<=\w)(?:\?|:.*|=.*)$/g, '')
}

/** `delta(token='latest')`: a function of OData, which has the same name without its arguments. */
const withArguments = /^([A-Za-z]\w*)\(\w+=[^()]*\)$/

/** `lists('list-id')`, `items('id')`: a key of OData that says what to write in its place. */
const named = /^([A-Za-z]\w*\(')(?:[a-z]+[-_])*(?:id|guid|name|title|url)'\)$/i

/** A value that stands for any: an id, or what calls itself a sample. */
export function isConcrete(segment: string): boolean {
  return /^\d$|^(?:my|your|some|example|sample|test)[-_]/i.test(segment) || isConcreteValue(segment)
}

/** `v3`, `v1.25` */
export function isVersion(segment: string): boolean {
  return /^v\d+(?:\.\d+)*$/i.test(segment)
}

/** A segment as it is compared: `V4.0` and `v4` are one version. */
export function folded(segment: string): string {
  return (isVersion(segment) ? segment.replace(/\.0$/, '') : segment).toLowerCase()
}

/** What the parameters of some paths are called, each name once. */
export function parameterNames(paths: readonly Path[]): string[] {
  const names = new Set<string>()
  for (const { variants } of paths)
    for (const segments of variants) for (const it of segments) if ('name' in it && it.name) names.add(it.name)
  return [...names]
}

/** Whether a path is written as nobody would write a whole one: percent-encoded, made by a template, or with something left out. */
export function isUnclear(path: string): boolean {
  return /[%…]|\.\.\./.test(path)
}

/** The path with its parameters' names left out, which make no other one. */
export function shape(path: string): string {
  return shapedSegments(path).join('/')
}

/** A method and a path, whatever its parameters are called. */
export function operationOf({ method, path }: Named): string {
  return `${method} ${shape(path)}`
}

export function shapedSegments(path: string): string[] {
  return splitSegments(path).map(shaped)
}

/** The same of one segment: what stands around a parameter, as in `{id}:cancel`, does make another path. */
export function shaped(segment: string): string {
  return /[{<[:$]/.test(segment) ? segment.replace(inMarks, '{}') : segment
}

/** The same of a path that may be filled in: without what stands for its parameters, be it a name or a value. */
export function openSegments(path: string): string[] {
  return splitSegments(path.replace(/\/$/, '')).map((it) => (isConcrete(it) ? '{}' : shaped(it)))
}

/** The name in a segment that is a parameter by its marks: `:id`, `{id}`, `<id>`. */
export function markedName(segment: string): string | undefined {
  return /^(?::|\{\{?|<)([A-Za-z][\w-]*)(?:\}\}?|>)?$/.exec(segment)?.[1]
}

/** What stands behind the first slash. */
export function headOf(path: string): string {
  return path.split('/', 2)[1] ?? ''
}

const inMarks = /\$?\{+[^{}]*\}+|<+[^<>]*>+|\[[^[\]]*\]|^[:$][\w-]+\??/g

export function literals(path: readonly Segment[]): string[] {
  return path.flatMap((it) => (it.kind === 'literal' ? [it.text] : []))
}

/** As it is read: words, and where something else stands. */
export function written(path: readonly Segment[]): string {
  return path.map((it) => (it.kind === 'literal' ? it.text : '{}')).join('/')
}
