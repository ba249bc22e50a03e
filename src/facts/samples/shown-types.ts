import { placeOf } from '../../parse/places.ts'
import type { Problem } from '../../types.ts'
import type { CodeBlock } from './blocks/code.ts'

const types = `(?:[Ss]tring|integer|int|[Nn]umber|[Bb]oolean|bool|float|double|[Dd]ate(?:time)?)`
/** `"lid": string`, `"lid": string?  // of the kiln`: a member on a line of its own, its type in place of a value, and no comma behind it. */
const bare = new RegExp(String.raw`^([ \t]*"[^"\n]{1,60}"[ \t]{0,9}:[ \t]{0,40})(${types}\??)[ \t]*(?://.*)?$`)
/** The same with a comma, whatever its value. */
const parted = /^[ \t]*"[^"\n]{1,60}"[ \t]{0,9}:[^\n]*?,[ \t]*(?:\/\/.*)?$/
const named = /^[ \t]*("[^"\n]{1,60}")[ \t]{0,9}:/
/** Which blocks are worth a look at their lines. */
const typed = new RegExp(String.raw`:[ \t]{0,40}${types}\b`)
const mayShowTypes = /^(?:json[c5]?|te?xt|plain(?:text)?|)$/

interface Shape {
  parted: number
  /** Where a comma is missing, and before which name. */
  lacking: { range: Problem['range']; name: string }[]
}

/**
 * Commas that are missing where a block shows types in place of values: what it is written in has no name, but it parts its members by
 * commas, as most of its own lines, or nearly all those of its page, say.
 */
export function unpartedTypes(blocks: readonly CodeBlock[]): Problem[] {
  const shapes = blocks.filter(({ language, value }) => mayShowTypes.test(language) && typed.test(value)).map(shapeOf)
  const lacking = shapes.flatMap((it) => it.lacking).length
  const isPageClear = lacking > 0 && shapes.reduce((count, it) => count + it.parted, 0) >= 8 * lacking
  return shapes
    .filter((it) => isClear(it) || (isPageClear && (it.parted > 0 || it.lacking.length === 1)))
    .flatMap(({ lacking }) => lacking)
    .map(({ range, name }) => ({ kind: 'json', range, message: `comma missing before ${name}`, help: 'add a comma' }))
}

function isClear({ parted, lacking }: Shape): boolean {
  return parted > 1 && parted >= 2 * lacking.length
}

function shapeOf({ value, offset }: CodeBlock): Shape {
  const shape: Shape = { parted: 0, lacking: [] }
  let start = 0
  const lines = value.split('\n')
  lines.forEach((line, at) => {
    const [, name] = named.exec(lines[at + 1] ?? '') ?? []
    if (name !== undefined) {
      const [, before = '', type] = bare.exec(line) ?? []
      if (type !== undefined) {
        const from = start + before.length
        shape.lacking.push({ range: placeOf([from, from + type.length], offset), name })
      } else if (parted.test(line)) shape.parted++
    }
    start += line.length + 1
  })
  return shape
}
