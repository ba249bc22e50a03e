import type { Diagnostic } from '../types.ts'
import { groupByPath, locator, type Report, said } from './report.ts'
import { element, xmlDocument } from './xml.ts'

/**
 * A suite for each file, a case for each finding, and one that passes for a file without any: the counts add up. There are
 * two schemas, Ant's and Jenkins'; what Ant's demands (empty elements, a host) Jenkins' allows.
 */
export function junit(report: Report): string {
  const locate = locator(report)
  const byPath = groupByPath(report.diagnostics)
  const files = report.paths.map((path) => {
    const found = byPath.get(path) ?? []
    const cases = found.map((it) => testCase(it, report, locate(path, it.at).start))
    const clean = element('testcase', { name: 'no problems', classname: report.prefix + path, time: '0' })
    return { name: report.prefix + path, failures: found.length, errors: 0, cases: found.length > 0 ? cases : [clean] }
  })
  const crashes = report.crashes.map(({ rule, path, error }) =>
    element('testcase', { name: rule || 'reading', classname: report.prefix + path, time: '0' }, [
      element('error', { message: error.split('\n', 1)[0] ?? '', type: 'crash' }),
    ]),
  )
  const internal = { name: 'docs-lint', failures: 0, errors: crashes.length, cases: crashes }
  const suites = [...files, ...(crashes.length > 0 ? [internal] : [])]
  return xmlDocument(
    element(
      'testsuites',
      {},
      suites.map((it, id) => suite(it, id, report)),
    ),
  )
}

interface Suite {
  name: string
  failures: number
  errors: number
  cases: string[]
}

function suite({ name, failures, errors, cases }: Suite, id: number, { date, tool, durationMs }: Report): string {
  const attributes = {
    name,
    package: tool.name,
    id,
    timestamp: date,
    hostname: 'localhost',
    tests: cases.length,
    failures,
    errors,
    skipped: 0,
    // Files are not timed one by one: the whole run is the first one's.
    time: id === 0 ? (durationMs / 1000).toFixed(3) : '0',
  }
  return element('testsuite', attributes, [
    element('properties', {}),
    ...cases,
    element('system-out', {}),
    element('system-err', {}),
  ])
}

function testCase(it: Diagnostic, { prefix }: Report, { line, column }: { line: number; column: number }): string {
  const name = `${it.rule} ${line}:${column}`
  return element('testcase', { name, classname: prefix + it.path, time: '0' }, [
    element('failure', { message: `${it.severity}: ${said(it)}`, type: it.rule }),
  ])
}
