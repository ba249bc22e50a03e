import { groupByPath, locator, type Report } from './report.ts'
import { element, xmlDocument } from './xml.ts'

/** Checkstyle's XML, which many older tools read. */
export function checkstyle(report: Report): string {
  const locate = locator(report)
  const files = [...groupByPath(report.diagnostics)].map(([path, found]) =>
    element(
      'file',
      { name: report.prefix + path },
      found.map(({ at, severity, message, help, rule }) => {
        const { line, column } = locate(path, at).start
        return element('error', {
          line,
          column,
          severity,
          message: help ? `${message} (${help})` : message,
          source: rule,
        })
      }),
    ),
  )
  return xmlDocument(element('checkstyle', { version: '4.3' }, files))
}
