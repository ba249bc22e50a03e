import type { Config } from './config/index.ts'
import { extract, nothing } from './facts/index.ts'
import { loadSpecs } from './load-specs.ts'
import { decode } from './parse/decode.ts'
import { loadParser, type ParseMarkdown } from './parse/markdown.ts'
import type { Sources } from './project/index.ts'
import { detectSites, dialectOf, evidenceFiles, siteFinder } from './site/detect.ts'
import type { Crash, Dialect, Document, FileTree } from './types.ts'

/** A project to read from: a disk, or a map in a test. */
export interface Reader {
  tree: FileTree
  /** The files to lint, sorted by code unit. */
  targets: readonly string[]
  /** Whether the user (or `.gitignore`) wants a file left alone that is no target anyway. */
  ignored(path: string): boolean
  /** A file inside the root; never one outside it. */
  read(path: string): Uint8Array | { problem: string; help?: string }
  /** Lets the event loop turn: native memory is freed only then. */
  pause(): Promise<void>
}

/** Called after each document that was read. */
export type Progress = (done: number, total: number) => void

/** Files → facts. All that touches bytes and trees happens here; what comes out is plain data. */
export async function load(reader: Reader, config: Config, progress: Progress = () => {}): Promise<Sources> {
  const sites = detectSites(reader.tree, evidence(reader))
  const siteOf = siteFinder(sites)
  const parsers = new Map<Dialect['parser'], ParseMarkdown>()
  const documents = new Map<string, Document>()
  const crashes: Crash[] = []
  for (const path of reader.targets) {
    const dialect = dialectOf(siteOf(path), config)
    const parse = parsers.get(dialect.parser) ?? (await loadParser(dialect.parser))
    parsers.set(dialect.parser, parse)
    documents.set(path, readDocument(reader, path, dialect, parse, crashes))
    if (documents.size % 16 === 0) await reader.pause()
    progress(documents.size, reader.targets.length)
  }
  for (const it of loadSpecs(reader, config)) if (!documents.has(it.path)) documents.set(it.path, it)
  return { documents, files: reader.tree, sites, crashes }
}

/** A bug that one file brings to light costs that file's facts, not the run. */
function readDocument(
  reader: Reader,
  path: string,
  dialect: Dialect,
  parse: ParseMarkdown,
  crashes: Crash[],
): Document {
  const bytes = reader.read(path)
  const decoded = bytes instanceof Uint8Array ? decode(bytes) : bytes
  if ('text' in decoded) {
    const { text } = decoded
    try {
      return { path, text, facts: extract(path, text, dialect, parse) }
    } catch (error) {
      crashes.push({ rule: '', path, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
      return { path, text, facts: nothing(text) }
    }
  }
  const problem = { kind: 'unreadable', range: [0, 0], message: decoded.problem, help: decoded.help } as const
  return { path, text: '', facts: nothing('', [problem]) }
}

/** The texts of the generators' own configs. */
function evidence(reader: Reader): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const path of evidenceFiles(reader.tree)) {
    const bytes = reader.read(path)
    const decoded = bytes instanceof Uint8Array ? decode(bytes) : undefined
    if (decoded && 'text' in decoded) texts.set(path, decoded.text)
  }
  return texts
}
