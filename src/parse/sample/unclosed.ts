import type { Range } from '../../types.ts'
import type { Fault } from './faults.ts'
import type { Token } from './scanner.ts'

/**
 * Which bracket was forgotten cannot be told from the brackets alone: the next closer is taken for it, and the text ends too
 * early or too late somewhere else. Writers indent, though, and so the first closer that stands in another column than the
 * line of its opener betrays the place.
 */
export class Brackets {
  readonly #open: Token[] = []
  #suspect: { opener: Token; closer: Token } | undefined

  get depth(): number {
    return this.#open.length
  }

  open(token: Token) {
    this.#open.push(token)
  }

  close(closer: Token) {
    const opener = this.#open.pop()
    if (!opener || !closer.leads || closer.indent === opener.indent) return
    this.#suspect ??= { opener, closer }
  }

  /** The text ends although brackets are open. `last` is the last token. */
  unclosed(last: Token): Fault {
    const suspect = this.#suspect
    if (suspect && suspect.closer.indent < suspect.opener.indent) return never(suspect.opener, suspect.closer.range)
    return never(this.#open.at(-1), last.range)
  }

  /** A closer of the wrong kind comes while the innermost bracket is open. */
  mismatched(closer: Token): Fault {
    const opener = this.#open.at(-1)
    if (opener && closer.leads && closer.indent < opener.indent) return never(opener, closer.range)
    return {
      cause: 'mismatched closer',
      range: closer.range,
      message: `"${closer.kind}" closes "${opener?.kind ?? ''}"`,
      help: `write "${opener?.kind === '{' ? '}' : ']'}"`,
    }
  }

  /** A closer comes although nothing is open. */
  extra(closer: Token): Fault {
    const suspect = this.#suspect
    const token = suspect && suspect.closer.indent > suspect.opener.indent ? suspect.closer : closer
    return {
      cause: 'extra closer',
      range: token.range,
      message: `"${token.kind}" is one closer too many`,
      help: 'delete it, or open the bracket that it closes',
    }
  }
}

function never(opener: Token | undefined, range: Range): Fault {
  const brace = opener?.kind !== '['
  return {
    cause: brace ? 'unclosed brace' : 'unclosed bracket',
    range,
    message: `"${brace ? '{' : '['}" is never closed`,
    help: `add the missing "${brace ? '}' : ']'}"`,
  }
}
