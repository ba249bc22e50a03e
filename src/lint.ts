import type { Config } from './config/index.ts'
import { sortedDocuments } from './project/documents.ts'
import { buildProject } from './project/index.ts'
import { holds } from './project/ranges.ts'
import type { Project, Sources } from './project/types/project.ts'
import type { Rule, Run } from './rule.ts'
import { byCodeUnit } from './text.ts'
import type { Crash, Diagnostic, Document, Suppression } from './types.ts'

/** All rules by id; rules reach the engine as an argument, and so do a plugin's. */
export type Rules = ReadonlyMap<string, Rule>

/** What a run found out, before anybody formats it. */
export interface Result {
  project: Project
  diagnostics: Diagnostic[]
  /** Findings that a comment in the documents hides. */
  suppressed: Diagnostic[]
  crashes: Crash[]
}

/**
 * The pipeline from finished facts to signed diagnostics. Pure, and the order of files and rules never shows. Where only the
 * findings in some files are `wanted`, the others are not judged.
 */
export function lint(
  sources: Sources,
  rules: Rules,
  config: Config,
  wanted: (path: string) => boolean = () => true,
): Result {
  const project = buildProject(sources)
  const isOff = (id: string, path: string) => {
    const rule = rules.get(id)
    return rule !== undefined && config.setting(path, id, rule).severity === 'off'
  }
  const run = { crashes: [...(sources.crashes ?? [])], used: new Set<Suppression>(), isOff }
  const all = sortedDocuments(sources)
  const documents = all.filter(({ path }) => wanted(path))
  const ordinary = [...rules].filter(([, rule]) => !rule.last)
  const last = [...rules].filter(([, rule]) => rule.last)

  const setting = { project, config, run, indexOf: indexes(all, project) }
  const found = checkAll(documents, ordinary, setting).map((it) => placed(it, project))
  const [suppressed, visible] = divide(found, (it) => hide(project.documents.get(it.path), it, run.used))
  const closing = checkAll(documents, last, setting)
  return {
    project,
    diagnostics: inOrder([...visible, ...closing]),
    suppressed: inOrder(suppressed),
    crashes: run.crashes,
  }
}

interface Setting {
  project: Project
  config: Config
  run: Run & { crashes: Crash[] }
  indexOf(rule: Rule): unknown
}

/** What rules ask of the whole project, each once. One that throws is one crash, not one for every document. */
function indexes(documents: readonly Document[], project: Project): (rule: Rule) => unknown {
  const known = new Map<Rule, unknown>()
  return (rule) => {
    if (!rule.index) return undefined
    if (!known.has(rule)) {
      known.set(rule, failed)
      known.set(rule, rule.index(documents, project))
    }
    return known.get(rule)
  }
}

const failed = Symbol('the index threw')

function checkAll(
  documents: readonly Document[],
  rules: readonly (readonly [id: string, rule: Rule])[],
  setting: Setting,
): Diagnostic[] {
  const found: Diagnostic[] = []
  // One rule after the other: a processor that has just done something does it faster for the next document.
  for (const [id, rule] of rules) for (const document of documents) check(id, rule, document, setting, found)
  return found
}

/** Signs what a rule finds. A rule that throws is one crash, named; the rest of the run goes on. */
function check(
  id: string,
  rule: Rule,
  document: Document,
  { project, config, run, indexOf }: Setting,
  found: Diagnostic[],
): void {
  const { severity, options, weigh } = config.setting(document.path, id, rule)
  if (severity === 'off') return
  const before = found.length
  try {
    const index = indexOf(rule)
    if (index === failed) return
    for (const finding of rule.check(document, { project, options, run, index })) {
      const own = finding.severity === undefined ? severity : weigh(finding.severity)
      found.push({ ...finding, rule: id, path: document.path, severity: own })
    }
  } catch (error) {
    found.length = before
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
    run.crashes.push({ rule: id, path: document.path, error: trace })
  }
}

/** A finding in a fragment names the includes that show it to a reader. */
function placed(diagnostic: Diagnostic, project: Project): Diagnostic {
  const chain = project.pages.chain(diagnostic.path)
  if (chain.length === 0) return diagnostic
  const steps = chain.map(({ document, include }) => ({
    path: document.path,
    at: include.targetRange,
    message: 'included here',
  }))
  return { ...diagnostic, related: [...(diagnostic.related ?? []), ...steps] }
}

function hide(document: Document | undefined, { rule, at }: Diagnostic, used: Set<Suppression>): boolean {
  const hiding = (document?.facts.suppressions ?? []).filter(
    ({ covers, rules }) => holds(covers, at[0]) && (rules.length === 0 || rules.includes(rule)),
  )
  for (const it of hiding) used.add(it)
  return hiding.length > 0
}

function divide<T>(all: T[], test: (it: T) => boolean): [yes: T[], no: T[]] {
  const yes: T[] = []
  const no: T[] = []
  for (const it of all) (test(it) ? yes : no).push(it)
  return [yes, no]
}

/** By place, then by rule: the order of every report. */
export function inOrder(diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics.sort(
    (a, b) =>
      byCodeUnit(a.path, b.path) ||
      a.at[0] - b.at[0] ||
      a.at[1] - b.at[1] ||
      byCodeUnit(a.rule, b.rule) ||
      byCodeUnit(a.message, b.message),
  )
}
