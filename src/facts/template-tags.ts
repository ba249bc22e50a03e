import type { Range } from '../types.ts'

/** `{% swagger method="get" path="/x" %}`, `{{< ref "x" >}}`, `::endpoint{path="/x"}`: a tag of a template, and what it is given. */
export interface TemplateTag {
  /** In lower case. */
  name: string
  range: Range
  /** What has no name, in order. */
  given: readonly TagArgument[]
  /** What has one, by it, in lower case. */
  attributes: ReadonlyMap<string, TagArgument>
}

export interface TagArgument {
  /** Without its quotes; escapes of Markdown are resolved. */
  value: string
  /** Where the value stands, without its quotes. */
  range: Range
}

/** How a notation begins, with the name of the tag; how what is given is written, one at a time; how it ends. */
interface Notation {
  opening: RegExp
  argument: RegExp
  closing: RegExp
}

const quoted = /"([^"]{0,600})"|'([^']{0,600})'|`([^`]{0,600})`/.source

/** `{% tag a="b" %}`, `{{< tag "b" >}}`, `{% tag a: "b" %}`, `{% tag a={b: "c", d: "e"} %}`: the parts of an object are told as if they stood alone. */
const template: Notation = {
  opening: /\{(?:%|\{[<%])-?[ \t]*([a-z][\w.-]{0,60})(?=[\s%>-])/gi,
  argument: new RegExp(
    `[\\s,]{1,40}(?:[\\w-]{1,60}=\\{\\s?(?=[\\w-]{1,60}:[ \\t]))?(?:([\\w:.-]{1,60}?)(?:[ \\t]?=[ \\t]?|:[ \\t]{1,9}(?=["'\`])))?(?:${quoted}|((?:(?!-?%\\}|>\\}\\})[^\\s,"'\`=]){1,300}))`,
    'y',
  ),
  closing: /\s*(?:(?<=["'`])\}\s*)?-?(?:%\}|[%>]\}\})/y,
}

/** `::tag{a="b"}`, of Markdown with components. */
const directive: Notation = {
  opening: /(?<=^|\n):{1,4}([a-z][\w-]{0,60})(?:\[[^\]\n]{0,200}\])?\{/gi,
  argument: new RegExp(`\\s{0,40}([\\w:.-]{1,60})=(?:${quoted})`, 'y'),
  closing: /\s*\}/y,
}

/** The tags that begin in a stretch of text, in order. What is given is read of those only that are called by one of the names. */
export function templateTags(text: string, range: Range, names?: RegExp): TemplateTag[] {
  return tagsIn(text, range, template, names)
}

/** The directives that begin in a stretch of text, in order. */
export function directives(text: string, range: Range): TemplateTag[] {
  return tagsIn(text, range, directive)
}

function tagsIn(text: string, [start, end]: Range, notation: Notation, names?: RegExp): TemplateTag[] {
  const found: TemplateTag[] = []
  for (const { index, 0: lead, 1: name = '' } of text.slice(start, end).matchAll(notation.opening)) {
    if (names?.test(name.toLowerCase()) === false) continue
    const said = readArguments(text, start + index + lead.length, notation)
    // What is given may hold what ends a stretch: to a template, marks of code in quotes are text.
    if (said) found.push({ name: name.toLowerCase(), range: [start + index, said.end], ...said.all })
  }
  return found
}

function readArguments(
  text: string,
  start: number,
  { argument, closing }: Notation,
): { end: number; all: Omit<TemplateTag, 'name' | 'range'> } | undefined {
  const given: TagArgument[] = []
  const attributes = new Map<string, TagArgument>()
  let end = start
  for (argument.lastIndex = start; ; end = argument.lastIndex) {
    const match = argument.exec(text)
    if (match === null) break
    const [, key, double, single, tick, bare] = match
    const inQuotes = double ?? single ?? tick
    const written = inQuotes ?? bare ?? ''
    const last = argument.lastIndex - (inQuotes === undefined ? 0 : 1)
    const one: TagArgument = { value: unescaped(written), range: [last - written.length, last] }
    if (key === undefined) given.push(one)
    else attributes.set(key.toLowerCase(), one)
  }
  closing.lastIndex = end
  return closing.test(text) ? { end: closing.lastIndex, all: { given, attributes } } : undefined
}

/** The editor escapes what Markdown would take for a mark. */
export function unescaped(text: string): string {
  return text.replace(/\\([_*~`[\]<>{}|])/g, '$1')
}

/** Whether a page has any; one look tells. */
export function hasTemplateTags(text: string): boolean {
  return text.includes('{%') || text.includes('{{<') || text.includes('{{%')
}

export function hasDirectives(text: string): boolean {
  return text.includes('="') && /^:{1,4}[a-z]/im.test(text)
}

/** Whether a page documents its endpoints by those of an editor; one look tells. */
export function hasEndpointTags(text: string): boolean {
  return text.includes('{% swagger ') || text.includes('{% api-method ')
}
