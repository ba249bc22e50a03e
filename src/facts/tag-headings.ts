import { member, text as textIn } from '../parse/json.ts'
import { magicBlocks } from '../parse/magic-blocks.ts'
import { byStart, startOfLine } from '../text.ts'
import type { Range } from '../types.ts'
import { methods } from './methods.ts'
import { hasEndpointTags, templateTags } from './template-tags.ts'

/** What begins a section of the page and is no heading to Markdown. */
interface TagHeading {
  range: Range
  title: string
  /** Absent for what stands one level below the heading around it, beside others of its kind. */
  depth?: number
}

/** Whether a page has any; one look tells. */
export function hasTagHeadings(text: string): boolean {
  return (
    hasEndpointTags(text) ||
    text.includes('[block:api-header]') ||
    text.includes('<summary') ||
    text.includes('</h') ||
    text.includes('\n::: ')
  )
}

/** Those of a paragraph or of a block of HTML, in order. */
export function tagHeadings(text: string, range: Range): TagHeading[] {
  const found = [
    ...endpointTags(text, range),
    ...headers(text, range),
    ...summaries(text, range),
    ...containers(text, range),
    ...elements(text, range),
  ]
  return found.sort(byStart)
}

const part = /<!--|<(\/?)(?:(h[1-6])|aside|blockquote|div|dl|footer|header|li|nav|ol|pre|table|ul)\b[^<>]{0,400}>/gi

/** `<h3 class="title">Read a jar</h3>` on a line of its own, in nothing but the page: cards and cells have titles, and no section. */
function elements(text: string, [start, end]: Range): TagHeading[] {
  const source = text[start] === '<' ? text.slice(start, end) : ''
  if (!source.includes('</h')) return []
  return outermost(source).flatMap(({ name, range: [at, behind] }): TagHeading[] => {
    const [shown = '', close] = source.slice(behind, behind + 400).split(`</${name}>`, 2)
    const title = close === undefined || !beginsLine(text, start + at) ? '' : titleOf(shown)
    const stop = behind + shown.length + name.length + '</>'.length
    return title === '' ? [] : [{ range: [start + at, start + stop], title, depth: Number(name[1]) }]
  })
}

/** Tags that begin a heading, in no other element and in no comment. */
function outermost(source: string): { name: string; range: Range }[] {
  const found: { name: string; range: Range }[] = []
  const parts = new RegExp(part)
  let depth = 0
  for (let it = parts.exec(source); it !== null; it = parts.exec(source)) {
    const { index, 0: tag, 1: slash, 2: name } = it
    if (tag === '<!--') {
      const close = source.indexOf('-->', index)
      parts.lastIndex = close < 0 ? source.length : close
    } else if (!name) depth = Math.max(0, depth + (slash ? -1 : 1))
    else if (!slash && depth === 0) found.push({ name, range: [index, parts.lastIndex] })
  }
  return found
}

function beginsLine(text: string, at: number): boolean {
  return text.slice(startOfLine(text, at), at).trim() === ''
}

function titleOf(source: string): string {
  return source
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const summary = new RegExp(
  `<summary\\b[^<>\\n]{0,100}>\\s*((?:<\\w[^<>\\n]{0,100}>\\s*){0,4}(?:${methods})\\b(?:[\\s\`]|<[^<>\\n]{1,100}>){1,9}/[\\s\\S]{0,400}?)</summary>`,
  'g',
)

/** `<summary><b>GET</b> <code>/games</code></summary>`: what it opens is all about one endpoint. */
function summaries(text: string, [start, end]: Range): TagHeading[] {
  return Array.from(text.slice(start, end).matchAll(summary), ({ index, 0: whole, 1: shown = '' }) => ({
    range: [start + index, start + index + whole.length],
    title: shown.replace(/<[^<>]*>|`/g, '').trim(),
  }))
}

const container = /^:::[ \t]*[a-z][\w-]*[ \t]+(\S[^\n]{0,200})\n([\s\S]{1,2000}?)\n:::[ \t]*(?:\r?\n|$)/

/** `::: theorem Read a jar`, and nothing in it but bullets that name a method and a path: what stands below is about that endpoint. */
function containers(text: string, [start]: Range): TagHeading[] {
  if (!text.startsWith(':::', start)) return []
  const [, title = '', body = ''] = container.exec(text.slice(start, start + 2500)) ?? []
  const lines = body.split('\n').filter((it) => it.trim() !== '')
  const isCard = lines.length > 1 && lines.every((it) => /^[-*+][ \t]/.test(it))
  if (!isCard || !namesPath.test(body) || !namesMethod.test(body)) return []
  return [{ range: [start, text.indexOf('\n', start)], title: title.trim() }]
}

const namesPath = /^[-*+][ \t]+[^\n:：`]{1,40}[:：][ \t*_]*`?\/[\w{:]/m
const namesMethod = new RegExp(`^[-*+][ \\t]+[^\\n:：\`]{1,40}[:：][ \\t*_]*\`?(?:${methods})\\b`, 'm')

/** Tags that document one endpoint each. A summary may be an attribute, or a tag of its own right below. */
function endpointTags(text: string, range: Range): TagHeading[] {
  return templateTags(text, range, /^(?:swagger|api-method)$/).map((it) => {
    const value = (key: string) => it.attributes.get(key)?.value.trim() ?? ''
    const below = belowTag.exec(text.slice(it.range[1], it.range[1] + 300))?.[1]
    const summary = value('summary') || (below?.trim() ?? '')
    return { range: it.range, title: summary || `${value('method').toUpperCase()} ${value('path')}`.trim() }
  })
}

const belowTag = /^\s*\{% api-method-summary %\}\s*([^\n{]{1,200})/

function headers(text: string, range: Range): TagHeading[] {
  return magicBlocks(text, range).flatMap((it) => {
    const title = textIn(member(it.data, 'title'))
    const level = member(it.data, 'level')
    const depth = level?.kind === 'number' ? Math.min(6, Math.max(1, Number(level.value))) : 2
    return it.kind === 'api-header' && title !== undefined ? [{ range: it.range, title, depth }] : []
  })
}
