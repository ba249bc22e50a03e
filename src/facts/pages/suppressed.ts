import { lineRange } from '../../text.ts'
import type { Range, Suppression } from '../../types.ts'

/** What one comment says, in whatever notation: `docs-lint-disable-next-line rule -- reason`. */
export interface Said {
  verb: string | undefined
  /** `-file`, `-line`, `-next-line`, or nothing. */
  form: string
  /** The rules that it names. */
  list: string
  reason: string | undefined
  range: Range
}

/** Takes in a comment of a text; `next` is what the one that follows it covers. */
export function suppress(found: Suppression[], text: string, said: Said, next: () => Range): void {
  const { verb, form, list, reason, range } = said
  const rules = list.split(/[\s,]+/).filter(Boolean)
  if (verb !== 'enable') {
    found.push({ range, rules, covers: covered(text, range, form, next), reason })
    return
  }
  for (const it of found) {
    const isSame = rules.length === 0 || rules.join() === it.rules.join()
    if (isSame && it.covers[1] === text.length) it.covers = [it.covers[0], range[0]]
  }
}

function covered(text: string, [start, end]: Range, form: string, next: () => Range): Range {
  if (form === '-file') return [0, text.length]
  if (form === '-line') return lineRange(text, start)
  return form === '-next-line' ? next() : [end, text.length]
}
