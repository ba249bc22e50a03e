import { groupByPath, locator, type Report, said } from './report.ts'
import { element, xmlDocument } from './xml.ts'

/** Checkstyle's XML, which many older tools read. */
export function checkstyle(report: Report): string {
  const locate = locator(report)
  const files = [...groupByPath(report.diagnostics)].map(([path, found]) =>
    element(
      'file',
      { name: report.prefix + path },
      found.map((it) => {
        const { line, column } = locate(path, it.at).start
        return element('error', { line, column, severity: it.severity, message: said(it), source: it.rule })
      }),
    ),
  )
  return xmlDocument(element('checkstyle', { version: '4.3' }, files))
}
