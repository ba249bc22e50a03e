import type { Range } from '../types.ts'

/** `{% swagger method="get" path="/x" %}`: a tag of a block editor, and what it says. */
export interface BlockTag {
  name: string
  range: Range
  /** By name, in lower case; escapes of Markdown are resolved. */
  attributes: ReadonlyMap<string, TagAttribute>
}

export interface TagAttribute {
  value: string
  /** Where the value stands, without its quotes. */
  range: Range
}

const tag = /\{%[ \t]*([a-z][a-z-]{0,60})((?:[ \t]+[\w:.-]{1,40}=(?:"[^"\n]{0,500}"|[\w.-]{1,40}))*)[ \t]*%\}/gi
const attribute = /([\w:.-]{1,40})=(?:"([^"\n]{0,500})"|([\w.-]{1,40}))/g

/** The tags of a stretch of text, in order. */
export function blockTags(text: string, [start, end]: Range): BlockTag[] {
  return Array.from(text.slice(start, end).matchAll(tag), ({ 0: whole, 1: name = '', 2: said = '', index }) => {
    const at = start + index
    const from = at + whole.indexOf(said, 2)
    const attributes = new Map<string, TagAttribute>()
    for (const { 0: all, 1: key = '', 2: quoted, 3: bare = '', index: offset } of said.matchAll(attribute)) {
      const written = quoted ?? bare
      const first = from + offset + all.length - written.length - (quoted === undefined ? 0 : 1)
      attributes.set(key.toLowerCase(), { value: unescaped(written), range: [first, first + written.length] })
    }
    return { name: name.toLowerCase(), range: [at, at + whole.length], attributes }
  })
}

/** The editor escapes what Markdown would take for a mark. */
export function unescaped(text: string): string {
  return text.replace(/\\([_*~`[\]<>{}|])/g, '$1')
}

/** Whether a page documents its endpoints by such tags; one look tells. */
export function hasEndpointTags(text: string): boolean {
  return text.includes('{% swagger ') || text.includes('{% api-method ')
}
