import { extractExample } from '../facts/samples/examples.ts'
import { pathFrom } from '../paths.ts'
import { decodePercent } from '../text.ts'
import type { Document } from '../types.ts'
import { textIn } from './document.ts'
import type { Reader } from './reader.ts'

/** As much as a sample may hold; over it, a file is data. */
const maxLength = 1 << 20

/** JSON files that pages link to: samples that stand in files of their own. */
export function loadExamples(reader: Reader, documents: ReadonlyMap<string, Document>): Document[] {
  const seen = new Set<string>()
  for (const { path, facts } of documents.values()) {
    for (const { url } of facts.links) {
      if (!url.includes('.json')) continue
      const target = fileOf(path, url)
      if (target && reader.tree.has(target) && !documents.has(target) && !reader.ignored(target)) seen.add(target)
    }
  }
  return [...seen].flatMap((path) => readExample(reader, path) ?? [])
}

/** JSON files that pages include, as a rule into code: they are samples there. */
export function includedExamples(
  reader: Reader,
  documents: ReadonlyMap<string, Document>,
  texts: ReadonlyMap<string, string>,
): Document[] {
  return [...texts].flatMap(([path, text]) => {
    const isSample = path.endsWith('.json') && text.length <= maxLength
    return isSample && !documents.has(path) && !reader.ignored(path)
      ? [{ path, text, facts: extractExample(text) }]
      : []
  })
}

/** Where a link to a file beside the page leads; links that need the site's rules are left out. */
function fileOf(page: string, url: string): string | undefined {
  const file = /^([^#?:]+\.json)(?:[#?].*)?$/.exec(url)?.[1]
  return file === undefined ? undefined : pathFrom(page, decodePercent(file))
}

function readExample(reader: Reader, path: string): Document | undefined {
  const text = textIn(reader.read(path), maxLength)
  return text === undefined ? undefined : { path, text, facts: extractExample(text) }
}
