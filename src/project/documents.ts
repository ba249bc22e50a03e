import { byCodeUnit } from '../text.ts'
import type { Document, JsonNode } from '../types.ts'
import { once } from './once.ts'
import type { Page } from './types/pages.ts'
import type { Project } from './types/project.ts'

/** Whether a file was not read, so that anything may stand in it. */
export function isUnread({ facts }: Document): boolean {
  return facts.problems.some(({ kind }) => kind === 'unreadable' || kind === 'limit')
}

/** What stands in the front matter of a page. */
export function frontMatterOf({ documents }: Pick<Project, 'documents'>, path: string): JsonNode | undefined {
  return documents.get(path)?.facts.frontMatter?.data
}

/** Answers must not hang on the order in which files were read. */
export function sortedDocuments({ documents }: Pick<Project, 'documents'>): Document[] {
  return [...documents.values()].sort((a, b) => byCodeUnit(a.path, b.path))
}

/** Whether the author's comments may say what blocks are: `<!-- { "blockType": "request" } -->`. */
export function mayBeAnnotated({ text }: Document): boolean {
  // Quotes are everywhere, so that none begins what is looked for.
  return text.includes('blockType"')
}

/** Whether a word stands in a text no more than once. */
export function standsOnce(word: string, text: string): boolean {
  return text.indexOf(word, text.indexOf(word) + 1) < 0
}

/** Whether some contract has words: what stands there is the API's, whatever it looks like. */
export function wordsOfContracts({ documents }: Pick<Project, 'documents'>): (words: string) => boolean {
  const contracts = once(() => [...documents.values()].filter(({ facts }) => facts.spec))
  return (words) => contracts().some(({ text }) => text.includes(words))
}

/** The pages on which readers meet a document: its own, or where it has none those that show it. */
export function pagesWith({ pages }: Project, path: string): readonly Page[] {
  const own = pages.entry(path)
  return own ? [own] : pages.of(path)
}

/** A document, and what readers see with it on those pages. */
export function seenWith(project: Project, path: string): Document[] {
  const own = project.documents.get(path)
  const parts = pagesWith(project, path).flatMap((it) => it.parts)
  return [...new Set([...(own ? [own] : []), ...parts.map(({ document }) => document)])]
}
