import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Plugin, unified } from 'unified'
import type { Json, Range } from '../types.ts'

/** What a remark plugin says of a text. */
interface Remark {
  range: Range
  message: string
}

/** A remark plugin that judges a text, with its option or without. */
export type RemarkLint = (text: string, option: Json) => Remark[]

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze()

export type RemarkPlugin = Plugin<unknown[]>

/** Several plugins judge one text in turn; the reference parser is slow, so it reads a text once. */
let latest: { text: string; tree: ReturnType<typeof parser.parse> } | undefined

export function remarkLint(plugin: RemarkPlugin): RemarkLint {
  return (text, option) => {
    if (latest?.text !== text) latest = { text, tree: parser.parse(text) }
    const shift = text.startsWith('\ufeff') ? 1 : 0
    let remarks: Remark[] | undefined
    const processor = option === null ? unified().use(plugin) : unified().use(plugin, option)
    processor.run(latest.tree, { value: text }, (error, _, file) => {
      if (error) throw error
      remarks = file?.messages.map(({ reason, place }) => ({ message: reason, range: rangeOf(place, shift) }))
    })
    if (!remarks) throw new Error('the plugin is asynchronous')
    return remarks
  }
}

type Place = { offset?: number } | { start: { offset?: number }; end: { offset?: number } } | undefined

function rangeOf(place: Place, shift: number): Range {
  const [start, end] = place && 'start' in place ? [place.start, place.end] : [place, place]
  return [(start?.offset ?? 0) + shift, (end?.offset ?? 0) + shift]
}
