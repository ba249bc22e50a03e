import { defineRule, insert } from '../../src/rule.ts'

export default defineRule({
  summary: 'An endpoint that the table of its neighbours leaves out.',
  severity: 'warning',

  *check(document, { project }) {
    for (const it of project.endpoints.listing.omissions(document)) {
      if (it.kind === 'row') {
        const { method, path, name, range } = it.entry
        const listed = [method, path ?? name].filter(Boolean).join(' ')
        yield {
          at: range,
          message: `the table lists "${listed}"${it.scope ? ` for "${it.scope}"` : ''}, no section documents it`,
        }
        continue
      }
      const { pathRange, method, path } = it.endpoint
      if (it.kind === 'unscoped') {
        yield {
          at: pathRange,
          message: `"${it.group.title}" is ${it.group.method}, and the page's table of scopes lists none for it`,
          related: [{ path: document.path, at: it.table.range, message: 'the table' }],
        }
        continue
      }
      if (it.kind === 'path') {
        yield {
          at: pathRange,
          message: `the endpoint table leaves out "${method} ${path}"`,
          related: [{ path: document.path, at: it.table.range, message: 'the table' }],
          fix: it.row && insert(it.row),
        }
        continue
      }
      const listed = [...new Set(it.row.entries.map(({ method, path, name }) => method ?? path ?? name))].join(', ')
      yield {
        at: pathRange,
        message: `"${it.group.title}" is ${it.group.method}, the scope "${it.scope}" is listed for ${listed}`,
        related: [{ path: it.document.path, at: it.row.range, message: 'listed here' }],
      }
    }
  },
})
