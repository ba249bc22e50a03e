import { byStart } from '../../text.ts'
import type { Range, TemplateExpression } from '../../types.ts'
import { ranges } from '../ranges.ts'
import type { Syntax } from '../syntax.ts'

/** What Liquid leaves alone, or drops. One pass: a block that is never closed reaches to the end. */
export function rawBlocks(text: string): Range[] {
  const blocks: Range[] = []
  const open = /\{%-?\s*(raw|comment)\s*-?%\}/g
  for (let start = open.exec(text); start !== null; start = open.exec(text)) {
    const close = new RegExp(`\\{%-?\\s*end${start[1]}`, 'g')
    close.lastIndex = open.lastIndex
    const end = close.exec(text)?.index ?? text.length
    blocks.push([start.index, end])
    open.lastIndex = end
  }
  return blocks
}

/** `{{ name }}` in code, where a template engine that works on the text would see it, and nothing on the page defines the name. */
export function templateExpressions(syntax: Syntax): TemplateExpression[] {
  const { text } = syntax
  if (!text.includes('{{')) return []
  const own = new Set(
    Array.from(text.matchAll(/\{%-?\s*(?:assign|capture|for|tablerow|[ic]ycle)\s+([\w-]+)/g), (it) => it[1]),
  )
  const raw = ranges(rawBlocks(text))
  const found: TemplateExpression[] = []
  for (const { range } of [...syntax.all('code'), ...syntax.all('inlineCode')]) {
    for (const match of text.slice(...range).matchAll(/\{\{-?([^{}\n]{0,200})\}\}/g)) {
      const start = range[0] + match.index
      const name = /^[A-Za-z_][\w-]*/.exec((match[1] ?? '').trim())?.[0]
      if (name === undefined || own.has(name) || raw.at(start)) continue
      found.push({ range: [start, start + match[0].length], name })
    }
  }
  return found.sort(byStart)
}
