import picomatch from 'picomatch'
import type { Config } from '../config/index.ts'
import { extract, nothing } from '../facts/index.ts'
import { decode } from '../parse/decode.ts'
import { loadParser, type ParseMarkdown } from '../parse/markdown.ts'
import type { Sources } from '../project/index.ts'
import { detectSites, dialectOf, evidenceFiles, siteFinder } from '../site/detect.ts'
import { byCodeUnit } from '../text.ts'
import type { Crash, Dialect, Document, Facts, FileTree, Site } from '../types.ts'
import { loadExamples } from './examples.ts'
import { loadFrontMatterSchemas } from './front-matter.ts'
import { loadIncluded } from './included.ts'
import { loadNavigation } from './navigation.ts'
import { loadSampleSchemas } from './sample-schemas.ts'
import { loadSpecs } from './specs.ts'

/** A project to read from: a disk, or a map in a test. */
export interface Reader {
  tree: FileTree
  /** The files to lint, sorted by code unit. */
  targets: readonly string[]
  /** Whether the user (or `.gitignore`) wants a file left alone that is no target anyway. */
  ignored(path: string): boolean
  /** A file inside the root; never one outside it. */
  read(path: string): Uint8Array | { problem: string; help?: string; outside?: true }
  /** Lets the event loop turn: native memory is freed only then. */
  pause(): Promise<void>
  /** Facts of earlier runs, where there are any. */
  memory?: Memory
}

/** Remembers what was made of a text. `kind` is what else the facts hang on, besides the path and the text. */
export interface Memory {
  recall(kind: string, path: string, text: string, make: () => Facts): Facts
}

/** Called after each document that was read. */
export type Progress = (done: number, total: number) => void

/**
 * Files → facts. All that touches bytes and trees happens here; what comes out is plain data. The facts of a document
 * that `known` holds with the same text are taken from there.
 */
export async function load(
  reader: Reader,
  config: Config,
  progress: Progress = () => {},
  known?: Sources,
): Promise<Sources> {
  const sites = detectSites(reader.tree, evidence(reader))
  const documents = new Map<string, Document>()
  const crashes: Crash[] = []
  const read = documentReader(reader, config, siteFinder(sites), crashes, known)
  // Whatever the order in which a reader lists them.
  for (const path of reader.targets.toSorted(byCodeUnit)) {
    documents.set(path, await read(path))
    if (documents.size % 16 === 0) await reader.pause()
    progress(documents.size, reader.targets.length)
  }
  for (const it of [...loadSpecs(reader, config), ...loadNavigation(reader, sites)]) {
    if (!documents.has(it.path)) documents.set(it.path, it)
  }
  for (const it of loadExamples(reader, documents)) documents.set(it.path, it)
  const { includes } = config.user
  const customIncludes = includes?.filter((it) => typeof it !== 'string')
  const catalogue = config.user.scopes?.catalogue
  const isScopeCatalogue = catalogue && picomatch(catalogue)
  const sources = { documents, files: reader.tree, sites, crashes, customIncludes, ignored: reader.ignored }
  const frontMatterSchemas = await loadFrontMatterSchemas(reader, config)
  const sampleSchemas = await loadSampleSchemas(reader, config, documents)
  return {
    ...sources,
    isScopeCatalogue,
    frontMatterSchemas,
    sampleSchemas,
    included: await loadIncluded(reader, sources, read),
  }
}

/** Sites and parsers are looked up once: documents of one site share one dialect. */
function documentReader(
  reader: Reader,
  config: Config,
  siteOf: (path: string) => Site,
  crashes: Crash[],
  known: Sources | undefined,
) {
  const dialects = new Map<Site, Dialect>()
  const parsers = new Map<Dialect['parser'], ParseMarkdown>()
  return async (path: string): Promise<Document> => {
    const site = siteOf(path)
    const dialect = dialects.get(site) ?? dialectOf(site, config)
    dialects.set(site, dialect)
    const parse = parsers.get(dialect.parser) ?? (await loadParser(dialect.parser))
    parsers.set(dialect.parser, parse)
    return readDocument(reader, path, dialect, parse, crashes, known?.documents.get(path))
  }
}

/** A bug that one file brings to light costs that file's facts, not the run. */
function readDocument(
  reader: Reader,
  path: string,
  dialect: Dialect,
  parse: ParseMarkdown,
  crashes: Crash[],
  known: Document | undefined,
): Document {
  const bytes = reader.read(path)
  const decoded = bytes instanceof Uint8Array ? decode(bytes) : bytes
  if ('text' in decoded) {
    const { text } = decoded
    if (known?.text === text) return known
    try {
      const make = () => extract(path, text, dialect, parse)
      return { path, text, facts: reader.memory?.recall(JSON.stringify(dialect), path, text, make) ?? make() }
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
