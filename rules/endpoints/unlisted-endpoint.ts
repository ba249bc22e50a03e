import { defineRule, insert, type Project } from '../../src/rule.ts'
import type { Finding } from '../../src/types.ts'

type Omission = ReturnType<Project['endpoints']['listing']['omissions']>[number]

export default defineRule({
  summary: 'An endpoint that the table of its neighbours leaves out.',
  severity: 'warning',

  check: (document, { project }) =>
    project.endpoints.listing.omissions(document).map((it) => omitted(it, document.path)),
})

function omitted(it: Omission, page: string): Finding {
  if (it.kind === 'row') {
    const { method, path, name, range } = it.entry
    const listed = [method, path ?? name].filter(Boolean).join(' ')
    const scope = it.scope ? ` for "${it.scope}"` : ''
    return {
      at: range,
      message: `the ${it.isListed ? 'list has' : 'table lists'} "${listed}"${scope}, no section documents it`,
    }
  }
  const { pathRange: at, method, path } = it.endpoint
  if (it.kind === 'path') {
    return {
      at,
      message: `the endpoint table leaves out "${method} ${path}"`,
      related: [{ path: page, at: it.table.range, message: 'the table' }],
      fix: it.row && insert(it.row),
    }
  }
  const called = `"${it.group.title}" is ${it.group.method}`
  if (it.kind === 'unscoped') {
    return {
      at,
      message: `${called}, and the page's table of scopes lists none for it`,
      related: [{ path: page, at: it.table.range, message: 'the table' }],
    }
  }
  const listed = [...new Set(it.row.entries.map(({ method, path, name }) => method ?? path ?? name))].join(', ')
  return {
    at,
    message: `${called}, the scope "${it.scope}" is listed for ${listed}`,
    related: [{ path: it.document.path, at: it.row.range, message: 'listed here' }],
  }
}
