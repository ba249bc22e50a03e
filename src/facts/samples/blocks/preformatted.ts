import { unescapeHtml } from '../../../parse/entities.ts'
import type { Range, Shown } from '../../../types.ts'
import type { Syntax } from '../../syntax.ts'
import type { CodeBlock } from './code.ts'
import { shownBlock } from './shown.ts'

const begin = /<pre\b[^<>]{0,300}>(?:\s*<code\b[^<>]{0,300}>)?[ \t]*\n?/gi
const named = /\blang(?:uage)?-([\w+#-]{1,30})|\b(?:data-)?lang(?:uage)?=["']([\w+#-]{1,30})["']/i
/** Elements that mark a word. What else stands in angle brackets is a placeholder to whoever wrote the block. */
const markup = /<\/?(?:a|b|i|u|em|strong|code|span|mark|font|kbd|samp|var|tt|small|del|ins|su[bp])\b[^<>]{0,300}>/iy
const entity = /&(?:amp|lt|gt|quot|#\d{2,5});/y

/** Blocks of code that are written as HTML: `<pre class="terminal">`. In a table's cell most are part of a sentence. */
export function preformatted(syntax: Syntax): CodeBlock[] {
  if (!syntax.text.includes('<pre')) return []
  return syntax.all('html').flatMap(({ range }) => {
    const source = syntax.text.slice(...range)
    const found: CodeBlock[] = []
    const cell = source.search(/<t[dh]\b/i)
    let end = 0
    for (const { 0: head, index } of source.matchAll(begin)) {
      const from = index + head.length
      if (end < from) end = source.indexOf('</pre', from)
      if (end < 0) break
      // Of several that nobody closed, the last one begins the code.
      if (source.lastIndexOf('<pre', end) >= from) continue
      if (cell >= 0 && cell < index && !isBlock(head, source.slice(from, end))) continue
      const shown = read(syntax.text, [range[0] + from, range[0] + end])
      const [, ofClass, ofLanguage] = named.exec(head) ?? []
      const language = (ofClass ?? ofLanguage ?? '').toLowerCase()
      const section = syntax.sectionAt(range[0] + index)
      found.push(shownBlock(shown, { language, section, range: [range[0] + index, range[0] + end] }))
    }
    return found
  })
}

/** What is marked as code, too, and begins with a brace and takes several lines, is a sample wherever it stands. */
function isBlock(head: string, content: string): boolean {
  const shown = content.replace('</code>', '').trim()
  return /<code\b/i.test(head) && /^[{[]/.test(shown) && shown.includes('\n')
}

/** What a reader sees, and where each stretch of it stands in the document. */
function read(text: string, [start, end]: Range): Shown {
  const starts = [{ value: 0, text: start }]
  let value = ''
  let from = start
  for (let at = start; at < end; ) {
    const { length, stands } = hidden(text, at)
    if (length === 0) {
      at++
      continue
    }
    value += text.slice(from, at) + stands
    at += length
    from = at
    starts.push({ value: value.length, text: at })
  }
  return { value: `${value}${text.slice(from, end)}`.trimEnd(), starts }
}

/** How much of the source at a place is no text, and what it stands for. */
function hidden(text: string, at: number): { length: number; stands: string } {
  const char = text[at]
  if (char === '\r') return { length: 1, stands: text[at + 1] === '\n' ? '' : '\n' }
  if (char === '<') {
    markup.lastIndex = at
    return { length: markup.exec(text)?.[0].length ?? 0, stands: '' }
  }
  entity.lastIndex = at
  const [whole = ''] = (char === '&' && entity.exec(text)) || []
  return { length: whole.length, stands: unescapeHtml(whole) }
}
