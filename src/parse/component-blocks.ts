import { increment } from '../grouped.ts'
import type { Range } from '../types.ts'
import { codeBehind } from './open-fence.ts'

/** A line of MDX, and what has to be done before a parser reads it that knows no components. */
export interface ComponentLine {
  range: Range
  /** It is nothing but tags, and text stands directly above or below. */
  blanked: boolean
  /** How much of its indentation is the component's; 0 for a line of tags. */
  cut: number
}

/** A tag of a component that is whole, VuePress's two in small letters among them; its attributes are strings, expressions without more braces in them, or words. */
const tag =
  /[ \t]*<(\/?)([A-Z][\w.]*|code-group|code-block)((?:[^<>"'{}\n]|"[^"\n]*"|'[^'\n]*'|\{[^{}\n]*\}|\{\{[^{}\n]*\}\})*)>/y
/** A tag whose attributes are on lines of their own. */
const begun = /^[ \t]*<([A-Z][\w.]*)(?:[ \t]+[^<>]*)?$/

/** Reads a page line by line, once. */
export function componentLines(text: string): ComponentLine[] {
  const components = new Components()
  let at = 0
  let code = ''
  /** Lines of tags that stand directly above. */
  let above: ComponentLine[] = []
  let isBelowText = false
  return text.split('\n').map((whole) => {
    const range: Range = [at, at + whole.length]
    at += whole.length + 1
    const line = whole.trimEnd()
    const own: ComponentLine = { range, blanked: false, cut: components.cut(line) }
    if (code === '' && components.follow(line)) {
      above.push(own)
      // Far in, it would be code.
      own.blanked = isBelowText || own.cut > 0
      own.cut = 0
      return own
    }
    if (line !== '' && code === '') for (const it of above) it.blanked = true
    above = []
    isBelowText = line !== '' && code === ''
    code = codeBehind(code, line)
    return own
  })
}

/** The components that are open. They are counted by name, for a hostile page opens thousands, and no line may look at them all. */
class Components {
  readonly #open: { name: string; base?: string }[] = []
  readonly #counts = new Map<string, number>()
  /** How far the outermost one is indented: a list may hold it. */
  #margin = 0
  /** A tag whose end is on a line further down. */
  #begun = ''

  /** Takes in the tags of a line; says whether it has nothing else. */
  follow(line: string): boolean {
    if (this.#begun !== '') {
      if (line.endsWith('>')) this.#end(line)
      return false
    }
    const found = tagsIn(line)
    if (!found) this.#begun = begun.exec(line)?.[1] ?? ''
    if (!found && this.#begun === '') return false
    if (this.#open.length === 0) this.#margin = indentOf(line).length
    for (const { closing, alone, name } of found ?? []) {
      if (closing) this.#close(name)
      else if (!alone) this.#push(name)
    }
    return found !== undefined
  }

  /** What of a line's indentation is there because of the components around it: from four columns on, it would be code. */
  cut(line: string): number {
    const last = this.#open.at(-1)
    if (!last || line === '') return 0
    // The first line in a component says how far its content is indented.
    if (last.base === undefined && !/^[ \t]*<\//.test(line)) last.base = indentOf(line)
    const { base } = last
    if (base === undefined) return 0
    const most = base.length - this.#margin
    if (most < 4 && !base.includes('\t')) return 0
    return Math.max(0, Math.min(indentOf(line).length, base.length) - this.#margin)
  }

  #end(line: string): void {
    if (!line.endsWith('/>')) this.#push(this.#begun)
    this.#begun = ''
  }

  #push(name: string): void {
    this.#open.push({ name })
    increment(this.#counts, name)
  }

  #close(name: string): void {
    if (!this.#counts.get(name)) return
    for (let last = this.#open.pop(); last; last = this.#open.pop()) {
      increment(this.#counts, last.name, -1)
      if (last.name === name) return
    }
  }
}

function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? ''
}

interface LineTag {
  closing: boolean
  /** `<Card />` */
  alone: boolean
  name: string
}

/** The tags of a line that has nothing else. */
function tagsIn(line: string): LineTag[] | undefined {
  if (!/^[ \t]*<\/?(?:[A-Z]|code-[gb])/.test(line)) return undefined
  const found: LineTag[] = []
  for (let at = 0; at < line.length; at = tag.lastIndex) {
    tag.lastIndex = at
    const match = tag.exec(line)
    if (!match) return undefined
    found.push({ closing: match[1] === '/', alone: (match[3] ?? '').endsWith('/'), name: match[2] ?? '' })
  }
  return found
}
