import { onlyOne, shelve } from '../../../grouped.ts'
import type { Document, Schema } from '../../../types.ts'
import { leadingLine } from '../../sections.ts'

/** How `captioned` says which table it means: by where that begins, for it has no title. */
export const atOffset = /^#:(\d+)$/

const parts =
  /^(?:objects?|arrays?|lists?|fields?|propert(?:y|ies)|attributes?|param(?:eter)?s?|structure|schema|details|keys?|elements?|items?|entr(?:y|ies)|descriptions?)$/
const fillers = /^(?:contains?|has|is|of|the|following|as|follows|an?|each|with|in)$/
const chinese = /(?:对象|数组|列表|字段|参数|属性|结构|说明|描述)/g
const marks = /^[*_]{1,3}|[*_]{1,3}$|[:：]/g

/** `schedule object field description:`, "**`owner` fields**", "The `owner` object:": a name, and words that say that its parts follow. */
function nameIn(line: string): string | undefined {
  const words = line.replace(marks, '').replace(chinese, ' fields ').trim().split(/\s+/)
  if (/^(?:the|each|every)$/i.test(words[0] ?? '')) words.shift()
  const [first = '', ...rest] = words
  const name = /^[`*"]{0,3}([A-Za-z_][\w-]{1,60})[`*"]{0,3}$/.exec(first)?.[1]
  const said = rest.map((it) => it.toLowerCase())
  const isCaption = said.some((it) => parts.test(it)) && said.every((it) => parts.test(it) || fillers.test(it))
  return isCaption ? name : undefined
}

/** Tables by the name of what they say there is in it, which the line above each tells. */
type Captions = ReadonlyMap<string, readonly Schema[]>

export function captionsOf(document: Document): Captions {
  const found = new Map<string, Schema[]>()
  for (const schema of document.facts.schemas) {
    if (schema.form !== 'table') continue
    const line = leadingLine(document, schema)
    const name = line.length > 120 ? undefined : nameIn(line)
    if (name !== undefined) shelve(found, name, schema)
  }
  return found
}

/** The one table of the section, or else of the page, that is captioned with a name. */
export function captioned(captions: Captions, name: string, { section, range }: Schema): string | undefined {
  const all = captions.get(name)?.filter((it) => it.range[0] !== range[0]) ?? []
  const near = all.filter((it) => it.section === section)
  const one = onlyOne(near.length > 0 ? near : all)
  return one && `#:${one.range[0]}`
}
