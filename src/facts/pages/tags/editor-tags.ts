import { increment } from '../../../grouped.ts'
import type { UnclosedElement } from '../../../types.ts'
import { ranges } from '../../ranges.ts'
import type { Syntax } from '../../syntax.ts'

/** Tags of block editors that hold something; Markdoc ends its own as `{% /tab %}`. */
const held = /\{%-?[ \t]*(end)?((?:api-method|swagger)(?:-[a-z]+)*|tabs?|hint|content-ref)(?=[ \t])[^{}\n]{0,600}%\}/g

/** `{% api-method-request %}` without `{% endapi-method-request %}`, on a page that ends others so. None holds another of its name. */
export function openEditorTags(syntax: Syntax): UnclosedElement[] {
  const { text } = syntax
  if (!text.includes('{% end')) return []
  const prose = ranges(syntax.outsideCode())
  const surplus = new Map<string, number>()
  const open = new Map<string, UnclosedElement>()
  const left: UnclosedElement[] = []
  for (const { index, 0: tag, 1: end, 2: name = '' } of text.matchAll(held)) {
    // What stands in code is none, and may end what does not.
    if (!end && !prose.at(index)) continue
    increment(surplus, name, end ? -1 : 1)
    const before = open.get(name)
    if (end) open.delete(name)
    else {
      if (before) left.push(before)
      open.set(name, { name, range: [index, index + tag.length], isTag: true })
    }
  }
  return [...left, ...open.values()].filter(({ name }) => (surplus.get(name) ?? 0) > 0)
}
