import type { Fact, Range } from '../types.ts'
import { type Located, type Syntax, textOf } from './syntax.ts'

/** All of a paragraph, an item or a cell. */
const whole =
  /^[[(*_]*(?:to ?do|tbd|tbc|tba|fixme|xxx|lorem ipsum\b.*|to be (?:defined|determined|decided|added|written|completed|documented|done|announced)|(?:add|insert|your) (?:text|content|description|title) here|placeholder(?: text)?|description goes here)[\])*_]*[.:…!]*$/i
/** Words that are capitals only where somebody left them for later. */
const leading = /^(?:TODO|FIXME|TBD|XXX)\b\s*[:(–—-]/
const within = /\((?:TODO|TBD|FIXME|TBC)\)|\blorem ipsum dolor\b/

/** Something that each of the three needs. */
const hint =
  /to ?do(?![a-z])|(?:tb[dca]|xxx)(?![a-z])|fixme|lorem|to be (?:a[dn]|c|d[eo]|w)|(?:text|content|description|title|goes) here|placeholder/gi

/** Text that stands for text that nobody wrote yet. Comments and code are not shown to readers, or mean something else. */
export function placeholders(syntax: Syntax): Fact[] {
  // One scan of the page decides for almost all of them.
  const hits = [...syntax.text.matchAll(hint)].map(({ index }) => index)
  if (hits.length === 0) return []
  return (['paragraph', 'tableCell', 'heading'] as const)
    .flatMap((type) => around(hits, syntax.all(type)))
    .filter(({ node, range }) => {
      if (range[1] - range[0] > 2000) return false
      const text = textOf(node).trim()
      return whole.test(text) || leading.test(text) || within.test(text)
    })
    .map(({ range }) => ({ range: inner(syntax.text, range) }))
    .sort((a, b) => a.range[0] - b.range[0])
}

/** What holds one of the offsets; both are in document order. */
function around(hits: number[], nodes: Located[]): Located[] {
  let next = 0
  return nodes.filter(({ range }) => {
    while (next < hits.length && (hits[next] as number) < range[0]) next++
    return next < hits.length && (hits[next] as number) < range[1]
  })
}

/** A cell without its bars and blanks. */
function inner(text: string, [start, end]: Range): Range {
  const source = text.slice(start, end)
  const before = source.length - source.replace(/^[|\s]+/, '').length
  return [start + before, start + source.replace(/[|\s]{1,200}$/, '').length]
}
