import { extract } from '../facts/index.ts'
import { nothing } from '../facts/nothing.ts'
import { decode } from '../parse/decode.ts'
import type { ParseMarkdown } from '../parse/markdown.ts'
import type { Dialect, Document } from '../types.ts'

/** What a file holds, or why nobody may know. */
export type Content = Uint8Array | { problem: string; help?: string; outside?: true }

/** Bytes as text, or why there is none. */
export function decoded(content: Content) {
  return content instanceof Uint8Array ? decode(content) : content
}

/** The text of a file; undefined where it has none, or more bytes than somebody wants. */
export function textIn(content: Content, most = Number.POSITIVE_INFINITY): string | undefined {
  if (content instanceof Uint8Array && content.length > most) return undefined
  const found = decoded(content)
  return 'text' in found ? found.text : undefined
}

/** A page to read, and how it is written. */
export interface Job {
  path: string
  dialect: Dialect
}

/** What was made of a page: its facts as JSON, or the stack of the bug that it brought to light. */
export type Read = { json: string; crash?: undefined } | { json?: undefined; crash: string }

/**
 * Text → facts, for one page; any thread can do it. A bug that one page brings to light costs that page's facts, not the run.
 * JSON, since facts then are the same whether this thread, another one or an earlier run has made them, and since what is
 * parsed takes less memory than what has grown.
 */
export function read(path: string, text: string, dialect: Dialect, parse: ParseMarkdown): Read {
  try {
    return { json: JSON.stringify(extract(path, text, dialect, parse)) }
  } catch (error) {
    return { crash: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

export function unreadable(path: string, { problem, help }: { problem: string; help?: string }): Document {
  return { path, text: '', facts: nothing('', [{ kind: 'unreadable', range: [0, 0], message: problem, help }]) }
}
