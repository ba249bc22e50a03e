import { unescapeHtml } from '../../../parse/entities.ts'
import { placeOf } from '../../../parse/places.ts'
import { textBefore } from '../../../text.ts'
import type { HttpFault, Range } from '../../../types.ts'
import { commonMethods } from '../../methods.ts'
import type { Syntax } from '../../syntax.ts'
import type { CodeBlock } from '../blocks/code.ts'
import { looseLanguages } from '../languages.ts'

const entity = /&(?:amp|lt|gt);/g

/** A URL, or the path of a request line, with an entity in it. Whoever shows tags or attributes shows how HTML is written. */
const inBlock = new RegExp(
  `^(?!.*(?:</|/>|=["']|&quot;))[^\\n]*?((?:https?://|(?<=^[ \\t]{0,20}(?:${commonMethods}) +)/)[^\\s"']{0,1000}?&(?:amp|lt|gt);[^\\s"']*)`,
  'gm',
)
const inSpan = new RegExp(`^(?:(?:${commonMethods}) +)?((?:https?://|/)[^\\s"'<>]*?&(?:amp|lt|gt);[^\\s"'<>]*)$`, 'd')
/** Text that tells how characters are written. */
const explains = /\b(?:entit(?:y|ies)|escap\w*|encod\w*|saniti[sz]\w*)\b/i

/** `/lids?a=1&amp;b=2` in code, which resolves no entities: readers see them, and copy them. The code of HTML does resolve them. */
export function shownEntities(syntax: Syntax, blocks: readonly CodeBlock[]): HttpFault[] {
  const { text } = syntax
  if (!/&(?:amp|lt|gt);/.test(text)) return []
  const inBlocks = blocks.flatMap((block) => (isPlain(block, text) ? urlsOf(block) : []))
  const inSpans = syntax.all('inlineCode').flatMap(({ range: [start, end] }): Range[] => {
    const marks = /^`+ ?/.exec(text.slice(start, end))?.[0].length ?? 0
    const at = inSpan.exec(text.slice(start + marks, end).replace(/ ?`+$/, ''))?.indices?.[1]
    return at ? [[start + marks + at[0], start + marks + at[1]]] : []
  })
  return [...inBlocks, ...inSpans]
    .filter(([start]) => !explains.test(textBefore(text, start, 300)))
    .map((range) => fault(text, range))
}

/** Code as Markdown reads it, in no language that has entities of its own. */
function isPlain({ marked, language, range: [start] }: CodeBlock, text: string): boolean {
  return !marked && looseLanguages.has(language) && text[start] !== '<'
}

function urlsOf({ value, offset }: CodeBlock): Range[] {
  return [...value.matchAll(inBlock)].map(({ index, 0: line, 1: url = '' }): Range => {
    const end = index + line.length
    return placeOf([end - url.length, end], offset)
  })
}

function fault(text: string, [start, end]: Range): HttpFault {
  const found = [...text.slice(start, end).matchAll(entity)].map(({ index, 0: shown }) => ({
    range: [start + index, start + index + shown.length] as Range,
    shown,
    text: unescapeHtml(shown),
  }))
  const [first] = found
  return {
    range: first?.range ?? [start, end],
    message: `the URL shows "${first?.shown}" as it is written: code resolves no entities`,
    help: `write "${first?.text}"`,
    fix: { safety: 'suggestion', edits: found.map(({ range, text }) => ({ range, text })) },
  }
}
