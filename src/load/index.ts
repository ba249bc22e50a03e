import picomatch from 'picomatch'
import type { Config } from '../config/index.ts'
import { nothing } from '../facts/nothing.ts'
import { getOrAdd } from '../grouped.ts'
import { loadParser, type ParseMarkdown } from '../parse/markdown.ts'
import type { Sources } from '../project/types/project.ts'
import { contentAround } from '../site/contents.ts'
import { detectSites, evidenceFiles, siteFinder } from '../site/detect.ts'
import { dialectOf } from '../site/dialect.ts'
import { byCodeUnit } from '../text.ts'
import type { Crash, Dialect, Document, Facts, Site } from '../types.ts'
import { loadBuildFiles } from './build-files.ts'
import { decoded, type Job, read, textIn, unreadable } from './document.ts'
import { includedExamples, loadExamples } from './examples.ts'
import { loadFrontMatterSchemas } from './front-matter.ts'
import { loadIncluded } from './included.ts'
import { loadNamedSamples } from './named-samples.ts'
import { loadNavigation } from './navigation.ts'
import { loadPackageFiles } from './package-files.ts'
import { loadPageHeads } from './page-heads.ts'
import type { Made, Reader, Shared } from './reader.ts'
import { loadSampleSchemas } from './sample-schemas.ts'
import { loadSpecs, specSettings } from './specs.ts'
import { loadSubmodules } from './submodules.ts'

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
  const { sites, jobOf, jobs } = plan(reader, config)
  // The others start at once; what only this thread can do comes first, so that all end together.
  const shared = known ? undefined : sharedBy(reader, jobs)
  const besides = [...loadSpecs(reader, config, known), ...loadNavigation(reader, sites)]
  const crashes: Crash[] = []
  const documentOf = documentReader(reader, crashes, known)
  const documents = await readAll(reader, jobs, shared ?? alone(jobs), documentOf, progress)
  for (const it of besides) if (!documents.has(it.path)) documents.set(it.path, it)
  for (const it of [...loadExamples(reader, documents), ...loadNamedSamples(reader, documents)]) {
    documents.set(it.path, it)
  }
  const { tree: files, namesakes, around } = reader
  const isElsewhere = loadSubmodules(reader)
  const sources = {
    documents,
    files,
    namesakes,
    sites,
    crashes,
    around,
    customIncludes: config.user.includes?.filter((it) => typeof it !== 'string'),
    ignored: (path: string) => reader.ignored(path) || isElsewhere(path),
    namedByBuild: loadBuildFiles(reader),
    leftOut: loadPackageFiles(reader),
  }
  const frontMatterSchemas = await loadFrontMatterSchemas(reader, config)
  const sampleSchemas = await loadSampleSchemas(reader, config, documents)
  const included = await loadIncluded(reader, sources, (path) => documentOf(jobOf(path)))
  for (const it of includedExamples(reader, documents, included.texts)) documents.set(it.path, it)
  const catalogue = config.user.scopes?.catalogue
  return {
    ...sources,
    isScopeCatalogue: catalogue && picomatch(catalogue),
    specSettings: specSettings(config),
    frontMatterSchemas,
    sampleSchemas,
    pageHeads: loadPageHeads(reader),
    included,
  }
}

/** Reads the targets of a reader for the sake of its memory, and nothing around them. */
export async function fill(reader: Reader, config: Config, progress: Progress): Promise<void> {
  const { jobs } = plan(reader, config)
  await readAll(reader, jobs, sharedBy(reader, jobs) ?? alone(jobs), documentReader(reader, [], undefined), progress)
}

/** What there is to read, and how it is written. */
function plan(reader: Reader, config: Config) {
  const sites = detectSites(reader.tree, evidence(reader))
  const siteOf = siteFinder(sites)
  const jobOf = jobFinder(config, siteOf)
  const targets = reader.targets.filter((path) => !isRepeated(reader, siteOf, path))
  // Whatever the order in which a reader lists them.
  return { sites, jobOf, jobs: targets.sort(byCodeUnit).map(jobOf) }
}

