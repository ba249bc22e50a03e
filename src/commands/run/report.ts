import { fingerprint } from '../../baseline.ts'
import { repositoryOf } from '../../io/config-file.ts'
import { version } from '../../io/package.ts'
import type { Terminal } from '../../io/terminal.ts'
import type { Result } from '../../lint.ts'
import { columns, coverage, totals } from '../../project/coverage.ts'
import type { Report } from '../../report/report.ts'
import type { Diagnostic, Facts } from '../../types.ts'
import { familyOf } from '../rules.ts'
import { prefixOf, type Session } from './session.ts'

/** What is left of a result when everything has been sorted out that is not to be shown. */
export interface Judgement {
  diagnostics: Diagnostic[]
  /** Hidden by comments. */
  inline: Diagnostic[]
  /** Hidden by the baseline. */
  known: Diagnostic[]
  stale: number
  crashes: Result['crashes']
  project: Result['project']
}

/** A run as the formats see it. */
export function makeReport(session: Session, judgement: Judgement, { cwd, date }: Terminal): Report {
  const { root, sources, configPath, prefix, text, rules } = session
  const { diagnostics, inline, known, stale, crashes, project } = judgement
  return {
    tool: { name: 'docs-lint', version: version() },
    cwd,
    prefix,
    repositoryPrefix: prefixOf(repositoryOf(root) ?? root, root),
    config: configPath,
    sites: sources.sites,
    files: sources.documents.size,
    paths: [...sources.documents.keys()],
    diagnostics,
    suppressed: { inline: inline.length, baseline: known.length },
    stale,
    crashes,
    checked: count([...sources.documents.values()].map(({ facts }) => facts)),
    coverage() {
      const sums = totals(coverage(project))
      return { endpoints: sums.endpoints, parts: columns.map((it) => [it, sums[it]]) }
    },
    durationMs: 0,
    date: date(),
    notes: [],
    text,
    fingerprint: (it) => fingerprint(it, sources.documents),
    familyOf,
    summaryOf: (id) => rules.get(id)?.summary ?? '',
  }
}

function count(facts: readonly Facts[]): Report['checked'] {
  const sum = (size: (it: Facts) => number) => facts.reduce((total, it) => total + size(it), 0)
  return {
    links: sum((it) => it.links.length),
    anchors: sum((it) => it.anchors.length + it.sections.length - 1),
    samples: sum((it) => it.samples.length),
    endpoints: sum((it) => it.endpoints.filter(({ role }) => role === 'definition').length),
  }
}
