import { looksLikeJson, readSample } from '../../parse/sample.ts'
import type { Facts, Sample, Section } from '../../types.ts'
import { nothing } from '../nothing.ts'
import { between } from '../ranges.ts'
import type { CodeBlock } from './blocks/code.ts'

const opening = /^content_for\b[ \t]*(?:\([ \t]*)?:(\w{1,80})[^\n]*\bdo\b/
const call = /<%=\s*yield_content\s*(?:\(\s*)?:(\w{1,80})[^%]{0,400}%>/
const flow = /^(?:if|unless|case|while|until|for|begin)\b|\bdo\b(?:\s*\|[^|]*\|)?\s*$/

/** A sample that another file keeps under a name; an HTTP head may stand before it. */
export function embeddedSample(block: CodeBlock): Sample[] | undefined {
  const found = embedded(block.value)
  if (!found) return undefined
  const [message, more] = block.messages()
  const before = block.value.slice(0, found.start).trim()
  if (more || (before !== '' && message?.body?.start === undefined)) return undefined
  const range = [block.offset(found.start), block.offset(found.end)] as const
  const { language, section } = block
  const base = { range, language, section, container: message ? 'http' : 'fence' } as const
  const told = { role: message?.kind ?? 'unknown', status: message?.status } as const
  return [{ ...base, ...told, tolerated: [], embeds: { name: found.name, range } }]
}

/** The named block that a text shows and that holds nothing of its own, and where the text names it. */
function embedded(text: string): { name: string; start: number; end: number } | undefined {
  if (!text.includes('yield_content')) return undefined
  const found = call.exec(text)
  if (!found || text.slice(found.index + found[0].length).trim() !== '') return undefined
  return { name: found[1] ?? '', start: found.index, end: found.index + found[0].length }
}

/** What a template file states that keeps samples under names, for pages to show: `<% content_for :order do %> … <% end %>`. */
export function extractNamedSamples(text: string): Facts {
  const samples: Sample[] = []
  const titles: Section[] = []
  let open: { name: string; start: number; depth: number } | undefined
  let depth = 0
  for (const { code, start, end } of tags(text)) {
    const name = opening.exec(code)?.[1]
    if (name !== undefined && !open) open = { name, start: end, depth }
    if (flow.test(code)) depth++
    if (!/^end\b/.test(code)) continue
    depth--
    if (open && depth === open.depth) {
      samples.push(...namedSample(text, open.name, open.start, start))
      titles.push(...titlesIn(text, open.start, start))
      open = undefined
    }
  }
  const empty = nothing(text)
  return { ...empty, samples, sections: [...empty.sections, ...titles] }
}

/** A block may hold a part of a page, headings and all. */
function titlesIn(text: string, start: number, end: number): Section[] {
  const block = text.slice(start, end)
  if (looksLikeJson(block) || !block.includes('#')) return []
  return [...block.matchAll(/^(#{1,6})[ \t]+(\S.{0,200})$/gm)].map(
    ({ index, 0: line, 1: marks = '', 2: title = '' }) => {
      const heading = [start + index, start + index + line.length] as const
      return { range: heading, heading, title: title.trim(), depth: marks.length, parent: 0 }
    },
  )
}

interface Tag {
  code: string
  start: number
  end: number
}

function tags(text: string): Tag[] {
  return between(text, '<%', '%>').map(([start, end]) => {
    const written = text.slice(start + 2, end)
    return { code: written.replace(/^-|-$/g, '').trim(), start, end: end + 2 }
  })
}

/** A block with conditions in it shows one thing to some pages and another to others: of that and of what is no JSON, the name is all there is to tell. */
function namedSample(text: string, name: string, start: number, end: number): Sample[] {
  const value = text.slice(start, end)
  const base = { range: [start, end], language: 'json', container: 'file', role: 'unknown', section: 0, name } as const
  if (!looksLikeJson(value) || tags(value).some(({ code }) => flow.test(code))) return [{ ...base, tolerated: [] }]
  const { json, tolerated, error } = readSample({ value, offset: (at) => start + at }, 'json')
  return [{ ...base, json, tolerated, error }]
}