/** A page below a link to a folder would say everything twice, unless another site builds it there. */
function isRepeated({ repeats, namesakes }: Reader, siteOf: (path: string) => Site, path: string): boolean {
  const own = repeats?.get(path)
  if (own === undefined) return false
  const site = siteOf(path)
  if (!contentAround(site, path) || site.generator === 'none') return true
  const first = siteOf(own)
  // The link may lead to a whole site, its configuration with it: that is no other.
  const isLinked = namesakes?.get(first.evidence ?? '')?.includes(site.evidence ?? '')
  return site === first || isLinked === true
}

/** In the order of the jobs, whoever has read them. */
async function readAll(
  reader: Reader,
  jobs: readonly Job[],
  { next, others }: Shared,
  documentOf: (job: Job, made?: Made) => Promise<Document>,
  progress: Progress,
): Promise<Map<string, Document>> {
  const found = new Map<number, Document>()
  for (let at = next(); at !== undefined; at = next()) {
    const job = jobs[at]
    if (job) found.set(at, await documentOf(job))
    if (found.size % 16 === 0) await reader.pause()
    progress(at, jobs.length)
  }
  const made = await others()
  const documents = new Map<string, Document>()
  for (const [at, job] of jobs.entries())
    documents.set(job.path, found.get(at) ?? (await documentOf(job, made.get(at))))
  progress(jobs.length, jobs.length)
  return documents
}

/** What the facts of a page hang on, besides its path and its text. */
function kindOf(dialect: Dialect): string {
  return JSON.stringify(dialect)
}

/** What others have made is kept at once: it need not wait in memory until its page's turn. */
function sharedBy({ crew, memory }: Reader, jobs: readonly Job[]): Shared | undefined {
  return crew?.share(
    jobs,
    memory && (({ dialect, path }, text, json) => memory.take(kindOf(dialect), path, text, json)),
  )
}

function alone(jobs: readonly Job[]): Shared {
  let at = 0
  return { next: () => (at < jobs.length ? at++ : undefined), others: async () => new Map() }
}

/** Documents of one site share one dialect. */
function jobFinder(config: Config, siteOf: (path: string) => Site): (path: string) => Job {
  const dialects = new Map<Site, Dialect>()
  return (path) => {
    const site = siteOf(path)
    return { path, dialect: getOrAdd(dialects, site, () => dialectOf(site, config.user)) }
  }
}

/** Reads a page, or takes what is known of it: from the last reading, from earlier runs, or from who `made` it. */
function documentReader(reader: Reader, crashes: Crash[], known: Sources | undefined) {
  const parsers = new Map<Dialect['parser'], ParseMarkdown>()
  const parserOf = async (name: Dialect['parser']): Promise<ParseMarkdown> => {
    const parse = parsers.get(name) ?? (await loadParser(name))
    parsers.set(name, parse)
    return parse
  }
  const noted = <Of extends { crash?: string | undefined }>(path: string, result: Of): Of => {
    if (result.crash !== undefined) crashes.push({ rule: '', path, error: result.crash })
    return result
  }
  return async ({ path, dialect }: Job, made?: Made): Promise<Document> => {
    if (made) return { path, text: made.text, facts: noted(path, made).facts ?? nothing(made.text) }
    const content = decoded(reader.read(path))
    if (!('text' in content)) return unreadable(path, content)
    const { text } = content
    const before = known?.documents.get(path)
    if (before?.text === text) return before
    const parse = await parserOf(dialect.parser)
    // What a bug has cost is not worth remembering.
    const make = () => noted(path, read(path, text, dialect, parse)).json
    const { memory } = reader
    const json = memory ? memory.recall(kindOf(dialect), path, text, make) : make()
    return { path, text, facts: json === undefined ? nothing(text) : (JSON.parse(json) as Facts) }
  }
}

/** The texts of the generators' own configs. */
function evidence(reader: Reader): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const path of evidenceFiles(reader.tree)) {
    const text = textIn(reader.read(path))
    if (text !== undefined) texts.set(path, text)
  }
  return texts
}
