import type { Diagnostic } from '../types.ts'
import { groupByPath, locator, type Report } from './report.ts'
import { element, xmlDocument } from './xml.ts'

/** A suite for each file, a case for each finding, and one that passes for a file without any: the counts add up. */
export function junit(report: Report): string {
  const locate = locator(report)
  const byPath = groupByPath(report.diagnostics)
  const seconds = (report.durationMs / 1000).toFixed(3)
  const suites = report.paths.map((path) => {
    const found = byPath.get(path) ?? []
    const cases = found.map((it) => testCase(it, report, locate(path, it.at).start))
    const clean = element('testcase', { name: 'no problems', classname: report.prefix + path, time: '0' })
    return element(
      'testsuite',
      {
        name: report.prefix + path,
        tests: Math.max(found.length, 1),
        failures: found.length,
        errors: 0,
        skipped: 0,
        time: '0',
      },
      cases.length > 0 ? cases : [clean],
    )
  })
  const crashes = report.crashes.map(({ rule, path, error }) =>
    element('testcase', { name: rule, classname: report.prefix + path, time: '0' }, [
      element('error', { message: error.split('\n', 1)[0] ?? '', type: 'crash' }),
    ]),
  )
  const internal = {
    name: 'docs-lint',
    tests: crashes.length,
    failures: 0,
    errors: crashes.length,
    skipped: 0,
    time: '0',
  }
  if (crashes.length > 0) suites.push(element('testsuite', internal, crashes))
  const failures = report.diagnostics.length
  const clean = report.paths.filter((path) => !byPath.has(path)).length
  const totals = {
    name: 'docs-lint',
    tests: failures + clean + crashes.length,
    failures,
    errors: crashes.length,
    time: seconds,
  }
  return xmlDocument(element('testsuites', totals, suites))
}

function testCase(it: Diagnostic, { prefix }: Report, { line, column }: { line: number; column: number }): string {
  const text = it.help ? `${it.message} (${it.help})` : it.message
  const name = `${it.rule} ${line}:${column}`
  return element('testcase', { name, classname: prefix + it.path, time: '0' }, [
    element('failure', { message: `${it.severity}: ${text}`, type: it.rule }),
  ])
}
