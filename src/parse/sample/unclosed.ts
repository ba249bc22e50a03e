import type { Range } from '../../types.ts'
import type { Fault } from './faults.ts'
import { fault } from './mistakes.ts'
import type { Token } from './scanner.ts'

/**
 * Which bracket was forgotten cannot be told from the brackets alone: the next closer is taken for it, and the text ends too
 * early or too late somewhere else. Writers indent, though, and so the first closer that stands in another column than the
 * line of its opener betrays the place.
 */
export class Brackets {
  readonly #open: Token[] = []
  #early: { opener: Token; closer: Token } | undefined
  readonly #late: Token[] = []

  get depth(): number {
    return this.#open.length
  }

  /** How far the line of the innermost open bracket is indented; -1 for none. */
  get indent(): number {
    return this.#open.at(-1)?.indent ?? -1
  }

  /** All that was opened is closed, and each by what stands in the column of its line. */
  get areTidy(): boolean {
    return this.depth === 0 && this.#late.length === 0 && !this.#early
  }

  get isOneList(): boolean {
    return this.depth === 1 && this.#open[0]?.kind === '['
  }

  open(token: Token) {
    this.#open.push(token)
  }

  close(closer: Token) {
    const opener = this.#open.pop()
    if (!opener || !closer.leads) return
    if (closer.indent > opener.indent) {
      if (this.#late.length < mostLate) this.#late.push(closer)
    } else if (closer.indent < opener.indent && this.#belongsOutside(closer)) this.#early ??= { opener, closer }
  }

  /** Whether the nearest bracket that is indented no deeper is of the closer's kind. */
  #belongsOutside(closer: Token): boolean {
    for (let i = this.#open.length - 1; i >= 0 && i > this.#open.length - 9; i--) {
      const outer = this.#open[i]
      if (outer && outer.indent <= closer.indent) return closes(outer) === closer.kind
    }
    return false
  }

  /** The text ends although brackets are open. `last` is the last token. */
  unclosed(last: Token): Fault {
    return this.#early ? never(this.#early.opener, this.#early.closer.range) : never(this.#open.at(-1), last.range)
  }

  /** A closer that closes nothing, or not what is open. */
  wrong(closer: Token): Fault {
    const opener = this.#open.at(-1)
    if (!opener) return { ...nothing(closer), suspects: [...this.#late, closer].map(extra) }
    if (closer.leads && closer.indent < opener.indent) return never(opener, closer.range)
    const message = `"${closer.kind}" closes "${opener.kind}"`
    const lacking = this.#lackingBefore(closer)
    const otherwise = `write "${closes(opener)}"`
    // What it may have closed is closed already: without it, all the others may belong to each other.
    if (lacking === undefined)
      return { ...fault('mismatched closer', closer.range, message, otherwise), suspects: [extra(closer)] }
    const [at] = closer.range
    const help = `write "${lacking}" before it`
    return { ...fault('mismatched closer', closer.range, message, help, { range: [at, at], text: lacking }), otherwise }
  }

  /** What has to be closed before that which a closer belongs to. */
  #lackingBefore(closer: Token): string | undefined {
    const at = this.#open.findLastIndex((it) => closes(it) === closer.kind)
    if (at < 0) return undefined
    return this.#open
      .slice(at + 1)
      .toReversed()
      .map(closes)
      .join('')
  }
}

function closes(opener: Token | undefined): '}' | ']' {
  return opener?.kind === '[' ? ']' : '}'
}

/** Of an indentation that follows no rule, any more would be guesses. */
const mostLate = 4

function nothing({ kind, range }: Token): Fault {
  return fault('extra closer', range, `"${kind}" closes nothing`, 'delete it, or open what it closes')
}

function extra({ kind, range }: Token): Fault {
  return fault('extra closer', range, `"${kind}" is one closer too many`, 'delete it, or open what it closes')
}

function never(opener: Token | undefined, range: Range): Fault {
  const brace = opener?.kind !== '['
  const cause = brace ? 'unclosed brace' : 'unclosed bracket'
  return fault(cause, range, `"${brace ? '{' : '['}" is never closed`, `add the missing "${closes(opener)}"`)
}
