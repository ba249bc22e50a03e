import { extractNamedSamples } from '../facts/samples/named.ts'
import type { Document } from '../types.ts'
import { textIn } from './document.ts'
import type { Reader } from './reader.ts'

/** Files that keep samples for pages; more of them, and larger ones, are no documentation. */
const maxFiles = 2000
const maxLength = 1 << 20

/** Templates that keep samples under names, where some page shows one. */
export function loadNamedSamples(reader: Reader, documents: ReadonlyMap<string, Document>): Document[] {
  const isAsked = [...documents.values()].some(({ facts }) => facts.samples.some(({ embeds }) => embeds))
  if (!isAsked) return []
  const paths = reader.tree.paths.filter((it) => /\.erb$/.test(it) && !documents.has(it) && !reader.ignored(it))
  return paths.slice(0, maxFiles).flatMap((path) => {
    const text = textIn(reader.read(path), maxLength)
    return text?.includes('content_for') ? [{ path, text, facts: extractNamedSamples(text) }] : []
  })
}
