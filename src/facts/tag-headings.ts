import { member, text as textIn } from '../parse/json.ts'
import { magicBlocks } from '../parse/magic-blocks.ts'
import type { Range } from '../types.ts'
import { hasEndpointTags, templateTags } from './template-tags.ts'

/** What begins a section of the page and is no heading to Markdown. */
export interface TagHeading {
  range: Range
  title: string
  /** Absent for what stands one level below the heading around it, beside others of its kind. */
  depth?: number
}

/** Whether a page has any; one look tells. */
export function hasTagHeadings(text: string): boolean {
  return hasEndpointTags(text) || text.includes('[block:api-header]')
}

/** Those of a paragraph, in order. */
export function tagHeadings(text: string, range: Range): TagHeading[] {
  return [...endpointTags(text, range), ...headers(text, range)].sort((a, b) => a.range[0] - b.range[0])
}

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
